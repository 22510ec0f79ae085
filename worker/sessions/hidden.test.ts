import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { sessions } from '../db/schema'
import { sweep } from '../sweep'
import { ask, request } from '../test/client'
import { asking, atDesk, desk } from '../test/desk'
import { aCtx, aFacilitator, aSession, aUser, d1Away } from '../test/factories'
import { findSession } from './read'
import { READ_EVERY_MS } from './recent-reads'

const HIDDEN_AT = Date.parse('2026-11-22T10:00:00Z')
const NO_SESSION = { status: 404, json: { code: 'not_found' } }

/** As `npm run sessions` does it: a word of D1's, of which no desk is told. */
async function sayHidden(sessionId: number, hiddenAt: number | null) {
  await openDb(env.DB).update(sessions).set({ hiddenAt }).where(eq(sessions.id, sessionId))
}

/** Its desk is warm and has booked somebody. */
async function aHiddenSession(overrides: Parameters<typeof aSession>[1] = {}) {
  const [jane, ann] = [await aFacilitator(), await aUser()]
  const title = `Breath ${crypto.randomUUID().slice(0, 8)}`
  const id = await aSession(jane, { title, ...overrides })
  const booked = await desk(id).book(asking(ann))
  if (booked.kind === 'refused') throw new Error(booked.message)
  await sayHidden(id, HIDDEN_AT)
  return { id, title, jane, ann, bookingId: booked.booking.id }
}

const read = (id: number, bearer?: string) =>
  ask('GET', `/api/sessions/${id}`, bearer ? { bearer } : {})
const book = (id: number, bearer: string) =>
  ask('POST', '/api/bookings', { bearer, body: { session_id: id } })

/** As a stranger, at a time at which nothing read before is shown. */
async function readLater(id: number, db = openDb(env.DB)) {
  const ctx = aCtx({ db, now: Date.now() + READ_EVERY_MS })
  const answer = await findSession(ctx, id)
  await ctx.settled()
  return answer
}

it('what is hidden is in no list, and strangers find no page of it', async () => {
  const { id, title, jane } = await aHiddenSession()
  const listed = await ask('GET', `/api/sessions?facilitator=${jane.facilitatorId}`)
  expect(listed.json).toEqual([])
  const found = await ask('GET', `/api/sessions?q=${encodeURIComponent(title)}`)
  expect(found.json.map((one: { id: number }) => one.id)).not.toContain(id)
  expect((await ask('GET', `/api/availability?ids=${id}`)).json.sessions).toEqual([])
  const profile = await ask('GET', `/api/facilitators/${jane.facilitatorId}`)
  expect(profile.json).toMatchObject({ coming_sessions: 0, sessions: [] })

  expect(await read(id)).toMatchObject(NO_SESSION)
  expect(await read(id, (await aUser()).bearer)).toMatchObject(NO_SESSION)
  expect((await request(`/api/sessions/${id}/calendar.ics`)).status).toBe(404)
})

it('who looks at its page has its desk told: from then on strangers get no seat in it', async () => {
  const { id } = await aHiddenSession()
  const eve = await aUser()
  await read(id)
  await expect.poll(() => atDesk(id, ({ store }) => store.findSession().hiddenAt)).toBe(HIDDEN_AT)
  expect(await book(id, eve.bearer)).toMatchObject(NO_SESSION)
  const joined = await ask('POST', `/api/sessions/${id}/waitlist`, { bearer: eve.bearer, body: {} })
  expect(joined).toMatchObject(NO_SESSION)
  const upgrade = { headers: { Upgrade: 'websocket' } }
  expect((await request(`/api/sessions/${id}/live`, upgrade)).status).toBe(404)
})

it('who has a seat keeps it, sees the page, and can give it back', async () => {
  const { id, jane, ann, bookingId } = await aHiddenSession()
  const hidden_at = new Date(HIDDEN_AT).toISOString()
  expect(await read(id, ann.bearer)).toMatchObject({ status: 200, json: { hidden_at } })
  expect(await read(id, jane.bearer)).toMatchObject({ status: 200, json: { hidden_at } })
  const own = await ask('GET', '/api/facilitator/sessions', { bearer: jane.bearer })
  expect(own.json).toMatchObject([{ id, hidden_at, bookings_count: 1 }])
  const { bearer } = ann
  const cancelled = await ask('POST', `/api/bookings/${bookingId}/cancel`, { bearer })
  expect(cancelled).toMatchObject({ status: 200, json: { booking: { state: 'cancelled' } } })
  expect(await read(id, bearer)).toMatchObject(NO_SESSION)
})

