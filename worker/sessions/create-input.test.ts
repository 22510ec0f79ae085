import { describe, expect, it } from 'vitest'
import { request } from '../test/client'
import { aFacilitator } from '../test/factories'
import { aBody, countSessionsOf, createBy, inAYear } from '../test/new-sessions'

describe('bad input is named', () => {
  it.each([
    ['title', undefined],
    ['title', ''],
    ['title', '   '],
    ['title', '\u200B\u2060 \u00AD'],
    ['title', 'x'.repeat(201)],
    ['title', 7],
    ['description', 'x'.repeat(10_001)],
    ['session_type', 'workshop'],
    ['start_time', undefined],
    ['start_time', 'soon'],
    ['start_time', 1_800_000_000_000],
    ['start_time', '2020-01-15T09:00'],
    ['start_time', inAYear('-02-30T09:00')],
    ['start_time', `${new Date().getUTCFullYear() + 11}-01-15T09:00`],
    ['start_time', '9999-01-15T09:00'],
    ['end_time', inAYear('-05-01T08:00')],
    ['end_time', inAYear('-05-01T09:00')],
    ['end_time', inAYear('-05-03T09:00')],
    ['end_time', 'later'],
    ['time_zone', 'Mars/Olympus'],
    ['time_zone', 7],
    ['capacity', undefined],
    ['capacity', 0],
    ['capacity', -1],
    ['capacity', 10_001],
    ['capacity', 2.5],
    ['capacity', '10'],
    ['capacity', null],
    ['price', undefined],
    ['price', -1],
    ['price', 1_000_000.01],
    ['price', 1.005],
    ['price', '25'],
    ['price', true],
    ['payment_note', 'x'.repeat(501)],
    ['online_url', 'javascript:alert(1)'],
    ['online_url', 'ftp://example.com'],
    ['online_url', 'example.com'],
    ['days', [{ date: inAYear('-05-01'), title: 'Arrive', text: '' }]],
    ['days', 'Monday'],
    ['days.0.date', [{ date: 'Monday', title: 'Arrive' }]],
    ['days.0.title', [{ date: inAYear('-05-01') }]],
    ['booking_closes_hours', -1],
    ['booking_closes_hours', '2'],
    ['free_cancel_hours', 1.5],
    ['waitlist_policy', 'first'],
    ['promotion_closes_hours', 8_761],
    ['status', 'cancelled'],
  ])('%s: %j', async (path, value) => {
    const jane = await aFacilitator()
    const field = path.split('.')[0] ?? path
    const { status, json } = await createBy(jane.bearer, aBody({ [field]: value }))
    expect(status).toBe(400)
    expect(json).toMatchObject({ code: 'invalid', details: [expect.objectContaining({ path })] })
    expect(json.error).toContain(path)
    expect(await countSessionsOf(jane.facilitatorId)).toBe(0)
  })

  it('a body that is no object, or cut in half', async () => {
    const { bearer } = await aFacilitator()
    expect(await createBy(bearer, [])).toMatchObject({ status: 400, json: { code: 'invalid' } })
    expect(await createBy(bearer, 'text')).toMatchObject({ status: 400, json: { code: 'invalid' } })
    const half = await request('/api/sessions', {
      method: 'POST',
      headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(aBody()).slice(0, -20),
    })
    expect(half.status).toBe(400)
    expect(await half.json()).toMatchObject({ code: 'invalid_json' })
  })

  it('a retreat with a day outside it', async () => {
    const { bearer } = await aFacilitator()
    const { status, json } = await createBy(
      bearer,
      aBody({
        session_type: 'retreat',
        days: [{ date: inAYear('-05-09'), title: 'Too late', text: '' }],
      }),
    )
    expect(status).toBe(400)
    expect(json.details).toMatchObject([{ path: 'days.0.date' }])
  })
})
