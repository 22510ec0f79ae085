import type { Env } from './env'

/** Load tests on a laptop switch limits off; a deployed Worker has no LOCAL and cannot. */
export function limitsAreOff(env: Pick<Env, 'LOCAL' | 'RATE_LIMITS'>): boolean {
  return env.LOCAL !== undefined && env.RATE_LIMITS === 'off'
}
