import { env } from 'cloudflare:workers'
import { eq, inArray } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import {
  bookings,
  crmNotifications,
  deadLetters,
  erasures,
  facilitators,
  identities,
  mail,
  mailTokens,
  messages,
  sessions,
} from '../db/schema'
import { facilitatorInbox } from '../durable-objects'
import { DatabaseUnavailable } from '../errors'
import { aMailbox, aSignInOf, cheapHash, ctxOf, endsOf, userRow } from '../test/accounts'
import { aRecordedBooking } from '../test/bookings'
import { ask, ORIGIN, request } from '../test/client'
import { asking, atDesk, bothSides, desk } from '../test/desk'
import { aFacilitator, aSession, aUser, d1Away } from '../test/factories'
import { anEvent } from '../test/inbox'
import { planOf } from '../test/plan'
import { eraseMe, listComing } from './erase-me'
import { exportMe } from './export-me'
import { forgotPassword } from './forgot-password'
import { register } from './register'

const PASSWORD = 'still as a pond'
const db = openDb(env.DB)

it('nothing of a person stays but an empty row that is marked', async () => {
  const ann = await aUser({
    name: 'Ann Bakker',
    passwordHash: cheapHash(PASSWORD),
    emailVerifiedAt: 1,
  })
  const { settings, letters } = aMailbox()
  const ctx = await ctxOf(ann, { env: { ...env, ...settings } })
  const { signInId } = await aSignInOf(ann)
  await forgotPassword(ctx, ann.email)
  await ctx.settled()
  expect(letters).toHaveLength(1)
  await db
    .insert(identities)
    .values({ issuer: 'https://id.test', subject: ann.email, userId: ann.userId, createdAt: 1 })
  await db.insert(crmNotifications).values(aCrmRow(ann))
  await db.insert(deadLetters).values(aDeadLetter(ann.userId))

  await eraseMe(ctx, PASSWORD)
  await ctx.settled()

  const row = await userRow(ann.userId)
  expect(row).toMatchObject({ email: null, name: '', passwordHash: null, erasedAt: ctx.now })
  const { [signInId]: end } = await endsOf(ann.userId)
  expect(end).toBe('erased')
  const kept = await Promise.all([
    db.select().from(mailTokens).where(eq(mailTokens.userId, ann.userId)),
    db.select().from(identities).where(eq(identities.userId, ann.userId)),
    db.select().from(deadLetters),
  ])
  expect(kept.flat()).toEqual([])
  const crm = await db.select().from(crmNotifications)
  expect(crm).toMatchObject([{ userId: ann.userId, userName: '', userEmail: '' }])
  expect(await db.select().from(erasures)).toEqual([
    { userId: ann.userId, requestedAt: ctx.now, doneAt: null },
  ])
})

it('of the rows a CRM posted, hers are those of her bookings and with her proved email', async () => {
  const [ann, ben] = [await aUser({ emailVerifiedAt: 1 }), await aUser({ name: 'Ben Bakker' })]
  const sessionId = await aSession(await aFacilitator())
  const booking = await aRecordedBooking({ sessionId, n: 1, facilitatorId: 1, userId: ann.userId })
  // Posted by a system that counts people in its own way: 77 is Ann, and Ann's number is Ben.
  const post = (userId: number, row: Partial<ReturnType<typeof aCrmRow>>) =>
    db.insert(crmNotifications).values({ ...aCrmRow(ann), ...row, userId })
  await post(77, { bookingId: booking, userName: 'by booking', userEmail: '' })
  await post(77, { bookingId: 2001, userName: 'by email', userEmail: ann.email.toUpperCase() })
  await post(ann.userId, { bookingId: 2002, userName: ben.name, userEmail: ben.email })

  const ctx = await ctxOf(ann)
  const { crm_notifications } = await exportMe(ctx)
  expect(crm_notifications.map(({ user }) => user.name)).toEqual(['by booking', 'by email'])
  // Whoever only claims an email is shown nothing that was told of it.
  expect((await exportMe(await ctxOf(ben))).crm_notifications).toEqual([])

  await eraseMe(ctx, undefined)
  const isPosted = inArray(crmNotifications.bookingId, [booking, 2001, 2002])
  const rows = await db.select().from(crmNotifications).where(isPosted).orderBy(crmNotifications.id)
  const nobody = { userId: ann.userId, userName: '', userEmail: '' }
  const still = { userId: ann.userId, userName: ben.name, userEmail: ben.email }
  expect(rows).toMatchObject([nobody, nobody, still])
})

