import { CompactSign, exportJWK, generateKeyPair } from 'jose'
import { describe, expect, it } from 'vitest'
import { readTicket } from './ticket'

const KID = '1a2b3c4d'
const ours = await generateKeyPair('ES256', { extractable: true })
const another = await generateKeyPair('ES256', { extractable: true })
const keys = [{ ...(await exportJWK(ours.publicKey)), kid: KID }]

/** A ticket as the Worker signs it, with another library than reads it here. */
function sign(says: unknown, { key = ours.privateKey, typ = 'ticket+jwt', kid = KID } = {}) {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(says)))
    .setProtectedHeader({ alg: 'ES256', typ, kid })
    .sign(key)
}

describe('a door code', () => {
  it('of ours says which booking of which session', async () => {
    expect(await readTicket(`${await sign({ b: 7_000_001, s: 7 })}\n`, keys)).toEqual({
      kind: 'ticket',
      ticket: { bookingId: 7_000_001, sessionId: 7 },
    })
  })

  it('with another number in it is forged', async () => {
    const [head, , signature] = (await sign({ b: 7_000_001, s: 7 })).split('.')
    const body = btoa('{"b":7000002,"s":7}').replaceAll('=', '')
    expect(await readTicket(`${head}.${body}.${signature}`, keys)).toEqual({ kind: 'forged' })
  })

  it('signed by somebody else in our name is forged', async () => {
    const fake = await sign({ b: 7_000_001, s: 7 }, { key: another.privateKey })
    expect(await readTicket(fake, keys)).toEqual({ kind: 'forged' })
  })

  it.each([{ b: '7000001', s: 7 }, { b: 0, s: 7 }, { s: 7 }, null])(
    'signed, but saying %j, names no booking',
    async (says) => expect((await readTicket(await sign(says), keys)).kind).toBe('forged'),
  )

  it('of another site, another kind, or none at all is not ours', async () => {
    const texts = [
      await sign({ b: 1, s: 1 }, { kid: 'ffffffff' }),
      await sign({ b: 1, s: 1 }, { typ: 'at+jwt' }),
      'https://example.com/menu',
      'a.b.c',
      '..',
      '%%%.%%%.%%%',
      '',
    ]
    for (const text of texts) expect(await readTicket(text, keys)).toEqual({ kind: 'not-ours' })
  })
})
