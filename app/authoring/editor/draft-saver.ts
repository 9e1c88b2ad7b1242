import type { LessonText } from '~/authoring/core/draft';
import type { NewerText, SavedAnswer, SaveOutcome, SaveRequest } from '~/authoring/core/save-answer';
import { canonicalJson, type Json } from '~/kernel/canonical-json';
import type { KeptText } from './local-copy';

/** How long the pen must rest before a save. */
const restMilliseconds = 1500;
const firstRetryMilliseconds = 2000;
const lastRetryMilliseconds = 60_000;

/** What the writer is told about their words. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'refused'; readonly title: string }
  | { readonly kind: 'conflict'; readonly mine: LessonText; readonly base: LessonText; readonly theirs: NewerText };

interface DraftSaverParts {
  readonly acknowledged: LessonText & { readonly revision: number };
  readonly send: (request: SaveRequest) => Promise<SaveOutcome>;
  /** Keeps the words on this machine until the server has them; null takes them away. */
  readonly keep: (text: KeptText | null) => void;
  /** The server stored the document otherwise than it was sent. */
  readonly onStored: (sent: LessonText, document: NonNullable<SavedAnswer['document']>) => void;
}

/**
 * Brings a writer's words to the server and never drops one: one save at a time, repeated until it is acknowledged, on the revision the
 * words were written on. Knows nothing of React or of the editor.
 */
export class DraftSaver {
  #state: SaveState;
  #text: LessonText;
  #acknowledged: LessonText;
  #revision: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #sending: Promise<void> | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #parts: DraftSaverParts;

  constructor(parts: DraftSaverParts) {
    this.#parts = parts;
    const { revision, ...text } = parts.acknowledged;
    this.#text = text;
    this.#acknowledged = text;
    this.#revision = revision;
    this.#state = { kind: 'saved', at: null };
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get state() {
    return this.#state;
  }

  /** Whether closing the page now would leave words behind that the server does not have. */
  get isUnsaved() {
    return !sameText(this.#text, this.#acknowledged);
  }

  /** The words changed. */
  change(text: LessonText) {
    this.#text = text;
    if (!this.isUnsaved) {
      this.#parts.keep(null);
      if (!this.#sending && this.#state.kind !== 'conflict') this.#enter({ kind: 'saved', at: null });
      return;
    }
    this.#keep();
    if (this.#state.kind === 'conflict') return this.#enter({ ...this.#state, mine: text });
    if (!this.#sending && this.#state.kind !== 'unreachable') this.#enter({ kind: 'unsaved' });
    this.#schedule(this.#failures > 0 ? retryAfter(this.#failures) : restMilliseconds);
  }

  /** Saves at once what is not saved: the writer looks away, or the line is back. */
  saveNow = async (): Promise<void> => {
    clearTimeout(this.#timer);
    if (this.#sending) await this.#sending;
    if (this.#sending || !this.isUnsaved || this.#state.kind === 'conflict') return;
    this.#sending = this.#send(this.#text);
    await this.#sending;
  };

  /** The writer has seen the newer text and decided what stands now: it is saved on top of that revision. */
  resolve(text: LessonText, onRevision: Pick<NewerText, 'revision' | 'title' | 'summary' | 'document'>) {
    const { revision, ...theirs } = onRevision;
    this.#revision = revision;
    this.#acknowledged = theirs;
    this.#enter({ kind: 'unsaved' });
    this.change(text);
    void this.saveNow();
  }

  /** What the editor made of the stored document on loading it: the same words in the editor's own writing. */
  acknowledge(text: LessonText) {
    this.#acknowledged = text;
    this.change(text);
  }

  /** Stops the timers. What is not saved stays on this machine. */
  stop() {
    clearTimeout(this.#timer);
  }

  async #send(sent: LessonText): Promise<void> {
    this.#enter({ kind: 'saving' });
    const outcome = await this.#parts.send({ ...sent, revision: this.#revision });
    this.#sending = null;
    this.#settle(sent, outcome);
  }

  #settle(sent: LessonText, outcome: SaveOutcome) {
    if (outcome.kind === 'saved') return this.#saved(sent, outcome.answer);
    if (outcome.kind === 'conflict') {
      return this.#enter({ kind: 'conflict', mine: this.#text, base: this.#acknowledged, theirs: outcome.theirs });
    }
    this.#enter(outcome.kind === 'refused' ? { kind: 'refused', title: outcome.title } : outcome);
    // A refused text would be refused again: only new words or the writer's own save try it once more.
    if (outcome.kind === 'refused') return;
    this.#failures += 1;
    this.#schedule(retryAfter(this.#failures));
  }

  #saved(sent: LessonText, { revision, savedAt, document }: SavedAnswer) {
    this.#failures = 0;
    this.#revision = revision;
    const untouched = sameText(sent, this.#text);
    this.#acknowledged = document ? { ...sent, document } : sent;
    if (document && untouched) this.#text = this.#acknowledged;
    if (document) this.#parts.onStored(sent, document);
    if (this.isUnsaved) {
      this.#keep();
      this.#enter({ kind: 'unsaved' });
      return this.#schedule(restMilliseconds);
    }
    this.#parts.keep(null);
    this.#enter({ kind: 'saved', at: savedAt });
  }

  #keep() {
    this.#parts.keep({ text: this.#text, base: this.#acknowledged, revision: this.#revision });
  }

  #schedule(milliseconds: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.saveNow(), milliseconds);
  }

  #enter(state: SaveState) {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function retryAfter(failures: number): number {
  return Math.min(lastRetryMilliseconds, firstRetryMilliseconds * 2 ** (failures - 1));
}

/** Whether two texts say the same, whatever the order in which their JSON was written. */
export function sameText(a: LessonText, b: LessonText): boolean {
  return a === b || (a.title === b.title && a.summary === b.summary && canonical(a.document) === canonical(b.document));
}

function canonical(document: LessonText['document']): string {
  const json: Json = JSON.parse(JSON.stringify(document));
  return canonicalJson(json);
}
