import type { Env } from '../env'

/** Whether a new facilitator may publish at once, once an operator approves, or not exist at all. */
export function facilitatorSignUp(env: Env): 'open' | 'approval' | 'closed' {
  const said = env.FACILITATOR_SIGNUP
  // The careful one of the three is what a forgotten or misspelt setting means.
  return said === 'open' || said === 'closed' ? said : 'approval'
}
