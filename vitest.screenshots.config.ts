import { defineConfig } from 'vitest/config'
import { getChromium } from './scripts/local/chromium.js'

/** Not a test: `npm run screenshots` takes every page in its states, to be looked at. */
export default defineConfig({
  test: {
    include: ['web/e2e/screenshots.ts'],
    globalSetup: ['web/e2e/one-site.ts'],
    env: { CHROMIUM: (await getChromium()) ?? '' },
    testTimeout: 900_000,
    hookTimeout: 180_000,
  },
})
