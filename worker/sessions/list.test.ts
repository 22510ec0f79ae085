import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { openDb } from '../db/client'
import { facilitators, sessions } from '../db/schema'
import { ask } from '../test/client'
import { aFacilitator, aSession } from '../test/factories'
import { planOf } from '../test/plan'
import { listComing } from './search-queries'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

type Listed = { id: number; title: string; start_time: string }
const list = (query: string) => ask('GET', `/api/sessions?${query}`)
const ids = ({ json }: { json: Listed[] }) => json.map(({ id }) => id)

describe('the list of sessions', () => {
  it('shows what is active and still to come, soonest first, to anybody', async () => {
    const jane = await aFacilitator()
    const now = Date.now()
    const later = await aSession(jane, { startTime: now + 2 * DAY_MS })
    const sooner = await aSession(jane, { startTime: now + DAY_MS })
    await aSession(jane, { startTime: now - HOUR_MS / 2 })
    await aSession(jane, { status: 'draft' })
    await aSession(jane, { status: 'cancelled' })
    const { status, json, headers } = await list(`facilitator=${jane.facilitatorId}`)
    expect(status).toBe(200)
    expect(json.map(({ id }: Listed) => id)).toEqual([sooner, later])
    expect(headers.get('Link')).toBeNull()
  })

  it('speaks the words that older clients know', async () => {
    const jane = await aFacilitator()
    const id = await aSession(jane, { taken: 2, available: 8 })
    const { json } = await list(`facilitator=${jane.facilitatorId}`)
    expect(json).toMatchObject([
      {
        id,
        title: 'Morning Meditation',
        description: 'Sit, breathe, begin.',
        facilitator: 'Jane Smith',
        session_type: 'session',
        start_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:00:00\.000Z$/),
        end_time: expect.stringMatching(/Z$/),
        capacity: 10,
        price: 25,
        available_spots: 8,
      },
    ])
    expect(json[0]).not.toHaveProperty('online_url')
    expect(json[0]).not.toHaveProperty('arrival_note')
  })

  it('filters by type', async () => {
    const jane = await aFacilitator()
    const retreat = await aSession(jane, { sessionType: 'retreat' })
    const session = await aSession(jane)
    const hers = `facilitator=${jane.facilitatorId}`
    expect(ids(await list(`${hers}&type=retreat`))).toEqual([retreat])
    expect(ids(await list(`${hers}&type=session`))).toEqual([session])
    expect(ids(await list(`${hers}&type=`))).toEqual([retreat, session])
  })

  it('filters by time: from that moment on, before this one; a date means its whole day here', async () => {
    const jane = await aFacilitator()
    const at = (time: string) => aSession(jane, { startTime: Date.parse(time) })
    // Amsterdam, where this site is, is two hours ahead in May.
    const lastOfApril = await at('2033-04-30T21:59:00Z')
    const firstOfMay = await at('2033-04-30T22:00:00Z')
    const evening = await at('2033-05-01T21:59:00Z')
    const secondOfMay = await at('2033-05-01T22:00:00Z')
    const listed = async (query: string) =>
      ids(await list(`facilitator=${jane.facilitatorId}&${query}`))
    expect(await listed('from=2033-05-01&to=2033-05-01')).toEqual([firstOfMay, evening])
    expect(await listed('from=2033-05-01T00:00')).toEqual([firstOfMay, evening, secondOfMay])
    expect(await listed('to=2033-04-30T22:00Z')).toEqual([lastOfApril])
    expect(await listed('from=2001-01-01&to=2033-04-30')).toEqual([lastOfApril])
    expect(await listed('to=2001-01-01')).toEqual([])
  })

  it.each([
    'type=workshop',
    'type=session&type=retreat',
    'facilitator=jane',
    'facilitator=0',
    'facilitator=1&facilitator=2',
    'from=tomorrow',
    'from=2033-02-30',
    'to=2033-05-01&to=2033-05-02',
    'limit=0',
    'limit=101',
    'limit=5&limit=6',
    'cursor=nonsense',
    'cursor=1',
    'cursor=1.2.3',
    'cursor=1.2.3.4',
    'q=a&q=b',
    'hour=midnight',
    'hour=dawn&hour=dusk',
    'max_price=-1',
    'max_price=1e9',
    'max_price=9999999999999999999999',
    'max_price=1&max_price=2',
    'available=0',
    'available=99999999999999999999',
    'sort=title',
    'sort=price&sort=price',
  ])('%s is refused, and named', async (query) => {
    const { status, json } = await list(query)
    expect(status).toBe(400)
    expect(json).toMatchObject({ code: 'invalid', details: [{ path: query.split('=')[0] }] })
  })

  it('filters by the hour at which it starts, where it is held', async () => {
    const jane = await aFacilitator()
    const at = (time: string, timeZone: string) =>
      aSession(jane, { startTime: Date.parse(time), timeZone })
    const early = await at('2033-01-10T06:30:00Z', 'Europe/Amsterdam')
    const there = await at('2033-01-11T00:30:00Z', 'Australia/Perth')
    const late = await at('2033-01-12T21:00:00Z', 'Europe/Amsterdam')
    const hers = `facilitator=${jane.facilitatorId}`
    expect(ids(await list(`${hers}&hour=dawn`))).toEqual([early])
    expect(ids(await list(`${hers}&hour=morning`))).toEqual([there])
    expect(ids(await list(`${hers}&hour=night`))).toEqual([late])
    expect(ids(await list(`${hers}&hour=noon`))).toEqual([])
  })

  it('filters by price and by seats that are left', async () => {
    const jane = await aFacilitator()
    const free = await aSession(jane, { priceMinor: 0, available: 1 })
    const cheap = await aSession(jane, { priceMinor: 1250, available: 3 })
    const dear = await aSession(jane, { priceMinor: 1251, available: 10 })
    const full = await aSession(jane, { priceMinor: 1251, available: 0 })
    const hers = `facilitator=${jane.facilitatorId}`
    expect(ids(await list(`${hers}&max_price=0`))).toEqual([free])
    expect(ids(await list(`${hers}&max_price=12.50`))).toEqual([free, cheap])
    expect(ids(await list(`${hers}&max_price=`))).toEqual([free, cheap, dear, full])
    expect(ids(await list(`${hers}&available=1`))).toEqual([free, cheap, dear])
    expect(ids(await list(`${hers}&available=3&max_price=12.5`))).toEqual([cheap])
  })

  it('a parameter nobody knows changes nothing', async () => {
    expect(await list('utm_source=letter')).toMatchObject({ status: 200 })
  })
})

