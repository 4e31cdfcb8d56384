import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/longest-first.ts'

export default defineConfig({
  test: {
    include: ['tests/journeys/**/*.test.ts'],
    globalSetup: ['tests/once-a-run.ts'],
    pool: 'forks',
    // Pages wait for each other's processes half of the time: two files at once fill two cores.
    maxWorkers: 2,
    // Each file has a house of its own; what it reads of the product is read once a process.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    // However slow the machine, a page that gets there has got there.
    expect: { poll: { timeout: 30_000 } },
    // A hook may wait for the making of a whole demo chain, on a machine that others use.
    hookTimeout: 600_000,
  },
})
