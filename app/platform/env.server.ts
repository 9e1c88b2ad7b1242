import { resolve } from 'node:path';
import { z } from 'zod';

const flag = z.enum(['0', '1']).transform((value) => value === '1');
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be between ${least} and ${most}`);

const settings = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: whole(1, 65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  ORIGIN: z
    .url({ protocol: /^https?$/ })
    .refine((text) => new URL(text).pathname === '/' && !text.includes('?'), 'must be an address without a path')
    .optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DEMO: flag.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  TRUST_PROXY: whole(0, 10).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  WORKERS: whole(1, 64).default(1),
  METRICS_TOKEN: z.string().min(16).optional(),
});

/** The settings of `contract.md`, shaped. `origin` has no trailing slash. */
export interface Env {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  readonly origin: string;
  readonly secureCookies: boolean;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly demo: boolean;
  readonly smtpUrl: string | null;
  readonly trustProxy: number;
  readonly logLevel: string;
  readonly workers: number;
  readonly metricsToken: string | null;
}

/** @throws Error with one line that names each wrong setting */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Wrong setting. ${faults.join('; ')}`);
  }
  const value = parsed.data;
  const production = value.NODE_ENV === 'production';
  const origin = new URL(value.ORIGIN ?? `http://localhost:${value.PORT}`).origin;
  return {
    production,
    port: value.PORT,
    host: value.HOST,
    origin,
    secureCookies: origin.startsWith('https:'),
    dataDir: resolve(value.DATA_DIR),
    databaseUrl: value.DATABASE_URL ?? null,
    demo: value.DEMO ?? !production,
    smtpUrl: value.SMTP_URL ?? null,
    trustProxy: value.TRUST_PROXY,
    logLevel: value.LOG_LEVEL,
    workers: value.WORKERS,
    metricsToken: value.METRICS_TOKEN ?? null,
  };
}

let current: Env | undefined;

/** Set once at start, before the first request. */
export function configure(env: Env): void {
  current = env;
}

/** The settings of this process. @throws Error before `configure` */
export function env(): Env {
  if (!current) throw new Error('The settings were used before they were read');
  return current;
}