it('who waited before it was hidden is offered what comes free, and may take it', async () => {
  const { id, ann, bookingId } = await aHiddenSession({ capacity: 1 })
  const bob = await aUser()
  await desk(id).join(asking(bob))
  await desk(id).hide(HIDDEN_AT)
  await desk(id).cancel({ bookingId, by: { userId: ann.userId }, reason: null })
  const { json } = await read(id, bob.bearer)
  expect(json).toMatchObject({ hidden_at: expect.any(String), my_booking: { state: 'offered' } })
  const path = `/api/bookings/${json.my_booking.id}/accept`
  const accepted = await ask('POST', path, { bearer: bob.bearer, body: {} })
  expect(accepted).toMatchObject({ status: 200, json: { booking: { state: 'confirmed' } } })
})

it('who leaves the list of what was hidden can undo it, and nobody else can join', async () => {
  const { id } = await aHiddenSession({ capacity: 1 })
  const [bob, eva] = [await aUser(), await aUser()]
  const joined = await desk(id).join(asking(bob))
  if (joined.kind !== 'booked') throw new Error('Bob should be on the list')
  await desk(id).hide(HIDDEN_AT)
  await desk(id).leave({ bookingId: joined.booking.id, userId: bob.userId })
  expect(await desk(id).join(asking(bob))).toMatchObject({ code: 'not_found' })
  const back = await desk(id).join({ ...asking(bob), oldPlace: true })
  expect(back).toMatchObject({ booking: { id: joined.booking.id, state: 'waitlisted' } })
  const stranger = await desk(id).join({ ...asking(eva), oldPlace: true })
  expect(stranger).toMatchObject({ code: 'not_found' })
})

it('shown again it can be booked again', async () => {
  const { id } = await aHiddenSession()
  await expect(readLater(id)).rejects.toMatchObject({ code: 'not_found' })
  await sayHidden(id, null)
  const ctx = aCtx({ now: Date.now() + 2 * READ_EVERY_MS })
  expect((await findSession(ctx, id)).id).toBe(id)
  await ctx.settled()
  expect(await book(id, (await aUser()).bearer)).toMatchObject({ status: 201 })
})

it('the sweep tells a desk at whose page nobody looks', async () => {
  const { id } = await aHiddenSession()
  expect(await desk(id).read(null)).toMatchObject({ session: { hiddenAt: null } })
  await sweep(env, Date.now())
  expect(await desk(id).read(null)).toMatchObject({ session: { hiddenAt: HIDDEN_AT } })
})

it('a word that is older than the operators’ own brings nothing back', async () => {
  const { id } = await aHiddenSession()
  await read(id)
  await expect.poll(() => atDesk(id, ({ store }) => store.findSession().hiddenAt)).toBe(HIDDEN_AT)
  // A page that asked D1 a moment before, and a sweep that listed its desks before.
  await desk(id).hide(null)
  const born = { facilitatorName: 'Jane Smith', hiddenAt: null }
  await atDesk(id, (desk) => desk.reconcile({ ...born, knownRev: desk.store.findSession().rev }))
  expect(await book(id, (await aUser()).bearer)).toMatchObject(NO_SESSION)
})

it('with D1 away the last word its desk heard stands', async () => {
  const { id } = await aHiddenSession()
  expect((await readLater(id, openDb(d1Away()))).id).toBe(id)
  await desk(id).hide(HIDDEN_AT)
  const ctx = aCtx({ db: openDb(d1Away()), now: Date.now() + 3 * READ_EVERY_MS })
  await expect(findSession(ctx, id)).rejects.toMatchObject({ code: 'not_found' })
})

it('a desk that wakes later knows, and what its facilitator changes shows nothing', async () => {
  const jane = await aFacilitator()
  const id = await aSession(jane, { hiddenAt: HIDDEN_AT })
  expect(await book(id, (await aUser()).bearer)).toMatchObject(NO_SESSION)
  const { bearer } = jane
  const amended = await ask('PUT', `/api/sessions/${id}`, { bearer, body: { title: 'Calm' } })
  expect(amended).toMatchObject({ status: 200, json: { session: { title: 'Calm' } } })
  const [row] = await openDb(env.DB).select().from(sessions).where(eq(sessions.id, id))
  expect(row).toMatchObject({ title: 'Calm', hiddenAt: HIDDEN_AT })
  const copied = await ask('POST', `/api/sessions/${id}/duplicate`, {
    ...{ bearer, body: { status: 'active' } },
  })
  expect(copied.json.sessions).toMatchObject([{ hidden_at: expect.any(String) }])
})
