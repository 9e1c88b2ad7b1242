import compression from 'compression';
import express, { type Express, type NextFunction, type Request as ExpressRequest, type Response as ExpressResponse } from 'express';
import type { ServerBuild } from '@remix-run/node';
import { mayMutate } from '~/platform/http/same-origin';
import { securityHeaders } from '~/platform/http/security-headers.server';
import type { Env } from '~/platform/env.server';
import { logger } from '~/platform/logger.server';
import { newErrorId } from '~/platform/random.server';
import { healthRoutes, type Health } from './health.server';
import { measureAnswers } from './readiness.server';
import { type Bounds, remixHandler } from './remix-handler.server';

interface AppParts {
  readonly env: Env;
  readonly build: ServerBuild;
  readonly health: Health;
  /** Serves the assets: Vite while developing, files otherwise. */
  readonly assets: express.RequestHandler;
}

/** Largest bodies by address: a lesson is the biggest thing that anybody writes here. */
const bounds: Bounds = { standard: 64 * 1024, byPrefix: [['/studio/', 1024 * 1024], ['/audit/log', 256 * 1024]] };

/** Express with everything that holds for every address, in order, then Remix. */
export function expressApp({ env, build, health, assets }: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', env.trustProxy);
  app.use(measureAnswers);
  app.use(healthRoutes(health, env));
  app.use((_request, response, next) => {
    response.locals['requestId'] = newErrorId();
    next();
  });
  app.use(securityHeaders({ secure: env.secureCookies }));
  app.use(compression({ level: 4, threshold: 1024 }));
  app.use(assets);
  const remix = remixHandler({ build, bounds, origin: env.origin });
  app.use(sameOriginOnly(env, remix.problem));
  app.use(remix.handle);
  app.use(lastResort);
  return app;
}

function sameOriginOnly(env: Env, problem: (status: 403) => express.RequestHandler): express.RequestHandler {
  const local = env.production ? [] : [`http://localhost:${env.port}`, `http://127.0.0.1:${env.port}`];
  const ours = [env.origin, ...local];
  return (request, response, next) => {
    const asked = {
      method: request.method,
      origin: request.get('origin'),
      referer: request.get('referer'),
      fetchSite: request.get('sec-fetch-site'),
    };
    if (mayMutate(asked, ours)) return next();
    return problem(403)(request, response, next);
  };
}

/** Only for what Remix itself could not answer. */
function lastResort(error: Error, request: ExpressRequest, response: ExpressResponse, next: NextFunction): void {
  const { status } = error as { status?: number };
  if (status !== undefined && status >= 400 && status < 500 && !response.headersSent) {
    response.status(status).type('text/plain').send('Bluepost: that request could not be read.\n');
    return;
  }
  const errorId = String(response.locals['requestId']);
  logger.error({ errorId, method: request.method, path: request.path, err: error }, 'request failed outside a route');
  if (response.headersSent) return next(error);
  response.status(500).type('text/plain').send(`Bluepost: something went wrong on our side. Number of this event: ${errorId}\n`);
}
