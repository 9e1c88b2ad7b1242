import { z } from 'zod';
import type { LessonText } from '~/authoring/core/draft';
import { storedDocument } from '~/authoring/core/publication-record';

/** Words that the server has not acknowledged, the text they were written on, and its revision. */
export interface KeptText {
  readonly text: LessonText;
  readonly base: LessonText;
  readonly revision: number;
}

const text = z.object({ title: z.string(), summary: z.string(), document: storedDocument });
const kept = z.object({ text, base: text, revision: z.int() });

export interface LocalCopy {
  readonly keep: (text: KeptText | null) => void;
  readonly find: () => KeptText | null;
}

/**
 * The copy on this machine, per draft and writer: on a shared machine nobody meets the words of the officer before. A browser that
 * refuses storage (private windows, full disks) loses only this second net, so the refusal is told to nobody.
 */
export function localCopy({ draftId, personId }: { readonly draftId: string; readonly personId: string }): LocalCopy {
  const key = `bluepost.draft.${draftId}.${personId}`;
  return {
    keep: (value) => {
      try {
        if (value) window.localStorage.setItem(key, JSON.stringify(value));
        else window.localStorage.removeItem(key);
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
      }
    },
    find: () => {
      const stored = read(key);
      const parsed = stored === null ? null : kept.safeParse(parseJson(stored));
      return parsed?.success ? parsed.data : null;
    },
  };
}

function read(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function parseJson(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
