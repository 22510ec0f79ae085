import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDb } from '../db/client'
import { ask } from '../test/client'
import { aFacilitator } from '../test/factories'
import { planOf } from '../test/plan'
import { matchOf } from './match'
import { listMatching } from './search-queries'

const MANY = 20_000
const STEP = 2_000
const NOW = Date.now()
const ADJECTIVES = ['slow', 'quiet', 'early', 'deep', 'open', 'gentle', 'warm']
const NOUNS = [
  'yoga',
  'breath',
  'sound',
  'walk',
  'sitting',
  'qigong',
  'tea',
  'dance',
  'silence',
  'rest',
  'voice',
]

const titleOf = (n: number) => `${ADJECTIVES[n % 7]} ${NOUNS[n % 11]} number${n}`
/** Every hundredth tells of yoga without having it in its title. */
const saysYoga = (n: number) => n % 100 === 98 && n % 11 !== 0

beforeAll(async () => {
  const { facilitatorId } = await aFacilitator()
  const insert = env.DB.prepare(`INSERT INTO sessions
      (facilitator_id, status, session_type, title, description, start_time, end_time, time_zone,
       capacity, available, price_minor, currency, created_at, hour)
    SELECT ?1, value ->> 'status', 'session', value ->> 'title', value ->> 'description',
      value ->> 'start', (value ->> 'start') + 3600000, 'UTC', 10, 10, 2500, 'EUR', 0, 'noon'
    FROM json_each(?2)`)
  for (let from = 0; from < MANY; from += STEP) {
    const rows = Array.from({ length: STEP }, (_, at) => aRow(from + at))
    await insert.bind(facilitatorId, JSON.stringify(rows)).run()
  }
}, 120_000)

function aRow(n: number) {
  const words = 'We meet, we stay for a while, and nobody has to bring anything. '.repeat(6)
  return {
    status: n % 10 === 9 ? 'draft' : 'active',
    title: titleOf(n),
    description: saysYoga(n) ? `${words} As in yoga, we lie down.` : words,
    start: NOW + (n + 60) * 60_000,
  }
}

describe('among twenty thousand sessions', () => {
  const search = async (q: string, rest = '') => {
    const answer = await ask('GET', `/api/sessions?q=${encodeURIComponent(q)}${rest}`)
    expect(answer.status).toBe(200)
    return answer.json.map(({ title }: { title: string }) => title) as string[]
  }

  it('the one that is meant is found, and drafts are not', async () => {
    expect(await search('number12345')).toEqual([titleOf(12_345)])
    expect(await search('number12349')).toEqual([])
    expect(await search('yoga number1320')).toEqual([
      titleOf(1320),
      ...[0, 1, 2, 3, 4, 5, 6, 7, 8]
        .map((n) => 13_200 + n)
        .filter((n) => n % 11 === 0)
        .map(titleOf),
    ])
  })

  it('all words must be there, wherever they stand', async () => {
    const found = await search('tea warm', '&limit=100')
    expect(found).toHaveLength(100)
    expect(found.every((title) => /^warm tea /.test(title))).toBe(true)
  })

  it('titles come before descriptions, and equals by what is soonest', async () => {
    const all = Array.from({ length: MANY }, (_, n) => n)
    const titled = all.filter((n) => n % 11 === 0 && n % 10 !== 9)
    const first = await search('yoga')
    expect(first).toEqual(titled.slice(0, 100).map(titleOf))
    const told = all.filter((n) => saysYoga(n) && n % 10 !== 9)
    const rest = await search('yoga', `&cursor=${titled.length.toString(36)}`)
    expect(rest).toEqual(told.slice(0, 100).map(titleOf))
  })

  it('the index of words leads to the rows by id; no table is read through', async () => {
    const wanted = { startsAfter: NOW, startsBefore: null, maxPriceMinor: null }
    for (const sort of ['relevance', 'soonest', 'price'] as const) {
      const page = { sort, after: null, limit: 101 }
      const plan = await planOf(listMatching(openDb(env.DB), matchOf('yoga') ?? '', wanted, page))
      const read = plan.split('\n').filter((step) => /^(SCAN|SEARCH) (?!hits)/.test(step))
      expect(read).toEqual([
        expect.stringMatching(/^SCAN sessions_fts VIRTUAL TABLE INDEX \d+:M\d+$/),
        'SEARCH sessions USING INTEGER PRIMARY KEY (rowid=?)',
        'SEARCH sessions USING INTEGER PRIMARY KEY (rowid=?)',
        'SEARCH facilitators USING INTEGER PRIMARY KEY (rowid=?)',
        'SEARCH users USING INTEGER PRIMARY KEY (rowid=?)',
      ])
    }
  })
})
