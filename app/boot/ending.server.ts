import { logger } from '~/platform/logger.server';

/** What has to be ended, last begun first ended. One step that fails does not keep the others from their turn. */
export class Ending {
  private readonly steps: (() => Promise<void>)[] = [];
  private running: Promise<boolean> | undefined;

  /** Adds a step that runs before those added so far. */
  before(step: () => Promise<void>): void {
    this.steps.unshift(step);
  }

  /** Runs every step, once however often it is asked. @returns whether all of them went well */
  run(): Promise<boolean> {
    this.running ??= this.runSteps();
    return this.running;
  }

  private async runSteps(): Promise<boolean> {
    let well = true;
    for (const step of this.steps) {
      try {
        await step();
      } catch (error) {
        well = false;
        logger.fatal({ err: error }, 'a step of stopping failed');
      }
    }
    return well;
  }
}