describe('more than a page', () => {
  it('goes on at its link, without a gap or a repeat, also among equal times and while others come in', async () => {
    const jane = await aFacilitator()
    const startTime = Date.now() + 7 * DAY_MS
    const made: number[] = []
    // 130 at only four different times, so that the page ends among equals.
    for (let n = 0; n < 130; n++) {
      made.push(await aSession(jane, { startTime: startTime + Math.floor(n / 40) * HOUR_MS }))
    }
    const seen: number[] = []
    let path: string | undefined = `/api/sessions?facilitator=${jane.facilitatorId}`
    const sizes: number[] = []
    while (path) {
      const answer = await ask('GET', path)
      seen.push(...ids(answer))
      sizes.push(answer.json.length)
      path = /<([^>]+)>; rel="next"/.exec(answer.headers.get('Link') ?? '')?.[1]
      await aSession(jane, { startTime: startTime - HOUR_MS })
    }
    expect(sizes).toEqual([100, 30])
    expect(seen).toEqual(made)
  })

  it('by price goes on too, also among equal prices and equal times', async () => {
    const jane = await aFacilitator()
    const startTime = Date.now() + 7 * DAY_MS
    const made: { id: number; priceMinor: number; startTime: number }[] = []
    for (let n = 0; n < 24; n++) {
      const row = { priceMinor: (n % 3) * 100, startTime: startTime - (n % 2) * HOUR_MS }
      made.push({ id: await aSession(jane, row), ...row })
    }
    const inOrder = made.toSorted(
      (a, b) => a.priceMinor - b.priceMinor || a.startTime - b.startTime || a.id - b.id,
    )
    const seen: number[] = []
    let path: string | undefined =
      `/api/sessions?facilitator=${jane.facilitatorId}&sort=price&limit=5`
    while (path) {
      const answer = await ask('GET', path)
      seen.push(...ids(answer))
      path = /<([^>]+)>; rel="next"/.exec(answer.headers.get('Link') ?? '')?.[1]
    }
    expect(seen).toEqual(inOrder.map(({ id }) => id))
  })

  it('cannot be gone on with in another order', async () => {
    const jane = await aFacilitator()
    for (let n = 0; n < 2; n++) await aSession(jane)
    const { headers } = await list(`facilitator=${jane.facilitatorId}&limit=1`)
    const path = /<([^>]+)>/.exec(headers.get('Link') ?? '')?.[1] ?? ''
    expect(await ask('GET', `${path}&sort=price`)).toMatchObject({
      status: 400,
      json: { code: 'invalid', details: [{ path: 'cursor' }] },
    })
  })

  it('of another size is as long as asked', async () => {
    const jane = await aFacilitator()
    for (let n = 0; n < 3; n++) await aSession(jane)
    const { json, headers } = await list(`facilitator=${jane.facilitatorId}&limit=2`)
    expect(json).toHaveLength(2)
    expect(headers.get('Link')).toContain('limit=2')
  })
})

describe('the query behind it', () => {
  const db = openDb(env.DB)
  const startsAfter = Date.now()
  const page = { sort: 'soonest' as const, after: null, limit: 101 }
  const planFor = (filters: object, order: object = {}) =>
    planOf(
      listComing(
        db,
        { startsAfter, startsBefore: null, maxPriceMinor: null, ...filters },
        { ...page, ...order },
      ),
    )

  it.each([
    {},
    { type: 'retreat' },
    { facilitator: 1 },
    { startsBefore: startsAfter + DAY_MS },
    { hour: 'dusk' },
    { maxPriceMinor: 2500, available: 2 },
  ])('reads no whole table and sorts nothing: %j', async (filters) => {
    const plan = await planFor(filters)
    expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
    expect(plan).toMatch(/USING INDEX sessions_(coming|facilitator|hour)/)
    expect(plan).toMatch(/>\(?\?/)
  })

  it.each([{}, { type: 'retreat' }, { maxPriceMinor: 2500 }])(
    'nor does it by price: %j',
    async (filters) => {
      for (const after of [null, [2500, startsAfter, 7]]) {
        const plan = await planFor(filters, { sort: 'price', after })
        expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
        expect(plan).toMatch(/USING INDEX sessions_price/)
      }
    },
  )

  it('would be told apart from one that does', async () => {
    expect(await planOf(db.select().from(sessions).orderBy(sessions.title))).toMatch(/SCAN/)
    expect(await planOf(db.select().from(facilitators))).toMatch(/SCAN/)
  })
})
