import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{platform,business,app,demo,tests}/**/*.test.ts'],
    exclude: ['tests/journeys/**', 'node_modules/**'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
