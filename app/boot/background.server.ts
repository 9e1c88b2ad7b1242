import { startSequencer } from '~/ledger/commands/run-sequencer.server';
import { startJobs } from './job-runner.server';

export interface Background {
  /** Lets the job and the round under way finish. */
  readonly stop: () => Promise<void>;
}

/** What works beside the requests: the sequencer of the log and the job runner. Of several processes only one sequences. */
export async function startBackground(): Promise<Background> {
  const sequencer = startSequencer();
  const jobs = await startJobs();
  return {
    stop: async () => {
      await jobs.stop();
      await sequencer.stop();
    },
  };
}
