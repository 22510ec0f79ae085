import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { openDb } from '../db/client'
import { aRecordedBooking } from '../test/bookings'
import { ask } from '../test/client'
import { aFacilitator, aSession, aUser } from '../test/factories'
import { planOf } from '../test/plan'
import { countBookings, countSessions } from './queries'

const DAY_MS = 86_400_000
const dashboard = async (bearer: string) => {
  const { status, json } = await ask('GET', '/api/facilitator/dashboard', { bearer })
  expect(status).toBe(200)
  return json
}

describe('the dashboard', () => {
  it('of someone who has nothing yet is full of zeros', async () => {
    const { bearer } = await aFacilitator()
    expect(await dashboard(bearer)).toEqual({
      metrics: {
        total_sessions: 0,
        active_sessions: 0,
        upcoming_sessions: 0,
        total_bookings: 0,
        total_revenue: 0,
        currency: 'EUR',
      },
      recent_bookings: [],
    })
  })

  it('counts her own sessions and bookings, and values bookings at the price agreed', async () => {
    const [jane, mary] = [await aFacilitator(), await aFacilitator()]
    const { userId, name, email } = await aUser()
    const coming = await aSession(jane)
    await aSession(jane, { startTime: Date.now() - DAY_MS })
    await aSession(jane, { status: 'draft' })
    await aSession(jane, { status: 'cancelled' })
    const marys = await aSession(mary)
    const of = (n: number) => ({ sessionId: coming, n, facilitatorId: jane.facilitatorId, userId })
    await aRecordedBooking(of(1), { partySize: 2, priceMinor: 1999, createdAt: 1_000 })
    await aRecordedBooking(of(2), { state: 'attended', createdAt: 2_000 })
    await aRecordedBooking(of(3), { state: 'no_show', createdAt: 3_000 })
    await aRecordedBooking(of(4), { state: 'cancelled', createdAt: 4_000 })
    await aRecordedBooking(of(5), { state: 'waitlisted', createdAt: 5_000 })
    await aRecordedBooking({ ...of(1), sessionId: marys, facilitatorId: mary.facilitatorId })

    const { metrics, recent_bookings } = await dashboard(jane.bearer)
    expect(metrics).toEqual({
      total_sessions: 4,
      active_sessions: 2,
      upcoming_sessions: 1,
      total_bookings: 3,
      total_revenue: 89.98,
      currency: 'EUR',
    })
    expect(recent_bookings).toMatchObject([
      {
        user: { name, email },
        session: { title: 'Morning Meditation', start_time: expect.stringMatching(/Z$/) },
        booking_date: '1970-01-01T00:00:04.000Z',
        status: 'cancelled',
      },
      { status: 'confirmed', state: 'no_show' },
      { status: 'confirmed', state: 'attended' },
      { status: 'confirmed', state: 'confirmed' },
    ])
  })

  it('shows the newest ten bookings', async () => {
    const jane = await aFacilitator()
    const { userId } = await aUser()
    const sessionId = await aSession(jane)
    const made: number[] = []
    for (let n = 1; n <= 12; n++) {
      const of = { sessionId, n, facilitatorId: jane.facilitatorId, userId }
      made.unshift(await aRecordedBooking(of, { createdAt: n }))
    }
    const { recent_bookings } = await dashboard(jane.bearer)
    expect(recent_bookings.map(({ id }: { id: number }) => id)).toEqual(made.slice(0, 10))
  })
})

it('its counts read no whole table', async () => {
  const db = openDb(env.DB)
  const held = await planOf(countSessions(db, 1, Date.now()))
  expect(held).toMatch(/SEARCH sessions USING INDEX sessions_facilitator/)
  const booked = await planOf(countBookings(db, 1))
  expect(booked).toMatch(/SEARCH bookings USING INDEX bookings_facilitator/)
  expect(held + booked).not.toMatch(/SCAN/)
})