it('her desks give the seats back and forget her, and the copies learn it', async () => {
  const sessionId = await aSession(await aFacilitator(), { capacity: 3 })
  const ann = await aUser({ name: 'Ann Bakker' })
  await desk(sessionId).book(asking(ann, { partySize: 2, names: ['Ben'], notes: 'A bad knee' }))
  const ctx = await ctxOf(ann)
  await eraseMe(ctx, undefined)
  await ctx.settled()
  await expect
    .poll(async () => (await bothSides(sessionId)).inD1)
    .toMatchObject({
      session: { taken: 0 },
      bookings: [{ state: 'cancelled', notes: null, names: [] }],
    })
})

it('the email is free again, and a proof that outlives its owner opens nothing', async () => {
  const ann = await aUser({ passwordHash: null })
  const { status, json } = await ask('DELETE', '/api/auth/me', { bearer: ann.bearer })
  expect([status, json]).toEqual([200, { message: 'Your account is deleted.' }])
  for (const [method, path] of [
    ['GET', '/api/auth/me'],
    ['GET', '/api/auth/me/export'],
    ['PATCH', '/api/auth/me'],
    ['POST', '/api/auth/me/teach'],
    ['DELETE', '/api/auth/me'],
  ] as const) {
    const body = method === 'GET' ? undefined : {}
    const answer = await ask(method, path, { bearer: ann.bearer, body })
    expect([path, answer.status, answer.json.code]).toEqual([path, 401, 'sign_in_ended'])
  }
  const words = { name: 'Another Ann', password: PASSWORD, role: 'user' as const }
  const rest = { bio: undefined, specialization: undefined, time_zone: 'UTC' }
  const client = { carrier: 'body', userAgent: '' } as const
  const { user } = await register(
    await ctxOf(await aUser()),
    { ...words, ...rest, email: ann.email },
    client,
  )
  expect(user.id).not.toBe(ann.userId)
})

it('a browser keeps no cookie of it', async () => {
  const { bearer } = await aUser()
  const answer = await request('/api/auth/me', {
    method: 'DELETE',
    headers: { 'Sec-Fetch-Site': 'same-origin', Origin: ORIGIN, Cookie: `__Host-access=${bearer}` },
  })
  expect(answer.status).toBe(200)
  expect(answer.headers.getSetCookie()).toHaveLength(2)
})

it.each([undefined, 'wrong'])('without the password (%j) nobody is erased', async (wrong) => {
  const ann = await aUser({ passwordHash: cheapHash(PASSWORD) })
  const body = { password: wrong }
  const { status, json } = await ask('DELETE', '/api/auth/me', { bearer: ann.bearer, body })
  expect([status, json.code, json.details[0].path]).toEqual([403, 'wrong_password', 'password'])
  expect(await userRow(ann.userId)).toMatchObject({ email: ann.email, erasedAt: null })
})

it('a facilitator whom people wait for stays, and is told which sessions remain', async () => {
  const jane = await aFacilitator()
  const [booked, unbooked] = [await aSession(jane), await aSession(jane)]
  await desk(booked).book(asking(await aUser()))
  const { status, json } = await ask('DELETE', '/api/auth/me', { bearer: jane.bearer })
  expect([status, json.code]).toEqual([409, 'sessions_remain'])
  expect(json.sessions).toEqual([
    { id: booked, title: 'Morning Meditation', start_time: expect.stringMatching(/Z$/) },
  ])
  expect((await userRow(jane.userId)).erasedAt).toBeNull()
  expect(await statusOf(unbooked)).toBe('active')
})

it('a booking that D1 has not heard of counts too', async () => {
  const jane = await aFacilitator()
  const sessionId = await aSession(jane)
  await desk(sessionId).book(asking(await aUser()))
  // As it stands in D1 until the desk has told it.
  await db.update(sessions).set({ taken: 0 }).where(eq(sessions.id, sessionId))
  await expect(eraseMe(await ctxOf(jane), undefined)).rejects.toMatchObject({
    code: 'sessions_remain',
  })
  expect((await userRow(jane.userId)).erasedAt).toBeNull()
})

it('a facilitator nobody waits for goes: her coming sessions end, what she gave stays', async () => {
  const jane = await aFacilitator({ bio: 'Twenty years.', specialization: 'Yin' })
  await db.insert(messages).values(aMessage(jane.facilitatorId))
  const coming = await aSession(jane)
  const past = { startTime: Date.now() - 7_200_000, endTime: Date.now() - 3_600_000, taken: 4 }
  const given = await aSession(jane, past)
  const ctx = await ctxOf(jane)
  await eraseMe(ctx, undefined)
  await ctx.settled()
  expect(await statusOf(coming)).toBe('cancelled')
  expect(await statusOf(given)).toBe('active')
  const [row] = await db.select().from(facilitators).where(eq(facilitators.id, jane.facilitatorId))
  expect(row).toMatchObject({ bio: '', specialization: '', approvedAt: null })
  const hers = eq(messages.facilitatorId, jane.facilitatorId)
  expect(await db.select().from(messages).where(hers)).toMatchObject([{ subject: '', text: '' }])
  const names = await Promise.all(
    [coming, given].map((id) =>
      atDesk(id, async (desk) => {
        await desk.open()
        return desk.store.findSession().facilitatorName
      }),
    ),
  )
  expect(names).toEqual(['Somebody', 'Somebody'])
})

