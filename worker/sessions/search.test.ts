import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openDb } from '../db/client'
import { sessions, users } from '../db/schema'
import { ask } from '../test/client'
import { aFacilitator, aSession, aUser } from '../test/factories'

const DAY_MS = 86_400_000

type Found = { id: number; title: string }
const search = (q: string, rest = '') =>
  ask('GET', `/api/sessions?q=${encodeURIComponent(q)}${rest}`)
const idsOf = async (q: string, rest = '') =>
  (await search(q, rest)).json.map(({ id }: Found) => id)

/** A word no other test of this file has. */
const aWord = () => `w${crypto.randomUUID().replaceAll('-', '')}`

describe('searching', () => {
  it('finds the words of title, description, facilitator, place and what to expect', async () => {
    const jane = await aFacilitator()
    const word = aWord()
    const made = [
      await aSession(jane, { title: `The ${word} hour` }),
      await aSession(jane, { description: `Slow, with ${word}.` }),
      await aSession(jane, { placeName: word }),
      await aSession(jane, { placeAddress: `${word} 12, Rotterdam` }),
      await aSession(jane, { whatToExpect: word }),
    ]
    const hers = await aFacilitator()
    await openDb(env.DB).update(users).set({ name: word }).where(eq(users.id, hers.userId))
    made.push(await aSession(hers))
    await aSession(jane)
    expect((await idsOf(word)).toSorted()).toEqual(made.toSorted())
  })

  it('takes the last word as unfinished, any case, without accents, and wants all words', async () => {
    const jane = await aFacilitator()
    const word = aWord()
    const id = await aSession(jane, { title: `Élan ${word}` })
    await aSession(jane, { title: `Other ${word}` })
    expect(await idsOf(`ELAN ${word.slice(0, 20)}`)).toEqual([id])
    expect(await idsOf(`${word} él`)).toEqual([id])
    expect(await idsOf(`${word.slice(0, 20)} elan`)).toEqual([])
    expect(await idsOf(`${word} elan nothing`)).toEqual([])
  })

  it('ranks a title above a facilitator above a text, and equals by what comes first', async () => {
    const [jane, other] = [await aFacilitator(), await aFacilitator()]
    const word = aWord()
    await openDb(env.DB)
      .update(users)
      .set({ name: `Iris ${word}` })
      .where(eq(users.id, other.userId))
    const startTime = Date.now() + 9 * DAY_MS
    const told = await aSession(jane, {
      description: `About ${word}.`,
      startTime: startTime - DAY_MS,
    })
    const given = await aSession(other, { startTime: startTime - DAY_MS })
    const later = await aSession(jane, { title: `Yes ${word}`, startTime: startTime + DAY_MS })
    const titled = await aSession(jane, { title: `Yes ${word}`, startTime })
    expect(await idsOf(word)).toEqual([titled, later, given, told])
    expect(await idsOf(word, '&sort=soonest')).toEqual(
      [told, given, titled, later].toSorted((a, b) =>
        a === told || b === told ? (a === told ? -1 : 1) : 0,
      ),
    )
  })

  it('goes on at its link in each order, none missing and none twice', async () => {
    const jane = await aFacilitator()
    const word = aWord()
    const made: number[] = []
    for (let n = 0; n < 23; n++) {
      const words = n % 2 ? { title: `${word} ${n}` } : { description: `${word} ${n}` }
      made.push(await aSession(jane, { ...words, priceMinor: (n % 4) * 100 }))
    }
    for (const sort of ['relevance', 'soonest', 'price']) {
      const seen: number[] = []
      let path: string | undefined = `/api/sessions?q=${word}&sort=${sort}&limit=5`
      while (path) {
        const answer = await ask('GET', path)
        seen.push(...answer.json.map(({ id }: Found) => id))
        path = /<([^>]+)>; rel="next"/.exec(answer.headers.get('Link') ?? '')?.[1]
      }
      expect(seen).toHaveLength(23)
      expect(seen.toSorted((a, b) => a - b)).toEqual(made)
    }
  })

  it('obeys every filter beside it', async () => {
    const jane = await aFacilitator()
    const title = aWord()
    const retreat = await aSession(jane, { title, sessionType: 'retreat', priceMinor: 0 })
    const session = await aSession(jane, { title, available: 2 })
    expect(await idsOf(title, '&type=retreat')).toEqual([retreat])
    expect(await idsOf(title, '&max_price=10')).toEqual([retreat])
    expect(await idsOf(title, `&facilitator=${jane.facilitatorId}`)).toEqual([retreat, session])
    expect(await idsOf(title, '&available=3')).toEqual([retreat])
    expect(await idsOf(title, '&to=2001-01-01')).toEqual([])
  })

  it('shows what is active and to come only', async () => {
    const jane = await aFacilitator()
    const title = aWord()
    await aSession(jane, { title, status: 'draft' })
    await aSession(jane, { title, status: 'cancelled' })
    await aSession(jane, { title, startTime: Date.now() - DAY_MS })
    expect(await idsOf(title)).toEqual([])
  })

  it('never finds what only booked people may know', async () => {
    const jane = await aFacilitator()
    const secret = aWord()
    const title = aWord()
    const onlineUrl = `https://meet.example.com/${secret}`
    await aSession(jane, { title, onlineUrl, arrivalNote: `Ring at ${secret}.` })
    expect(await idsOf(secret)).toEqual([])
    const { json } = await search(title)
    expect(json).toMatchObject([{ title, is_online: true }])
    expect(JSON.stringify(json)).not.toContain(secret)
  })

  it('empty is no search; signs alone find nothing', async () => {
    const jane = await aFacilitator()
    const id = await aSession(jane)
    const hers = `&facilitator=${jane.facilitatorId}`
    expect(await idsOf('', hers)).toEqual([id])
    expect(await idsOf('   ', hers)).toEqual([id])
    expect(await idsOf('', `${hers}&sort=relevance`)).toEqual([id])
    expect(await idsOf('"', hers)).toEqual([])
  })

  it.each([
    '"',
    '""',
    '"unclosed',
    "'; DROP TABLE sessions; --",
    '*',
    'a*b',
    'AND',
    'a AND',
    'NOT a',
    'a OR OR b',
    'NEAR(a b, 5)',
    'title:a',
    '-a',
    '^a',
    '(((',
    ')a(',
    '{a b}:c',
    '🧘‍♀️',
    'a\0b',
    '__proto__',
    '\uFFFD',
    '%',
    '_',
    'a'.repeat(200),
    'a b c d e f g '.repeat(14),
  ])('%j is an answer, not an error', async (q) => {
    const { status, json } = await search(q)
    expect(status).toBe(200)
    expect(json).toBeInstanceOf(Array)
  })

  it.each(['q=%FF%FE', 'q=%', 'q=%00', 'q=%ED%A0%80', '__proto__=1&q=a', 'q[]=a', 'constructor=x'])(
    '?%s is an answer too',
    async (query) => {
      expect(await ask('GET', `/api/sessions?${query}`)).toMatchObject({ status: 200 })
    },
  )

  it('of ten thousand characters is refused, and named', async () => {
    expect(await search('yoga '.repeat(2000))).toMatchObject({
      status: 400,
      json: { code: 'invalid', details: [{ path: 'q' }] },
    })
  })
})

