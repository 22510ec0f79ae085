import type { Ctx } from '../context'
import type { Env } from '../env'
import { ApiError } from '../errors'

/** Whether a new facilitator may publish at once, once an operator approves, or not exist at all. */
export function facilitatorSignUp(env: Env): 'open' | 'approval' | 'closed' {
  const said = env.FACILITATOR_SIGNUP
  // The careful one of the three is what a forgotten or misspelt setting means.
  return said === 'open' || said === 'closed' ? said : 'approval'
}

/** 403 `sign_up_closed` where facilitators are made by operators only. */
export function refuseIfClosed(env: Env): void {
  if (facilitatorSignUp(env) !== 'closed') return
  throw new ApiError('sign_up_closed', 'This site takes no new facilitators by itself.')
}

/** Since when somebody who becomes a facilitator now may publish. */
export function approvedFrom({ env, now }: Pick<Ctx, 'env' | 'now'>): number | null {
  return facilitatorSignUp(env) === 'open' ? now : null
}
