import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '~': fileURLToPath(new URL('./app', import.meta.url)) };
const setupFiles = ['./tests/support/console-errors-fail.ts'];

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: 'unit', include: ['app/**/*.test.{ts,tsx}', 'tests/rules/**/*.test.ts'], exclude: ['app/**/*.db.test.ts'], setupFiles },
      },
      {
        resolve: { alias },
        test: {
          name: 'database',
          include: ['app/**/*.db.test.ts', 'tests/models/**/*.model.test.ts'],
          globalSetup: './tests/support/template-database.ts',
          setupFiles,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
