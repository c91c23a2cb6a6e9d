import { defineConfig } from 'vitest/config'

// Vitest loads its configuration by the default export.

export default defineConfig({
  test: {
    // They end what hangs; a busy machine makes a browser slow.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Files share what is loaded, which is much of what they cost: nothing of ours keeps state in a module.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'packages', include: ['packages/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'product', include: ['platform/**/*.test.ts', 'modules/**/*.test.ts', 'app/**/*.test.ts', 'tests/**/*.test.ts'],
          globalSetup: ['tests/setup/database.ts'], setupFiles: ['tests/setup/test-file.ts'],
        },
      },
    ],
  },
})
