import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { signIns } from '../db/schema'
import { sweep } from '../sweep'
import { aSignInOf } from '../test/accounts'
import { aCtx, aUser } from '../test/factories'
import { planOf } from '../test/plan'
import { forgetExpired, forgetSignIns, SIGN_INS_MAX } from './forget-expired'
import { ABSOLUTE_END_MS, newSignIn } from './grant'
import { refresh } from './refresh'

const NOW = Date.now()
const db = openDb(env.DB)

it('the sweep forgets sign-ins that no token can be of any more, and no others', async () => {
  const ann = await aUser()
  const begun = (at: number) => aSignInOf(ann, at)
  await begun(NOW - ABSOLUTE_END_MS)
  const ended = await begun(NOW - ABSOLUTE_END_MS)
  const goingOn = await begun(NOW - ABSOLUTE_END_MS + 1)
  const signedOut = { endedAt: NOW - ABSOLUTE_END_MS + 1, endReason: 'sign_out' as const }
  await db.update(signIns).set(signedOut).where(eq(signIns.id, ended.signInId))
  expect(await listOf(ann)).toHaveLength(3)
  await sweep(env, NOW)
  expect(await listOf(ann)).toEqual([goingOn.signInId])
})

it('a token of one that is forgotten is refused as one of a sign-in that ended', async () => {
  const ann = await aUser()
  const { row, refreshToken } = newSignIn(NOW, { carrier: 'body', userAgent: 'a test' })
  await db.insert(signIns).values({ ...row, userId: ann.userId })
  await forgetExpired(db, NOW + ABSOLUTE_END_MS)
  const refused = refresh(aCtx({ now: NOW + ABSOLUTE_END_MS }), refreshToken, 'body')
  await expect(refused).rejects.toMatchObject({ code: 'sign_in_ended', status: 401 })
})

it('a bounded number a run, found without reading the rest', async () => {
  const plan = await planOf(forgetSignIns(db, NOW))
  expect(plan).toContain('sign_ins_created')
  expect(plan).not.toContain('SCAN')
  expect(forgetSignIns(db, NOW).toSQL().params).toContain(SIGN_INS_MAX)
})

async function listOf({ userId }: { userId: number }) {
  const rows = await db.select().from(signIns).where(eq(signIns.userId, userId))
  return rows.map(({ id }) => id)
}
