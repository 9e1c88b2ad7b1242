import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { sequencerLag } from '~/ledger/queries/sequencer-lag.server';
import { seconds } from '~/kernel/instant';
import { now } from '~/platform/clock.server';
import { databasePool } from '~/platform/db.server';
import type { Health } from './health.server';

/** A committed fact is to be in the log within two seconds; ten mean that the sequencer is not working. */
const longestWait = seconds(10);

const registry = new Registry();
collectDefaultMetrics({ register: registry, prefix: 'bluepost_' });

const lagGauge = new Gauge({ name: 'bluepost_ledger_lag_seconds', help: 'Age of the oldest fact that is not in the log yet', registers: [registry] });
const unsignedGauge = new Gauge({ name: 'bluepost_log_unsigned', help: 'Leaves that no signed checkpoint covers', registers: [registry] });
const sizeGauge = new Gauge({ name: 'bluepost_log_size', help: 'Leaves in the transparency log', registers: [registry] });
const jobsGauge = new Gauge({ name: 'bluepost_jobs_waiting', help: 'Background jobs that are due and not done', registers: [registry] });
const durations = new Histogram({
  name: 'bluepost_http_seconds',
  help: 'Time to answer, by method and status class',
  labelNames: ['method', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
});

/** Measures every answer. */
export const measureAnswers: RequestHandler = (request, response, next) => {
  const end = durations.startTimer();
  response.on('finish', () => end({ method: request.method, status: `${Math.floor(response.statusCode / 100)}xx` }));
  next();
};

async function jobsDue(): Promise<number> {
  const { rows } = await databasePool().query<{ count: string }>(
    'SELECT count(*) FROM graphile_worker.jobs WHERE run_at <= now() AND locked_at IS NULL AND attempts < max_attempts',
  );
  return Number(rows[0]?.count ?? 0);
}

/** Whether the database answers, told without throwing: an outage is what readiness is there to tell. */
async function databaseFault(): Promise<string | null> {
  try {
    await databasePool().query('SELECT 1');
    return null;
  } catch (error) {
    return `database: ${error instanceof Error ? error.message : 'no answer'}`;
  }
}

export const health: Health = {
  faults: async () => {
    const fault = await databaseFault();
    if (fault) return [fault];
    const lag = await sequencerLag(now());
    return lag.waiting > longestWait ? [`sequencer: the oldest fact has been waiting for ${Math.round(lag.waiting / 1000)} s`] : [];
  },
  metrics: async () => {
    const lag = await sequencerLag(now());
    lagGauge.set(lag.waiting / 1000);
    unsignedGauge.set(lag.unsigned);
    sizeGauge.set(lag.size);
    jobsGauge.set(await jobsDue());
    return registry.metrics();
  },
};
