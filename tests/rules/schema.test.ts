import { expect, test } from 'vitest';
import { projectFiles } from '../support/source-files';

const schema = projectFiles(/^prisma\/[a-z]+\.prisma$/);
const migrations = projectFiles(/^prisma\/migrations\/.*\.sql$/).map(({ text }) => text).join('\n');

/** Tables whose rows are evidence: only ever added to. */
const evidence = [
  'AttemptEvent', 'Answer', 'Grade', 'PublicationEvent', 'LedgerEntry', 'LedgerLeaf', 'LedgerCheckpoint', 'CertificateEvent',
  'CertificateDocument', 'StatusListEdition', 'CourseVersion', 'LessonVersion', 'ItemKey', 'Media', 'AssessmentVersion',
];

interface Model {
  readonly name: string;
  readonly body: string;
}

const models: Model[] = schema.flatMap(({ text }) =>
  [...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map((match) => ({ name: match[1]!, body: match[2]! })),
);

test('nothing cascades', () => {
  expect(models.filter(({ body }) => /onDelete: (Cascade|SetNull|SetDefault)/.test(body)).map(({ name }) => name)).toEqual([]);
  expect(migrations).not.toMatch(/ON DELETE (CASCADE|SET NULL)/);
});

test('every relation says what happens on delete', () => {
  const silent = models.flatMap(({ name, body }) =>
    body.split('\n').filter((line) => /@relation\(.*fields:/.test(line) && !line.includes('onDelete: Restrict')).map((line) => `${name}: ${line.trim()}`),
  );
  expect(silent).toEqual([]);
});

test('evidence has no nullable time', () => {
  const nullable = models.filter(({ name }) => evidence.includes(name)).flatMap(({ name, body }) => [...body.matchAll(/^\s+(\w+)\s+DateTime\?/gm)].map((match) => `${name}.${match[1]}`));
  expect(nullable).toEqual([]);
});

test('every evidence table is protected by the database', () => {
  const protectedTables = /ARRAY\[([\s\S]*?)\]/.exec(migrations)?.[1] ?? '';
  expect(evidence.filter((name) => !protectedTables.includes(`'${name}'`))).toEqual([]);
});

/** The first columns of every index, key and unique constraint of a model. */
function indexedColumns({ body }: Model): Set<string> {
  const single = [...body.matchAll(/^\s+(\w+)\s.*@(?:id|unique)\b/gm)].map((match) => match[1]!);
  const compound = [...body.matchAll(/@@(?:id|unique|index)\(\[(\w+)/g)].map((match) => match[1]!);
  return new Set([...single, ...compound]);
}

test('every foreign key is indexed', () => {
  const inSchema = models.flatMap((model) => [...model.body.matchAll(/fields: \[(\w+)/g)].map((match) => [model.name, match[1]!] as const));
  const byHand = [...migrations.matchAll(/ALTER TABLE "(\w+)" ADD CONSTRAINT "\w+" FOREIGN KEY \("(\w+)"/g)].map((match) => [match[1]!, match[2]!] as const);
  const missing = [...inSchema, ...byHand].filter(([table, column]) => {
    const model = models.find(({ name }) => name === table);
    return !model || !indexedColumns(model).has(column);
  });
  expect([...new Set(missing.map(([table, column]) => `${table}.${column}`))]).toEqual([]);
});
