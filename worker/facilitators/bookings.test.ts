import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { openDb } from '../db/client'
import { aRecordedBooking } from '../test/bookings'
import { ask } from '../test/client'
import { aFacilitator, aSession, aUser } from '../test/factories'
import { planOf } from '../test/plan'
import { listBookings, listBookingsOf } from './queries'

const nextOf = (headers: Headers) => /<([^>]+)>; rel="next"/.exec(headers.get('Link') ?? '')?.[1]

describe('who booked', () => {
  it('is told with their note and seats, newest first, for all sessions and for one', async () => {
    const jane = await aFacilitator()
    const [ann, bob] = [await aUser({ name: 'Ann' }), await aUser({ name: 'Bob' })]
    const [first, second] = [await aSession(jane), await aSession(jane)]
    const book = (bearer: string, session_id: number, notes?: string) =>
      ask('POST', '/api/bookings', { bearer, body: { session_id, notes, party_size: 2 } })
    const anns = await book(ann.bearer, first, 'Bad knee')
    const bobs = await book(bob.bearer, second)
    await ask('POST', `/api/bookings/${bobs.json.booking_id}/cancel`, { bearer: bob.bearer })

    const all = await ask('GET', '/api/facilitator/bookings', { bearer: jane.bearer })
    expect(all.status).toBe(200)
    expect(all.json).toHaveLength(2)
    const byId = new Map(all.json.map((row: { id: number }) => [row.id, row]))
    expect(byId.get(anns.json.booking_id)).toMatchObject({
      user: { id: ann.userId, name: 'Ann', email: ann.email },
      session: {
        id: first,
        title: 'Morning Meditation',
        session_type: 'session',
        start_time: expect.stringMatching(/Z$/),
        time_zone: 'Europe/Amsterdam',
      },
      booking_status: 'confirmed',
      booking_date: expect.stringMatching(/Z$/),
      notes: 'Bad knee',
      party_size: 2,
      price: 25,
      total: 50,
    })
    expect(byId.get(bobs.json.booking_id)).toMatchObject({
      booking_status: 'cancelled',
      cancelled_by: 'user',
    })

    const one = await ask('GET', `/api/facilitator/sessions/${first}/bookings`, {
      bearer: jane.bearer,
    })
    expect(one.json).toMatchObject([{ id: anns.json.booking_id, user: { id: ann.userId } }])
    expect(one.json[0]).not.toHaveProperty('session')
  })

  it('is told to the session’s own facilitator only', async () => {
    const [jane, mary] = [await aFacilitator(), await aFacilitator()]
    const ann = await aUser()
    const id = await aSession(jane)
    await ask('POST', '/api/bookings', { bearer: ann.bearer, body: { session_id: id } })
    const hers = await ask('GET', '/api/facilitator/bookings', { bearer: mary.bearer })
    expect(hers.json).toEqual([])
  })

  it('leaves out who only waits, holds or was offered', async () => {
    const jane = await aFacilitator()
    const { userId } = await aUser()
    const sessionId = await aSession(jane)
    const of = (n: number) => ({ sessionId, n, facilitatorId: jane.facilitatorId, userId })
    const states = ['held', 'offered', 'waitlisted', 'expired', 'declined', 'left'] as const
    for (const [n, state] of states.entries()) await aRecordedBooking(of(n + 1), { state })
    const noShow = await aRecordedBooking(of(20), { state: 'no_show' })
    for (const path of ['bookings', `sessions/${sessionId}/bookings`]) {
      const { json } = await ask('GET', `/api/facilitator/${path}`, { bearer: jane.bearer })
      expect(json).toMatchObject([
        { id: noShow, booking_status: 'confirmed', state: 'no_show', attendance: 'no_show' },
      ])
    }
  })

  it('goes on at its link, none missing and none twice, also among equal times', async () => {
    const jane = await aFacilitator()
    const { userId } = await aUser()
    const sessionId = await aSession(jane)
    const made: number[] = []
    for (let n = 1; n <= 120; n++) {
      const of = { sessionId, n, facilitatorId: jane.facilitatorId, userId }
      const createdAt = 1_800_000_000_000 + Math.floor(n / 50)
      made.unshift(await aRecordedBooking(of, { state: 'cancelled', createdAt }))
    }
    for (const path of ['bookings', `sessions/${sessionId}/bookings`]) {
      const first = await ask('GET', `/api/facilitator/${path}`, { bearer: jane.bearer })
      const second = await ask('GET', nextOf(first.headers) ?? '', { bearer: jane.bearer })
      expect(nextOf(second.headers)).toBeUndefined()
      const seen = [...first.json, ...second.json].map(({ id }: { id: number }) => id)
      expect(first.json).toHaveLength(100)
      expect(seen).toEqual(made)
    }
  })

  it('refuses a page it does not know, and names what is wrong', async () => {
    const { bearer } = await aFacilitator()
    for (const query of ['limit=1000', 'cursor=x', 'limit=1&limit=2']) {
      expect(await ask('GET', `/api/facilitator/bookings?${query}`, { bearer })).toMatchObject({
        status: 400,
        json: { details: [{ path: query.split('=')[0] }] },
      })
    }
  })
})

it('the queries read no whole table and sort nothing', async () => {
  const db = openDb(env.DB)
  for (const after of [null, { at: Date.now(), id: 7 }]) {
    const page = { after, limit: 101 }
    for (const [query, index] of [
      [listBookings(db, 1, page), 'bookings_facilitator'],
      [listBookingsOf(db, 1, page), 'bookings_session'],
    ] as const) {
      const plan = await planOf(query)
      expect(plan).toContain(`SEARCH bookings USING INDEX ${index}`)
      expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
    }
  }
})
