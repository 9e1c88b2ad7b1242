import { type ContentFault, describeFault } from '~/content/core/content-fault';
import { filesDigest } from '~/content/core/digest';
import { readContent } from '~/content/core/read-content';
import { insertContentLoad, lastLoadedDigest, lockContentLoad } from '~/content/store/content-loads.server';
import { readContentFolder } from '~/content/store/content-folder.server';
import { type Instant, minutes } from '~/kernel/instant';
import { db, type Tx, withTransaction } from '~/platform/db.server';
import { identityClashes } from './identity-clashes.server';
import { type CoursePublished, publishCourse } from './publish-course.server';

/** Raised when the same files would now be read into something else: the compiler, a rule, or the style of figures changed. */
const readerVersion = 1;

export interface LoadContent {
  /** The folder that holds `courses/`, `items/`, `media/` and `glossary/`. */
  readonly folder?: string;
  readonly now: Instant;
}

/** What a load did, or why nothing was loaded: all faults, each with file and line. */
export type ContentLoaded =
  | { readonly ok: true; readonly changed: boolean; readonly published: readonly CoursePublished[] }
  | { readonly ok: false; readonly refusal: 'content-faulty'; readonly faults: readonly ContentFault[] };

/**
 * Loads `content/` into published versions: what is unchanged keeps its version, what changed becomes a new one beside the old, and
 * nothing that was published is rewritten. With one fault anywhere nothing is loaded. Loading the same files again does nothing.
 */
export async function loadContent({ folder = 'content', now }: LoadContent): Promise<ContentLoaded> {
  const files = await readContentFolder(folder);
  const digest = filesDigest(files, readerVersion);
  if ((await lastLoadedDigest(db)) === digest) return { ok: true, changed: false, published: [] };
  const { courses, faults } = readContent(files);
  if (faults.length > 0) return { ok: false, refusal: 'content-faulty', faults };
  const clashes = (await Promise.all(courses.map((course) => identityClashes(db, course)))).flat();
  if (clashes.length > 0) return { ok: false, refusal: 'content-faulty', faults: clashes };
  const published: CoursePublished[] = [];
  // A transaction for each course: a load that dies halfway goes on with the next course at the next start.
  for (const content of courses) {
    const work = async (tx: Tx) => {
      await lockContentLoad(tx);
      return publishCourse(tx, { content, now });
    };
    published.push(await withTransaction('publish course', work, { longest: minutes(5) }));
  }
  await withTransaction('content loaded', (tx) => insertContentLoad(tx, { digest, loadedAt: now }));
  return { ok: true, changed: true, published };
}

/** The faults as lines for a terminal. */
export function describeFaults(faults: readonly ContentFault[]): string {
  return faults.map((fault) => `  content/${describeFault(fault)}`).join('\n');
}
