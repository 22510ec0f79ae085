import { applyD1Migrations, type D1Migration } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

declare global {
  namespace Cloudflare {
    interface GlobalProps {
      mainModule: typeof import('./entry')
    }
    interface Env extends ProductEnv {
      MIGRATIONS: D1Migration[]
      /** The desk without its protection, for the control of the race. */
      CONTROL_DESK: DurableObjectNamespace<import('./awaiting-desk').AwaitingDesk>
    }
  }
}
declare module 'vitest' {
  interface ProvidedContext {
    prove: { seed: number; lives: number }
  }
}

type ProductEnv = import('../env').Env

await applyD1Migrations(env.DB, env.MIGRATIONS)
