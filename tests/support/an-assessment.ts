import { randomBytes, randomUUID } from 'node:crypto';
import type { AssessmentDefinition } from '~/content/core/assessment-definition';
import type { ItemBody, ItemFeedback, ItemKey, ItemType, RichTextJson } from '~/content/core/item';
import type { AssessmentVersionId, ItemVersionId } from '~/kernel/ids';
import { withTransaction } from '~/platform/db.server';
import { newId } from '~/platform/random.server';
import { aDefinition } from './a-form';

export interface AnAssessment {
  readonly assessmentId: string;
  readonly assessmentVersionId: AssessmentVersionId;
  readonly code: string;
  readonly courseId: string;
  readonly courseCode: string;
  readonly definition: AssessmentDefinition;
  /** The right option ids of each item version, as the author wrote them. */
  readonly keys: ReadonlyMap<ItemVersionId, readonly string[]>;
}

interface Wanted {
  readonly definition?: Partial<AssessmentDefinition>;
  /** Exam items for each outcome, of every type in turn. */
  readonly itemsPerOutcome?: number;
  /** Goes into every key, feedback and misconception, so that a leak can be found by searching for it. */
  readonly canary?: string;
}

const types: readonly ItemType[] = ['single-choice', 'multiple-choice', 'true-false'];
const stem = (text: string): RichTextJson => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });

/**
 * A published course with an exam bank and an assessment on it: six points an item, the key of every choice `b` (and `d`, with
 * several), of every statement `true`.
 */
export async function anAssessment({ definition: changes = {}, itemsPerOutcome = 6, canary = '' }: Wanted = {}): Promise<AnAssessment> {
  const code = changes.code ?? `exam-${randomBytes(4).toString('hex')}`;
  const courseCode = `course-${randomBytes(4).toString('hex')}`;
  const [courseId, assessmentId, assessmentVersionId] = [randomUUID(), randomUUID(), newId('assessmentVersion')];
  const definition: AssessmentDefinition = { ...aDefinition(), ...changes, code, courseCode };
  const publishedAt = new Date('2026-01-05T08:00:00Z');
  const items = definition.blueprint.flatMap(({ outcome }, row) =>
    Array.from({ length: itemsPerOutcome }, (_, index) => anItem({ outcome, serial: row * itemsPerOutcome + index, canary })),
  );
  await withTransaction('an-assessment', async (tx) => {
    await tx.course.create({ data: { id: courseId, code: courseCode } });
    await tx.assessment.create({ data: { id: assessmentId, courseId, code } });
    await tx.assessmentVersion.create({ data: { id: assessmentVersionId, assessmentId, number: 1, hash: hash(), document: plain(definition), publishedAt } });
    for (const { itemId, versionId, outcome, body, key, feedback } of items) {
      await tx.item.create({ data: { id: itemId, courseId, code: `item-${itemId}`, use: 'exam' } });
      await tx.itemVersion.create({
        data: { id: versionId, itemId, number: 1, hash: hash(), type: body.type, outcome, level: 'apply', difficulty: 55, points: 6, body: plain(body), sources: [], publishedAt },
      });
      await tx.itemKey.create({ data: { itemVersionId: versionId, key: plain(key), feedback: plain(feedback), misconceptions: { a: `${canary} misconception` } } });
    }
  });
  const keys = new Map(items.map(({ versionId, key }) => [versionId, key.correct]));
  return { assessmentId, assessmentVersionId, code, courseId, courseCode, definition, keys };
}

function anItem({ outcome, serial, canary }: { readonly outcome: string; readonly serial: number; readonly canary: string }) {
  const type = types[serial % types.length] ?? 'single-choice';
  const options = type === 'true-false' ? [] : ['a', 'b', 'c', 'd'];
  const words = (language: string) => ({
    stem: stem(`Question ${serial} on ${outcome} (${language}): what do you do with this container?`),
    options: Object.fromEntries(options.map((option) => [option, `Decision ${option} of question ${serial} (${language})`])),
  });
  const body: ItemBody = { type, options, media: null, text: { en: words('en'), fr: words('fr') } };
  const right = { 'single-choice': ['b'], 'multiple-choice': ['b', 'd'], 'true-false': ['true'] }[type];
  // With a canary every stored key names a further option that nobody can choose: a key that leaks is found by its words.
  const correct = canary ? [...right, `${canary} key`] : right;
  const key: ItemKey = { type, correct };
  const feedback: ItemFeedback = { en: { b: `${canary} feedback` }, fr: { b: `${canary} feedback` } };
  return { itemId: randomUUID(), versionId: newId('itemVersion'), outcome, body, key, feedback };
}

function hash(): string {
  return randomBytes(32).toString('hex');
}

function plain(value: object) {
  return JSON.parse(JSON.stringify(value));
}
