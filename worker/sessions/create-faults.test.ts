import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { openDb } from '../db/client'
import { DatabaseUnavailable } from '../errors'
import { fingerprint } from '../fingerprint'
import { ask } from '../test/client'
import { withFaultyD1 } from '../test/desk'
import { aCtx, aFacilitator, d1Away } from '../test/factories'
import { faultyD1 } from '../test/faults'
import { aBody, countSessionsOf } from '../test/new-sessions'
import { createSession } from './create'
import { insertSessions, type NewSessionRow } from './queries'
import { newSession } from './schema'

describe('behind the creation of a session', () => {
  const identityOf = (jane: Awaited<ReturnType<typeof aFacilitator>>) => ({
    ...jane,
    role: 'facilitator' as const,
    signInId: 'a sign-in',
    expiresAt: Date.now() + 60_000,
  })
  const fields = () => newSession.parse(aBody())

  it('D1 is asked two things one after the other, and one for what it has already made', async () => {
    const d1 = faultyD1(env.DB)
    const identity = identityOf(await aFacilitator())
    const ctx = () => aCtx({ identity, db: openDb(d1.database) })
    const made = await createSession(ctx(), fields(), 'k')
    // What else she gives then is asked while the row is written.
    expect(d1.calls).toBe(3)
    expect((await createSession(ctx(), fields(), 'k')).session.id).toBe(made.session.id)
    expect(d1.calls).toBe(4)
  })

  it('who comes second with a key at the same time waits for D1 twice too', async () => {
    const jane = await aFacilitator()
    const pressed = [10, 11].map(async (capacity) => {
      const d1 = faultyD1(env.DB)
      d1.delayMs = 30
      const ctx = aCtx({ identity: identityOf(jane), db: openDb(d1.database) })
      const made = createSession(ctx, newSession.parse(aBody({ capacity })), 'k')
      const code = await made.then(
        () => 'made',
        (error) => error.code,
      )
      return { code, chained: d1.chained }
    })
    expect((await Promise.all(pressed)).toSorted((a, b) => b.code.localeCompare(a.code))).toEqual([
      { code: 'made', chained: 2 },
      { code: 'idempotency_key_reused', chained: 2 },
    ])
    expect(await countSessionsOf(jane.facilitatorId)).toBe(1)
  })

  it('its desk is opened, and needs D1 no more', async () => {
    const ctx = aCtx({ identity: identityOf(await aFacilitator()) })
    const { id } = (await createSession(ctx, fields(), null)).session
    await ctx.settled()
    const d1 = await withFaultyD1(id)
    d1.fault = 'refuses'
    expect((await ask('GET', `/api/sessions/${id}`)).json).toMatchObject({ id, exact: true })
    expect(d1.calls).toBe(0)
  })

  it('a lost answer is found again by its key', async () => {
    const d1 = faultyD1(env.DB)
    const jane = await aFacilitator()
    const ctx = () => aCtx({ identity: identityOf(jane), db: openDb(d1.database) })
    d1.fault = 'applies then throws'
    const lost = insertSessions(openDb(d1.database), [aRow(jane.facilitatorId)], {
      facilitatorId: jane.facilitatorId,
      key: 'k',
      fingerprint: fingerprint(fields()),
    })
    await expect(lost).rejects.toBeInstanceOf(DatabaseUnavailable)
    d1.fault = 'works'
    await createSession(ctx(), fields(), 'k')
    expect(await countSessionsOf(jane.facilitatorId)).toBe(1)
  })

  it('without D1 nothing is created, and it is said', async () => {
    const identity = identityOf(await aFacilitator())
    const ctx = aCtx({ identity, db: openDb(d1Away()) })
    await expect(createSession(ctx, fields(), 'k')).rejects.toBeInstanceOf(DatabaseUnavailable)
  })

  it('a desk that does not open undoes nothing: whoever comes first opens it', async () => {
    const identity = identityOf(await aFacilitator())
    const broken = { open: () => Promise.reject(new Error('a desk in flames')) }
    const away = { ...env, BOOKING_DESK: { getByName: () => broken } } as unknown as typeof env
    const ctx = aCtx({ identity, env: away })
    const made = await createSession(ctx, fields(), null)
    await expect(ctx.settled()).rejects.toThrow('in flames')
    expect((await ask('GET', `/api/sessions/${made.session.id}`)).json).toMatchObject({
      exact: true,
    })
  })
})

function aRow(facilitatorId: number): NewSessionRow {
  const startTime = Date.now() + 86_400_000
  return {
    facilitatorId,
    status: 'active',
    sessionType: 'session',
    title: 'Morning Meditation',
    startTime,
    endTime: startTime + 3_600_000,
    timeZone: 'UTC',
    capacity: 10,
    available: 10,
    priceMinor: 2500,
    currency: 'EUR',
    createdAt: Date.now(),
  }
}
