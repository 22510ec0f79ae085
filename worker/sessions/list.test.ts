import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { openDb } from '../db/client'
import { facilitators, sessions } from '../db/schema'
import { ask } from '../test/client'
import { aFacilitator, aSession } from '../test/factories'
import { planOf } from '../test/plan'
import { listComing } from './queries'

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
  ])('%s is refused, and named', async (query) => {
    const { status, json } = await list(query)
    expect(status).toBe(400)
    expect(json).toMatchObject({ code: 'invalid', details: [{ path: query.split('=')[0] }] })
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
  const after = { at: Date.now(), id: Number.MAX_SAFE_INTEGER }

  it.each([{}, { type: 'retreat' as const }, { facilitator: 1 }, { before: Date.now() + DAY_MS }])(
    'reads no whole table and sorts nothing: %j',
    async (filters) => {
      const plan = await planOf(
        listComing(db, {
          after,
          before: null,
          type: undefined,
          facilitator: undefined,
          limit: 101,
          ...filters,
        }),
      )
      expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
      expect(plan).toMatch(/USING INDEX sessions_(coming|facilitator)/)
    },
  )

  it('would be told apart from one that does', async () => {
    expect(await planOf(db.select().from(sessions).orderBy(sessions.title))).toMatch(/SCAN/)
    expect(await planOf(db.select().from(facilitators))).toMatch(/SCAN/)
  })
})
