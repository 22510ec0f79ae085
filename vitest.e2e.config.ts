import { defineConfig } from 'vitest/config'
import { getChromium } from './scripts/local/chromium.js'

/** Journeys through the running whole: page, Functions, Worker, objects, as `npm start` runs them. */
export default defineConfig({
  test: {
    include: ['web/e2e/**/*.test.ts'],
    globalSetup: ['web/e2e/one-site.ts'],
    env: { CHROMIUM: (await getChromium()) ?? '' },
    // Each journey has the machine to itself: a page that waits for a busy CPU says nothing.
    fileParallelism: false,
    // Where a file says that its tests do not mind each other.
    maxConcurrency: 2,
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
})
