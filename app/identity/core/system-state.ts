/** What was measured of the platform. */
export interface SystemMeasures {
  readonly database: { readonly version: string; readonly megabytes: number };
  readonly migrations: { readonly applied: number; readonly failed: number; readonly last: string };
  readonly jobs: { readonly waiting: number; readonly failed: number; readonly oldestSeconds: number };
  readonly log: { readonly size: number; readonly waitingSeconds: number };
  readonly mail: 'smtp' | 'outbox';
}

export interface SystemState extends SystemMeasures {
  /** The parts that somebody should look at. */
  readonly attention: readonly ('migrations' | 'jobs' | 'log')[];
}

/** A committed fact is to be in the log within two seconds; a job begins within a second unless many wait. */
const patience = { logSeconds: 10, jobSeconds: 60 } as const;

export function systemState(measures: SystemMeasures): SystemState {
  const { migrations, jobs, log } = measures;
  const attention: SystemState['attention'] = [
    ...(migrations.failed > 0 ? (['migrations'] as const) : []),
    ...(jobs.failed > 0 || jobs.oldestSeconds > patience.jobSeconds ? (['jobs'] as const) : []),
    ...(log.waitingSeconds > patience.logSeconds ? (['log'] as const) : []),
  ];
  return { ...measures, attention };
}
