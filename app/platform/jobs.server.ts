import type { Tx } from './db.server';

/** Every background job with its payload: ids only, the handler loads the rest. */
export interface JobPayloads {
  /** An attempt was graded and passed: issue its certificate. */
  'attempt-passed': { readonly attemptId: string };
  /** Render the PDF of an issued certificate once its ledger entry is in a signed checkpoint. */
  'render-document': { readonly certificateId: string };
  /** Tell the holder that the certificate is there. */
  'notify-holder': { readonly certificateId: string };
  /** Sign a fresh edition of the status lists. */
  'publish-status-lists': Record<string, never>;
  /** Submit attempts whose deadline has passed. */
  'sweep-attempts': Record<string, never>;
  /** Remove ended sessions, used links and stale throttles. */
  'sweep-sessions': Record<string, never>;
  /** Send one mail. */
  'send-mail': { readonly to: string; readonly subject: string; readonly text: string };
}

export type JobName = keyof JobPayloads;

export interface JobOptions {
  /** A job with the same key that has not begun is replaced instead of doubled. */
  readonly key?: string;
  readonly runAt?: Date;
  readonly maxAttempts?: number;
}

/** Adds a job in the caller's transaction: it exists exactly when the write that caused it does. */
export async function addJob<Name extends JobName>(
  tx: Tx,
  name: Name,
  payload: JobPayloads[Name],
  { key, runAt, maxAttempts = 25 }: JobOptions = {},
): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${name}::text, payload := ${JSON.stringify(payload)}::json, job_key := ${key ?? null}::text,
      run_at := ${runAt ?? null}::timestamptz, max_attempts := ${maxAttempts}::int
    )`;
}