describe('what is searched', () => {
  it('follows a session that is published, changed and cancelled', async () => {
    const jane = await aFacilitator()
    const [before, after] = [aWord(), aWord()]
    const id = await aSession(jane, { title: before, status: 'draft' })
    const { bearer } = jane
    await ask('POST', `/api/sessions/${id}/publish`, { bearer })
    expect(await idsOf(before)).toEqual([id])
    await ask('PUT', `/api/sessions/${id}`, { bearer, body: { title: after, place_name: 'Loft' } })
    expect(await idsOf(before)).toEqual([])
    expect(await idsOf(`${after} loft`)).toEqual([id])
    await ask('POST', `/api/sessions/${id}/cancel`, { bearer })
    expect(await idsOf(after)).toEqual([])
  })

  it('follows the name of its facilitator', async () => {
    const [jane, mary] = [await aFacilitator(), await aFacilitator()]
    const [word, name] = [aWord(), aWord()]
    const id = await aSession(jane, { title: word })
    await aSession(jane, { title: word, status: 'draft' })
    await aSession(mary, { title: word })
    await openDb(env.DB).update(users).set({ name }).where(eq(users.id, jane.userId))
    expect(await idsOf(name)).toEqual([id])
    await openDb(env.DB).update(users).set({ name: 'Jane' }).where(eq(users.id, jane.userId))
    expect(await idsOf(name)).toEqual([])
    expect(await idsOf(word)).toHaveLength(2)
  })

  it('moves with the hour a session is moved to', async () => {
    const jane = await aFacilitator()
    const title = aWord()
    const startTime = Date.parse('2033-01-10T06:30:00Z')
    const id = await aSession(jane, { title, startTime })
    expect(await idsOf(title, '&hour=dawn')).toEqual([id])
    const body = { start_time: '2033-01-10T18:00', end_time: '2033-01-10T19:00' }
    expect(await ask('PUT', `/api/sessions/${id}`, { bearer: jane.bearer, body })).toMatchObject({
      status: 200,
    })
    expect(await idsOf(title, '&hour=dawn')).toEqual([])
    expect(await idsOf(title, '&hour=dusk')).toEqual([id])
  })

  it('is not written anew by a booking, which changes seats only', async () => {
    const jane = await aFacilitator()
    const { bearer } = await aUser()
    const id = await aSession(jane, { title: aWord() })
    const before = await indexPages()
    const booked = await ask('POST', '/api/bookings', { bearer, body: { session_id: id } })
    expect(booked).toMatchObject({ status: 201, json: { recorded: true } })
    const [row] = await openDb(env.DB).select().from(sessions).where(eq(sessions.id, id))
    expect(row?.taken).toBe(1)
    expect(await indexPages()).toEqual(before)
    // The control: words that change do write it.
    await ask('PUT', `/api/sessions/${id}`, { bearer: jane.bearer, body: { title: aWord() } })
    expect(await indexPages()).not.toEqual(before)
  })
})

/** What FTS5 keeps on its pages; any write to the index changes it. */
async function indexPages() {
  const { results } = await env.DB.prepare(
    'SELECT id, hex(block) AS block FROM sessions_fts_data ORDER BY id',
  ).all()
  return results
}
