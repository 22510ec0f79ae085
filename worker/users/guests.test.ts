import { env } from 'cloudflare:workers'
import { createHash } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { mailTokens, users } from '../db/schema'
import { sweep } from '../sweep'
import { aMailbox } from '../test/accounts'
import { ask } from '../test/client'
import { aCtx, aFacilitator, aSession } from '../test/factories'
import { planOf } from '../test/plan'
import { forgotPassword } from './forgot-password'
import { findOrMakeGuest, forgetGuest, forgetStrayGuests } from './guests'
import { resetPassword } from './reset-password'

const anEmail = () => `${crypto.randomUUID()}@example.com`
const PASSWORD = 'a quiet evening'

/** Somebody whom a facilitator added by phone. */
async function aGuest(email: string) {
  const jane = await aFacilitator()
  const sessionId = await aSession(jane)
  const path = `/api/facilitator/sessions/${sessionId}/attendees`
  const added = await ask('POST', path, { bearer: jane.bearer, body: { name: 'Dora', email } })
  return { userId: added.json.booking.user.id as number, bookingId: added.json.booking_id }
}

const register = (email: string) =>
  ask('POST', '/api/auth/register', { body: { name: 'Mallory', email, password: PASSWORD } })
const signIn = (email: string, password = PASSWORD) =>
  ask('POST', '/api/auth/login', { body: { email, password } })

it('nobody becomes a guest by registering with their email', async () => {
  const email = anEmail()
  const { userId } = await aGuest(email)
  const registered = await register(email.toUpperCase())
  expect([registered.status, registered.json.code]).toEqual([409, 'email_taken'])
  for (const password of [PASSWORD, ' ', 'null']) {
    expect((await signIn(email, password)).status).toBe(401)
  }
  const [row] = await openDb(env.DB).select().from(users).where(eq(users.id, userId))
  expect(row).toMatchObject({ name: 'Dora', passwordHash: null, emailVerifiedAt: null })
})

it('who owns the mailbox makes the account theirs, and finds the seat there', async () => {
  const email = anEmail()
  const { userId, bookingId } = await aGuest(email)
  const box = aMailbox()
  const ctx = aCtx({ env: box.env })
  await forgotPassword(ctx, email)
  await ctx.settled()
  const token = box.letters.at(-1)?.token ?? ''
  await resetPassword(aCtx(), { token, password: PASSWORD })
  const { status, json } = await signIn(email)
  expect([status, json.user.id]).toEqual([200, userId])
  const mine = await ask('GET', '/api/bookings/my', { bearer: json.access_token })
  expect(mine.json).toMatchObject([{ id: bookingId, booked_by: 'facilitator' }])
  const [row] = await openDb(env.DB).select().from(users).where(eq(users.id, userId))
  expect(row?.emailVerifiedAt).not.toBeNull()
})

it('without mail the link that operators print is as good', async () => {
  const email = anEmail()
  const { userId } = await aGuest(email)
  const without = { ...env, MAIL: undefined } as unknown as typeof env
  await expect(forgotPassword(aCtx({ env: without }), email)).rejects.toMatchObject({
    code: 'mail_off',
  })
  // As scripts/reset-link.js writes it down.
  const token = crypto.randomUUID()
  const hash = createHash('sha256').update(token).digest('base64url')
  const link = { hash, userId, kind: 'reset_password' as const, createdAt: Date.now() }
  const db = openDb(env.DB)
  await db.insert(mailTokens).values({ ...link, expiresAt: Date.now() + 3_600_000 })
  await resetPassword(aCtx(), { token, password: PASSWORD })
  expect((await signIn(email)).json.user).toMatchObject({ id: userId, name: 'Dora' })
})

it('who has a seat or a password by then is not forgotten', async () => {
  const ctx = aCtx()
  const email = anEmail()
  const { userId } = await aGuest(email)
  await forgetGuest(ctx.db, userId)
  const account = await findOrMakeGuest(ctx, { name: 'Eve', email: anEmail(), guestKey: null })
  await ctx.db.update(users).set({ passwordHash: 'x' }).where(eq(users.id, account.user.id))
  await forgetGuest(ctx.db, account.user.id)
  const nobody = await findOrMakeGuest(ctx, { name: 'Eve', email: null, guestKey: email })
  await forgetGuest(ctx.db, nobody.user.id)
  const kept = async (id: number) =>
    (await ctx.db.select({ id: users.id }).from(users).where(eq(users.id, id))).length
  expect([await kept(userId), await kept(account.user.id), await kept(nobody.user.id)]).toEqual([
    1, 1, 0,
  ])
})

it('two without an email are two, and by the same press one', async () => {
  const ctx = aCtx()
  const asked = (guestKey: string) => ({ name: 'Dora', email: null, guestKey })
  const key = crypto.randomUUID()
  const both = await Promise.all([1, 2].map(() => findOrMakeGuest(ctx, asked(key))))
  expect(new Set(both.map(({ user }) => user.id)).size).toBe(1)
  expect(both.filter(({ isNew }) => isNew)).toHaveLength(1)
  const other = await findOrMakeGuest(ctx, asked(crypto.randomUUID()))
  expect(other).toMatchObject({ isNew: true, user: { name: 'Dora', email: '' } })
  expect(other.user.id).not.toBe(both[0]?.user.id)
})

it('the sweep forgets whom a seat was never given to, and nobody else', async () => {
  const now = Date.now()
  const daysAgo = (days: number) => aCtx({ now: now - days * 86_400_000 })
  const guest = async (days: number, email: string | null = null) =>
    (
      await findOrMakeGuest(daysAgo(days), {
        ...{ name: 'Dora', email, guestKey: email ?? crypto.randomUUID() },
      })
    ).user.id
  const stray = await guest(1.1)
  const late = await guest(0.9)
  const { userId: seated } = await aGuest(anEmail())
  const linked = await guest(1.1, anEmail())
  const db = openDb(env.DB)
  const old = { createdAt: now - 2 * 86_400_000 }
  await db.update(users).set(old).where(eq(users.id, seated))
  const link = { hash: crypto.randomUUID(), userId: linked, kind: 'reset_password' as const }
  await db.insert(mailTokens).values({ ...link, createdAt: now, expiresAt: now + 60_000 })
  await sweep(env, now)
  const left = await db
    .select({ id: users.id })
    .from(users)
    .where(inArray(users.id, [stray, late, seated, linked]))
  expect(left.map(({ id }) => id)).toEqual([late, seated, linked])
  expect(await planOf(forgetStrayGuests(db, now))).toContain('USING INDEX users_without_password')
})
