import { defineConfig } from 'prisma/config';

// `prisma generate` runs in WebAssembly, yet the CLI insists on a native schema engine and would download one.
// Naming any existing file keeps it from the network.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
});
