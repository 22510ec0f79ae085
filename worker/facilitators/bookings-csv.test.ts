import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { aRecordedBooking } from '../test/bookings'
import { ask, request } from '../test/client'
import { aFacilitator, aSession, aUser } from '../test/factories'
import { CSV_PAGE } from './bookings-csv'

const download = (sessionId: number, bearer: string) =>
  request(`/api/facilitator/sessions/${sessionId}/bookings.csv`, {
    headers: { Authorization: `Bearer ${bearer}` },
  })

describe('bookings for a spreadsheet', () => {
  it('say who booked what, in the session’s own zone, and what was typed can do no harm', async () => {
    const jane = await aFacilitator()
    const ann = await aUser({ name: '=cmd|"/c calc"!A1' })
    const bob = await aUser({ name: 'Bob, the builder' })
    const sessionId = await aSession(jane, { timeZone: 'Europe/Amsterdam' })
    const of = (n: number, userId: number) => ({
      ...{ sessionId, n, facilitatorId: jane.facilitatorId, userId },
    })
    const createdAt = Date.parse('2027-07-01T22:30:00Z')
    const checkedInAt = Date.parse('2027-07-03T06:55:00Z')
    const first = await aRecordedBooking(of(1, ann.userId), {
      ...{ state: 'attended', bookedBy: 'facilitator', checkedInAt },
      ...{ partySize: 2, names: ['+Zoë'], notes: 'A "bad"\nknee', priceMinor: 1250, createdAt },
    })
    const second = await aRecordedBooking(of(2, bob.userId), {
      ...{ state: 'cancelled', createdAt: createdAt - 1 },
    })
    await aRecordedBooking(of(3, bob.userId), { state: 'waitlisted' })

    const answer = await download(sessionId, jane.bearer)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8; header=present')
    expect(answer.headers.get('Content-Disposition')).toBe(
      `attachment; filename="bookings-${sessionId}.csv"`,
    )
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes)).toBe(
      [
        'Booking,Name,Email,Seats,With,Status,Booked (Europe/Amsterdam),Booked by,Came in (Europe/Amsterdam),Note,Price a seat,Total,Currency',
        `${first},"'=cmd|""/c calc""!A1",${ann.email},2,'+Zoë,attended,2027-07-02 00:30,you,2027-07-03 08:55,"A ""bad""\nknee",12.5,25,EUR`,
        `${second},"Bob, the builder",${bob.email},1,,cancelled,2027-07-02 00:29,visitor,,,25,25,EUR`,
        '',
      ].join('\r\n'),
    )
  })

  it('are a heading where nobody has booked', async () => {
    const jane = await aFacilitator()
    const answer = await download(await aSession(jane), jane.bearer)
    expect((await answer.text()).trimEnd().split('\r\n')).toHaveLength(1)
  })

  it('are all of them, however many', async () => {
    const jane = await aFacilitator()
    const { userId } = await aUser()
    const sessionId = await aSession(jane)
    const last = 2 * CSV_PAGE
    const first = { sessionId, n: 1, facilitatorId: jane.facilitatorId, userId }
    await aRecordedBooking(first, { createdAt: 1_800_000_000_000 })
    await copyBooking(sessionId * 1e6 + 1, last - 1)
    const lines = (await (await download(sessionId, jane.bearer)).text()).trimEnd().split('\r\n')
    const ids = lines.slice(1).map((line) => Number(line.split(',')[0]))
    expect(ids).toEqual(Array.from({ length: last }, (_, n) => sessionId * 1e6 + last - n))
  })

  it('are her own only', async () => {
    const [jane, mary] = [await aFacilitator(), await aFacilitator()]
    const { bearer } = await aUser()
    const path = `/api/facilitator/sessions/${await aSession(jane)}/bookings.csv`
    expect(await ask('GET', path)).toMatchObject({ status: 401 })
    expect(await ask('GET', path, { bearer })).toMatchObject({ status: 403 })
    expect(await ask('GET', path, { bearer: mary.bearer })).toMatchObject({ status: 404 })
    const odd = '/api/facilitator/sessions/99999999999999999999/bookings.csv'
    expect(await ask('GET', odd, { bearer: jane.bearer })).toMatchObject({ status: 400 })
  })
})

/** The same booking again under the ids that follow, as equal as can be. */
async function copyBooking(id: number, times: number) {
  const { results } = await env.DB.prepare('SELECT name FROM pragma_table_info(?)')
    .bind('bookings')
    .all<{ name: string }>()
  const others = results.flatMap(({ name }) => (name === 'id' ? [] : [name])).join(', ')
  await env.DB.prepare(
    `INSERT INTO bookings (id, ${others})
     WITH RECURSIVE copy(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copy WHERE n < ?2)
     SELECT id + n, ${others} FROM bookings, copy WHERE id = ?1`,
  )
    .bind(id, times)
    .run()
}
