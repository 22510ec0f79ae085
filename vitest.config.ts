import { generateKeyPairSync } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

/** Everything of the Worker runs inside workerd, the runtime that serves it. */
export default defineConfig({
  plugins: [
    cloudflareTest(async () => ({
      main: './worker/test/entry.ts',
      wrangler: { configPath: './wrangler.toml' },
      miniflare: {
        durableObjects: { CONTROL_DESK: { className: 'AwaitingDesk', useSQLite: true } },
        bindings: {
          MIGRATIONS: await readD1Migrations('./migrations'),
          JWT_SECRET_KEY: 'a key for tests, long enough for HS256',
          TICKET_SIGNING_KEY: JSON.stringify(
            generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
          ),
          FACILITATOR_SIGNUP: 'open',
          LOCAL: 'yes',
          RATE_LIMITS: 'off',
        },
      },
    })),
  ],
  test: {
    // All cores: nobody else needs one while tests run. Vitest leaves one idle, which is half of two.
    maxWorkers: availableParallelism(),
    include: ['worker/**/*.test.ts'],
    exclude: ['worker/**/*.node.test.ts'],
    // The Worker logs a line a request; only the lines of a test that failed are worth reading.
    silent: 'passed-only',
    // A busy machine is slow, not wrong.
    testTimeout: 30_000,
    setupFiles: ['./worker/test/setup.ts'],
    // Random lives of a desk: `npm run prove` lives more of them, `PROVE_SEED` one of them again.
    provide: {
      prove: {
        seed: Number(process.env.PROVE_SEED ?? 1),
        lives: Number(process.env.PROVE_LIVES ?? (process.env.PROVE_SEED ? 1 : 1_000)),
      },
    },
  },
})
