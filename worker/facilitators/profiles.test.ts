import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openDb } from '../db/client'
import { facilitators, users } from '../db/schema'
import { ask } from '../test/client'
import { aFacilitator, aSession } from '../test/factories'
import { planOf } from '../test/plan'
import { listComingOf, listProfiles, profileOf } from './profile-queries'

const DAY_MS = 86_400_000
const db = openDb(env.DB)

describe('a facilitator’s profile', () => {
  it('says who she is and what she gives next, to anybody', async () => {
    const jane = await aFacilitator({ bio: 'Sits since 1999.', specialization: 'Zazen' })
    const later = await aSession(jane, { startTime: Date.now() + 2 * DAY_MS })
    const sooner = await aSession(jane, {
      startTime: Date.now() + DAY_MS,
      onlineUrl: 'https://x.y',
    })
    await aSession(jane, { status: 'draft' })
    await aSession(jane, { status: 'cancelled' })
    await aSession(jane, { startTime: Date.now() - DAY_MS })
    const { status, json } = await ask('GET', `/api/facilitators/${jane.facilitatorId}`)
    expect(status).toBe(200)
    expect(json).toMatchObject({
      id: jane.facilitatorId,
      name: 'Jane Smith',
      bio: 'Sits since 1999.',
      specialization: 'Zazen',
      coming_sessions: 2,
      sessions: [{ id: sooner, facilitator: 'Jane Smith', is_online: true }, { id: later }],
    })
    expect(Object.keys(json)).not.toContain('email')
    expect(JSON.stringify(json)).not.toContain('https://x.y')
  })

  it('is not there for who waits for approval, has left, or never was', async () => {
    const waiting = await aFacilitator({ approvedAt: null })
    const gone = await aFacilitator()
    await db.update(users).set({ erasedAt: Date.now() }).where(eq(users.id, gone.userId))
    const listed = (await ask('GET', '/api/facilitators')).json
    for (const id of [waiting.facilitatorId, gone.facilitatorId, 999_999]) {
      expect(await ask('GET', `/api/facilitators/${id}`)).toMatchObject({
        status: 404,
        json: { code: 'not_found' },
      })
      expect(listed.map((profile: { id: number }) => profile.id)).not.toContain(id)
    }
  })

  it.each(['0', 'jane', '1.5', '9007199254740993', '__proto__'])('%s is no id', async (id) => {
    expect(await ask('GET', `/api/facilitators/${id}`)).toMatchObject({ status: 400 })
  })
})

describe('all facilitators', () => {
  it('come a page at a time, none missing and none twice, also approved at the same time', async () => {
    await db.update(facilitators).set({ approvedAt: null })
    const made: number[] = []
    for (let n = 0; n < 7; n++) {
      const approvedAt = 1_800_000_000_000 + Math.floor(n / 4)
      made.push((await aFacilitator({ approvedAt })).facilitatorId)
    }
    const seen: number[] = []
    let path: string | undefined = '/api/facilitators?limit=3'
    while (path) {
      const answer = await ask('GET', path)
      expect(answer.status).toBe(200)
      seen.push(...answer.json.map(({ id }: { id: number }) => id))
      path = /<([^>]+)>; rel="next"/.exec(answer.headers.get('Link') ?? '')?.[1]
    }
    expect(seen).toEqual(made)
  })

  it.each(['limit=0', 'limit=1&limit=2', 'cursor=1', 'cursor=1.2.3'])(
    '%s is refused',
    async (query) => {
      expect(await ask('GET', `/api/facilitators?${query}`)).toMatchObject({
        status: 400,
        json: { details: [{ path: query.split('=')[0] }] },
      })
    },
  )
})

it('the queries read no whole table', async () => {
  const now = Date.now()
  for (const after of [null, { at: 1, id: 1 }]) {
    const plan = await planOf(listProfiles(db, { now, after, limit: 101 }))
    expect(plan).toMatch(/SEARCH facilitators USING INDEX facilitators_approved/)
    expect(plan).toMatch(/SEARCH sessions USING INDEX sessions_facilitator/)
    expect(plan).not.toMatch(/\bSCAN|TEMP B-TREE/)
  }
  expect(await planOf(profileOf(db, 1, now))).not.toMatch(/\bSCAN/)
  expect(await planOf(listComingOf(db, 1, now, 100))).not.toMatch(/\bSCAN|TEMP B-TREE/)
})
