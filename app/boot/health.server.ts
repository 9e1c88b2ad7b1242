import { timingSafeEqual } from 'node:crypto';
import { type Request, Router } from 'express';
import type { Env } from '~/platform/env.server';

/** What readiness and metrics are read from. */
export interface Health {
  /** Names what is not ready; empty when everything is. */
  readonly faults: () => Promise<string[]>;
  /** Prometheus text format, version 0.0.4. */
  readonly metrics: () => Promise<string>;
}

/** /healthz, /readyz and /metrics: for callers on this machine, or with METRICS_TOKEN as a bearer token. */
export function healthRoutes(health: Health, env: Env): Router {
  const router = Router();
  router.use(['/healthz', '/readyz', '/metrics'], (request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    if (isAllowed(request, env.metricsToken)) next();
    else response.status(404).end();
  });
  router.get('/healthz', (_request, response) => { response.type('text/plain').send('ok\n'); });
  router.get('/readyz', (_request, response, next) => {
    health.faults().then(
      (faults) => response.status(faults.length === 0 ? 200 : 503).type('text/plain').send(faults.length === 0 ? 'ready\n' : `${faults.join('\n')}\n`),
      next,
    );
  });
  router.get('/metrics', (_request, response, next) => {
    health.metrics().then((text) => response.type('text/plain; version=0.0.4').send(text), next);
  });
  return router;
}

function isAllowed(request: Request, token: string | null): boolean {
  const address = request.ip ?? '';
  if (/^(::1|127\.\d+\.\d+\.\d+|::ffff:127\.\d+\.\d+\.\d+)$/.test(address) && !request.get('x-forwarded-for')) return true;
  const given = Buffer.from((request.get('authorization') ?? '').replace(/^Bearer /, ''));
  const wanted = Buffer.from(token ?? '');
  return token !== null && given.length === wanted.length && timingSafeEqual(given, wanted);
}
