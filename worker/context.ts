import type { Db } from './db/client'
import type { Env } from './env'
import { ApiError } from './errors'

/** Who is asking, as the access token says. No lookup was made to learn it. */
export type Identity = {
  userId: number
  signInId: string
  role: 'user' | 'facilitator'
  facilitatorId: number | null
  name: string
  email: string
  /** Epoch ms at which the proof ends. */
  expiresAt: number
}

/** What a verb needs to know of the request. Hono stays in the routes. */
export type Ctx = {
  env: Env
  db: Db
  /** Epoch ms at which the request arrived. */
  now: number
  requestId: string
  identity: Identity | null
  /** Goes on after the answer; errors in it are logged, never thrown. */
  later: (work: Promise<unknown>) => void
}

/** The variables that middleware sets and handlers read. */
export type AppEnv = { Bindings: Env; Variables: { ctx: Ctx } }

/** 401 unless somebody is signed in. */
export function signedIn(ctx: Ctx): Identity {
  if (!ctx.identity) throw new ApiError('sign_in_required', 'Sign in first.')
  return ctx.identity
}

/** 403 unless a facilitator is signed in; approval is asked for only where publishing is at stake. */
export function asFacilitator(ctx: Ctx): Identity & { facilitatorId: number } {
  const identity = signedIn(ctx)
  if (identity.facilitatorId === null) {
    throw new ApiError('facilitators_only', 'This is for facilitators.')
  }
  return { ...identity, facilitatorId: identity.facilitatorId }
}
