import { env } from 'cloudflare:workers'
import {
  createLocalJWKSet,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  jwtVerify,
} from 'jose'
import { describe, expect, it } from 'vitest'
import type { Env } from '../env'
import { aCtx, aUser } from '../test/factories'
import { signAccessToken } from '../users/tokens'
import { findKeySet } from './key-set'
import { ticketOf } from './ticket'
import { faultyTicketKeys } from './ticket-key'

const NOW = Date.parse('2027-01-15T09:00:00Z')
const booking = { id: 7_000_001, sessionId: 7, state: 'confirmed' } as const
const session = { endTime: NOW + 3_600_000 }

/** As a phone at the door does it: by what the key set says, and nothing else. */
async function verified(ticket: string | null, by: Env = env) {
  const keys = createLocalJWKSet(await findKeySet(aCtx({ env: by })))
  return jwtVerify(ticket ?? '', keys, { algorithms: ['ES256'], typ: 'ticket+jwt' })
}

describe('a ticket', () => {
  it('says which booking of which session, and no more', async () => {
    const ticket = await ticketOf(env, booking, session, NOW)
    expect((await verified(ticket)).payload).toEqual({ b: 7_000_001, s: 7 })
    // A code of so many letters is drawn coarse enough for a phone's camera.
    expect(ticket?.length).toBeLessThan(210)
  })

  it.each([
    ['attended', true],
    ['no_show', false],
    ['cancelled', false],
    ['waitlisted', false],
    ['offered', false],
  ] as const)('of a booking that is %s: %s', async (state, isThere) => {
    const ticket = await ticketOf(env, { ...booking, state }, session, NOW)
    expect(ticket !== null).toBe(isThere)
  })

  it('is none once its session is over', async () => {
    expect(await ticketOf(env, booking, session, session.endTime - 1)).not.toBeNull()
    expect(await ticketOf(env, booking, session, session.endTime)).toBeNull()
  })

  it('with another number in it is void', async () => {
    const [head, , signature] = (await ticketOf(env, booking, session, NOW))?.split('.') ?? []
    const other = btoa('{"b":7000002,"s":7}').replaceAll('=', '')
    await expect(verified(`${head}.${other}.${signature}`)).rejects.toThrow('signature')
  })

  it('is not an access token, nor the other way round', async () => {
    const { userId, name, email } = await aUser()
    const who = { userId, name, email, signInId: 'x', role: 'user', facilitatorId: null } as const
    const token = await signAccessToken(env, who, Date.now(), 60_000)
    await expect(verified(token)).rejects.toThrow()
  })
})

it('with another key codes drawn before are good for as long as the old one is left', async () => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const next = JSON.stringify(await exportJWK(privateKey))
  const before = await ticketOf(env, booking, session, NOW)
  const changed = { ...env, TICKET_SIGNING_KEY: next }
  await expect(verified(before, changed)).rejects.toThrow('no applicable key')
  const [publicHalf] = (await findKeySet(aCtx())).keys
  for (const old of [env.TICKET_SIGNING_KEY, JSON.stringify(publicHalf)]) {
    const during = { ...changed, TICKET_SIGNING_KEY_PREVIOUS: old }
    expect((await verified(before, during)).payload).toEqual({ b: 7_000_001, s: 7 })
    const since = await ticketOf(during, booking, session, NOW)
    expect((await verified(since, changed)).payload).toEqual({ b: 7_000_001, s: 7 })
    expect(JSON.stringify(await findKeySet(aCtx({ env: during })))).not.toContain('"d"')
  }
})

it('the same key in both places stands once, and what is no key is named', async () => {
  const same = { ...env, TICKET_SIGNING_KEY_PREVIOUS: env.TICKET_SIGNING_KEY }
  expect((await findKeySet(aCtx({ env: same }))).keys).toHaveLength(1)
  const offCurve = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) }
  for (const none of ['{}', 'a key', JSON.stringify(offCurve)]) {
    const wrong = { ...env, TICKET_SIGNING_KEY_PREVIOUS: none }
    expect(await faultyTicketKeys(wrong)).toEqual(['TICKET_SIGNING_KEY_PREVIOUS'])
  }
  expect(await faultyTicketKeys({ ...env, TICKET_SIGNING_KEY_PREVIOUS: '' })).toEqual([])
})

it('the key set can verify and not sign', async () => {
  const { keys } = await findKeySet(aCtx())
  expect(keys).toEqual([
    {
      ...{ kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig' },
      ...{ x: expect.any(String), y: expect.any(String), kid: expect.any(String) },
    },
  ])
  const { kid } = decodeProtectedHeader((await ticketOf(env, booking, session, NOW)) ?? '')
  expect(kid).toBe(keys[0]?.kid)
})
