import { defineConfig } from 'vitest/config'

/** What needs neither the Worker nor a browser: the pure parts of the page, and the scripts. */
export default defineConfig({
  test: {
    // Files share a worker: to start one for each takes longer than most of them run.
    isolate: false,
    include: [
      'web/src/**/*.test.ts',
      'web/*.test.ts',
      'web/functions/**/*.test.ts',
      'web/service-worker/*.test.ts',
      'scripts/**/*.test.js',
      // Of the Worker, what is judged by a library that workerd cannot run.
      'worker/**/*.node.test.ts',
    ],
  },
})