it('what she has yet to give is found without reading all that others give', async () => {
  const plan = await planOf(listComing(db, 1, Date.now()))
  expect(plan).toContain('USING INDEX')
  expect(plan).not.toContain('SCAN')
})

it('with D1 away nobody is half erased', async () => {
  const ann = await aUser()
  const away = await ctxOf(ann, { db: openDb(d1Away()) })
  await expect(eraseMe(away, undefined)).rejects.toBeInstanceOf(DatabaseUnavailable)
  expect(await userRow(ann.userId)).toMatchObject({ email: ann.email, erasedAt: null })
})

it('the export is one file with everything, kept by nobody on the way', async () => {
  const jane = await aFacilitator({ bio: 'Twenty years.' })
  const sessionId = await aSession(await aFacilitator())
  const own = await aSession(jane, { onlineUrl: 'https://rooms.test/jane' })
  await desk(sessionId).book(asking(jane, { notes: 'A bad knee' }))
  await aSignInOf(jane)
  await db.insert(messages).values(aMessage(jane.facilitatorId))
  const google = { issuer: 'https://id.test', subject: 'Jane at Google' }
  await db.insert(identities).values({ ...google, userId: jane.userId, createdAt: 1 })
  await facilitatorInbox(env, jane.facilitatorId).deliver([anEvent(1), anEvent(2)])
  const letter = { id: 'a letter', kind: 'reset_password', state: 'sent' as const, sentAt: 1 }
  await db
    .insert(mail)
    .values({ ...letter, userId: jane.userId, leaseUntil: 0, attempts: 1, triedAt: 1 })
  const { status, headers, json } = await ask('GET', '/api/auth/me/export', { bearer: jane.bearer })
  expect(status).toBe(200)
  expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename="[\w-]+\.json"$/)
  expect(headers.get('Cache-Control')).toBe('no-store')
  expect(json).toMatchObject({
    account: { id: jane.userId, email: jane.email, facilitator: { bio: 'Twenty years.' } },
    sign_ins: [{ user_agent: 'a test', ended_at: null }],
    bookings: [{ session_id: sessionId, notes: 'A bad knee', state: 'confirmed' }],
    sessions: [{ id: own, online_url: 'https://rooms.test/jane' }],
    identities: [google],
    letters: [{ kind: 'reset_password', state: 'sent', sent_at: '1970-01-01T00:00:00.001Z' }],
    messages: [{ subject: 'Bring a mat', text: 'The floor is cold.' }],
    notices: [{ id: '1:2' }, { id: '1:1', user: { name: 'Ann Visitor' } }],
  })
  expect(JSON.stringify(json)).not.toMatch(/scrypt|hash/i)
})

it('an export shows nobody else', async () => {
  const [ann, ben] = [await aUser(), await aUser({ name: 'Ben Bakker' })]
  const sessionId = await aSession(await aFacilitator())
  await desk(sessionId).book(asking(ben))
  await db.insert(crmNotifications).values({ ...aCrmRow(ben), bookingId: 2 })
  const everything = await exportMe(await ctxOf(ann))
  expect(everything).toMatchObject({
    bookings: [],
    sessions: [],
    crm_notifications: [],
    notices: [],
  })
  expect(JSON.stringify(everything)).not.toContain('Bakker')
  expect(await db.select().from(bookings).where(eq(bookings.userId, ben.userId))).toHaveLength(1)
})

async function statusOf(sessionId: number) {
  const [row] = await db.select().from(sessions).where(eq(sessions.id, sessionId))
  return row?.status
}

function aCrmRow(who: { userId: number; name: string; email: string }) {
  return {
    bookingId: 1,
    kind: 'new_booking' as const,
    userId: who.userId,
    userName: who.name,
    userEmail: who.email,
    eventId: 1,
    eventTitle: 'Morning Meditation',
    eventStartTime: '2027-01-15T09:00:00.000Z',
    facilitatorId: 1,
    receivedAt: 1,
  }
}

function aDeadLetter(aboutUserId: number) {
  const letter = { kind: 'booking_confirmed', userId: 0, reason: 'a test', diedAt: 1 }
  return { ...letter, id: crypto.randomUUID(), aboutUserId, body: '{"visitor":"Ann Bakker"}' }
}

function aMessage(facilitatorId: number) {
  const words = { subject: 'Bring a mat', text: 'The floor is cold.' }
  return { ...words, facilitatorId, sessionId: 1, fingerprint: '', recipients: 3, createdAt: 1 }
}
