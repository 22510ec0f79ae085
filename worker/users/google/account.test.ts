import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDb } from '../../db/client'
import { identities, users } from '../../db/schema'
import { aCtx, aFacilitator, aUser } from '../../test/factories'
import { signInAs } from './account'
import type { Person } from './id-token'

const CLIENT = { carrier: 'body', userAgent: 'a test' } as const

it('who comes for the first time gets an account: a user with a verified email', async () => {
  const ctx = aCtx({ env: { ...env, DEFAULT_TIME_ZONE: 'Europe/Oslo' } })
  const ann = aPerson({ name: 'Ann' })
  const { user } = await signInAs(ctx, ann, CLIENT)
  expect(user).toMatchObject({ name: 'Ann', email: ann.verifiedEmail, role: 'user' })
  const [row] = await ctx.db.select().from(users).where(eq(users.id, user.id))
  expect(row).toMatchObject({
    emailVerifiedAt: ctx.now,
    passwordHash: null,
    timeZone: 'Europe/Oslo',
  })
})

it('who has no name with Google is called as the email begins', async () => {
  const ann = aPerson({ name: null, verifiedEmail: `ann-${crypto.randomUUID()}@example.com` })
  const { user } = await signInAs(aCtx(), ann, CLIENT)
  expect(user.name).toMatch(/^ann-[\w-]+$/)
})

it('who comes again is the same, whatever became of the email and the name there', async () => {
  const ann = aPerson()
  const { user } = await signInAs(aCtx(), ann, CLIENT)
  const changed = { ...ann, verifiedEmail: `${crypto.randomUUID()}@example.com`, name: 'Anna' }
  expect((await signInAs(aCtx(), changed, CLIENT)).user).toEqual(user)
  expect((await signInAs(aCtx(), { ...ann, verifiedEmail: null }, CLIENT)).user).toEqual(user)
})

it('the same subject of another issuer is somebody else', async () => {
  const ann = aPerson()
  const { user } = await signInAs(aCtx(), ann, CLIENT)
  const other = { ...aPerson(), issuer: 'https://another.example', subject: ann.subject }
  expect((await signInAs(aCtx(), other, CLIENT)).user.id).not.toBe(user.id)
})

it('an email that Google has not verified opens nothing and makes nothing', async () => {
  const taken = await aUser({ emailVerifiedAt: Date.now() })
  const refused = signInAs(aCtx(), aPerson({ verifiedEmail: null }), CLIENT)
  await expect(refused).rejects.toMatchObject({ code: 'google_email_unverified' })
  expect(await identitiesOf(taken.userId)).toBe(0)
})

it.each([
  ['with a password', { passwordHash: 'somebody chose one' }],
  ['without a password', { passwordHash: null }],
])('an account %s that never proved its email is not given away', async (_, overrides) => {
  const taken = await aUser(overrides)
  const mallory = aPerson({ verifiedEmail: taken.email })
  await expect(signInAs(aCtx(), mallory, CLIENT)).rejects.toMatchObject({
    code: 'email_taken',
    status: 409,
  })
  expect(await identitiesOf(taken.userId)).toBe(0)
})

it('an account that proved its email is linked, and keeps its name, role and password', async () => {
  const jane = await aFacilitator()
  await openDb(env.DB)
    .update(users)
    .set({ emailVerifiedAt: 1, passwordHash: 'hers' })
    .where(eq(users.id, jane.userId))
  const { user } = await signInAs(aCtx(), aPerson({ verifiedEmail: jane.email }), CLIENT)
  expect(user).toEqual({
    id: jane.userId,
    email: jane.email,
    name: 'Jane Smith',
    role: 'facilitator',
  })
  const [row] = await openDb(env.DB).select().from(users).where(eq(users.id, jane.userId))
  expect(row).toMatchObject({ passwordHash: 'hers', emailVerifiedAt: 1 })
})

it('somebody who comes twice at once gets one account', async () => {
  const ann = aPerson()
  const grants = await Promise.all([1, 2, 3].map(() => signInAs(aCtx(), ann, CLIENT)))
  expect(new Set(grants.map(({ user }) => user.id)).size).toBe(1)
})

it('an erased account is not opened again', async () => {
  const ann = aPerson()
  const { user } = await signInAs(aCtx(), ann, CLIENT)
  const erased = { erasedAt: 1, email: null }
  await openDb(env.DB).update(users).set(erased).where(eq(users.id, user.id))
  await openDb(env.DB).delete(identities).where(eq(identities.userId, user.id))
  expect((await signInAs(aCtx(), ann, CLIENT)).user.id).not.toBe(user.id)
})

function aPerson(changes: Partial<Person> = {}): Person {
  return {
    issuer: 'https://accounts.google.com',
    subject: crypto.randomUUID(),
    verifiedEmail: `${crypto.randomUUID()}@example.com`,
    name: 'Ann Visitor',
    ...changes,
  }
}

function identitiesOf(userId: number) {
  return openDb(env.DB).$count(identities, eq(identities.userId, userId))
}
