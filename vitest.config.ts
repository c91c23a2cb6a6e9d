import { defineConfig } from 'vitest/config'

// Vitest loads its configuration by the default export.
 
export default defineConfig({
  test: {
    include: ['packages/**/*.test.ts', 'platform/**/*.test.ts', 'modules/**/*.test.ts', 'app/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: ['tests/setup/database.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
