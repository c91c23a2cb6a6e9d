import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/setup/longest-first.ts'

// Vitest loads its configuration by the default export.

const onDatabase = { globalSetup: ['tests/setup/database.ts'], setupFiles: ['tests/setup/test-file.ts'] }

export default defineConfig({
  test: {
    // They end what hangs; a busy machine makes a browser slow.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    // One more than the small machine has cores: much of a test is waiting.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      // Files share what is loaded, which is much of what they cost: nothing of ours keeps state in a module.
      { extends: true, test: { name: 'packages', include: ['packages/**/*.test.ts'], isolate: false } },
      {
        extends: true,
        test: {
          name: 'modules', include: ['platform/**/*.test.ts', 'modules/**/*.test.ts', 'app/**/*.test.ts'], isolate: false, ...onDatabase,
        },
      },
      { extends: true, test: { name: 'product', include: ['tests/**/*.test.ts'], isolate: false, ...onDatabase } },
    ],
  },
})
