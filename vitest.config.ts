import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/longest-first.ts'

export default defineConfig({
  test: {
    include: ['{platform,business,app,demo,tests}/**/*.test.ts'],
    exclude: ['tests/journeys/**', 'node_modules/**'],
    globalSetup: ['tests/once-a-run.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Each file has a house of its own; what it reads of the product is read once a process.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    // However slow the machine, what comes in the end has come.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 120_000,
  },
})
