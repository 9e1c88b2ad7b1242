import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFiles } from '../support/source-files';

const documents = projectFiles(/\.md$/).filter(({ path }) => !path.startsWith('content/courses/'));

test('a link from one document to a file leads somewhere', () => {
  const broken = documents.flatMap(({ path, text }) =>
    [...text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map((match) => match[1]!)
      .filter((target) => !existsSync(join(dirname(path), target)))
      .map((target) => `${path} → ${target}`),
  );
  expect(broken).toEqual([]);
});

test('a path of the project named in a document exists', () => {
  const gone = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/`((?:app|scripts|tests|prisma|docs)\/[\w./-]+\.\w+)`/g)].map((match) => match[1]!).filter((named) => !existsSync(named)).map((named) => `${path} → ${named}`),
  );
  expect(gone).toEqual([]);
});

test('every feature has a README', () => {
  const features = ['ledger', 'identity', 'content', 'learning', 'authoring', 'assessment', 'certification', 'audit'];
  expect(features.filter((feature) => !existsSync(`app/${feature}/README.md`))).toEqual([]);
});
