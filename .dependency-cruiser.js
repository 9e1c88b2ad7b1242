/** The import rules of docs/architecture.md. They match folder patterns, so a new feature is covered the day it is made. */
const order = ['kernel', 'platform', 'ledger', 'identity', 'content', '(learning|authoring|assessment)', 'certification', 'audit', 'site', '(routes|jobs)', 'boot'];

const notTests = '\\.(test|db\\.test)\\.tsx?$';

const leftToRight = order.slice(0, -1).map((layer, index) => ({
  name: `${layer.replace(/[()|]/g, '-')}-imports-only-from-its-left`,
  comment: 'Everything may import from its left, nothing from its right: so a folder can be read knowing only what stands left of it.',
  severity: 'error',
  from: { path: `^app/${layer}/`, pathNot: notTests },
  to: { path: `^app/(${order.slice(index + 1).map((right) => right.replace(/[()]/g, '')).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...leftToRight,
    {
      name: 'middle-features-do-not-know-each-other',
      comment: 'A page that needs two of learning, authoring and assessment is composed in its route.',
      severity: 'error',
      from: { path: '^app/(learning|authoring|assessment)/', pathNot: notTests },
      to: { path: '^app/(learning|authoring|assessment)/', pathNot: '^app/$1/' },
    },
    {
      name: 'ui-and-i18n-know-only-the-kernel',
      comment: 'A button has no domain word in it.',
      severity: 'error',
      from: { path: '^app/(ui|i18n)/' },
      to: { path: '^app/', pathNot: '^app/(ui|i18n|kernel)/' },
    },
    {
      name: 'core-is-pure',
      comment: 'A decision takes data and returns data: no clock, disk, database, React, and no file that touches them.',
      severity: 'error',
      from: { path: '^app/[^/]+/core/|^app/kernel/', pathNot: notTests },
      to: { path: '^app/platform/|\\.server\\.tsx?$|^app/[^/]+/(store|commands|queries|ui)/|node_modules/(react|@remix-run|pg|@prisma)/|^(fs|path|crypto|http|net|os|child_process)$' },
    },
    {
      name: 'a-feature-ui-is-only-its-face',
      comment: 'Components get data as props; they import their own core, messages, app/ui and app/i18n.',
      severity: 'error',
      from: { path: '^app/(?!site|ui)[^/]+/ui/', pathNot: notTests },
      to: { path: '^app/[^/]+/(store|commands|queries)/|^app/platform/' },
    },
    {
      name: 'prisma-lives-in-stores',
      comment: 'Only a store and platform know how rows look.',
      severity: 'error',
      from: { path: '^app/', pathNot: ['^app/[^/]+/store/', '^app/platform/', notTests] },
      to: { path: '^app/platform/prisma/|node_modules/@prisma/' },
    },
    {
      name: 'doors-never-touch-a-store',
      comment: 'A route or a job calls a command or a query; what it may see and change is decided there.',
      severity: 'error',
      from: { path: '^app/(routes|jobs|site)/' },
      to: { path: '^app/[^/]+/store/' },
    },
    {
      name: 'only-identity-knows-lucia',
      comment: 'Lucia 3 is at the end of its life: it must be replaceable in one folder.',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/identity/' },
      to: { path: 'node_modules/lucia/' },
    },
    {
      name: 'no-circular-imports',
      comment: 'Two files that need each other are one thought in two places.',
      severity: 'error',
      from: { pathNot: '^app/platform/prisma/' },
      to: { circular: true },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'Test code in production code is test code in production.',
      severity: 'error',
      from: { path: '^(app|scripts)/', pathNot: notTests },
      to: { path: `^tests/|${notTests}` },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing reaches is dead.',
      severity: 'error',
      from: { orphan: true, path: '^app/', pathNot: ['\\.d\\.ts$', notTests, '^app/(routes|jobs)/', '^app/(root|entry\\.(client|server))\\.tsx$', '^app/platform/prisma/', '\\.island\\.ts$'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^app/platform/prisma/(?!client)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'] },
  },
};
