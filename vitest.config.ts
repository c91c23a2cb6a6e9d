import { defineConfig } from 'vitest/config'

// Vitest loads its configuration by the default export.

export default defineConfig({
  test: {
    // They end what hangs; a busy machine makes a browser slow.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      // Libraries keep nothing between two calls: their files share what is loaded, which is most of what they cost.
      { extends: true, test: { name: 'packages', include: ['packages/**/*.test.ts'], isolate: false } },
      {
        extends: true,
        test: {
          name: 'product', include: ['platform/**/*.test.ts', 'modules/**/*.test.ts', 'app/**/*.test.ts', 'tests/**/*.test.ts'],
          globalSetup: ['tests/setup/database.ts'],
        },
      },
    ],
  },
})
