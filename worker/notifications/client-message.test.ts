import { describe, expect, it } from 'vitest'
import { hear } from './client-message'

describe('a message of a client', () => {
  it.each([
    '{"type":"ack","seq":3}',
    '{"type":"read","ids":["1:2"]}',
    '{"type":"read","through":3}',
  ])('is understood: %s', (text) => {
    expect(hear(text)).toEqual({ kind: 'said', message: JSON.parse(text) })
  })

  it('may carry more than is read', () => {
    expect(hear('{"type":"ack","seq":3,"sent_at":"noon"}')).toEqual({
      kind: 'said',
      message: { type: 'ack', seq: 3 },
    })
  })

  it.each([
    ['{"type":"ack"', 'invalid_json', 'not JSON'],
    ['"ack"', 'invalid', 'ack or read'],
    ['null', 'invalid', 'ack or read'],
    ['{"type":"shout"}', 'invalid', 'ack or read'],
    ['{"type":"ack"}', 'invalid', 'seq: A seq is'],
    ['{"type":"ack","seq":"3"}', 'invalid', 'seq: A seq is'],
    ['{"type":"ack","seq":-1}', 'invalid', 'seq: A seq is'],
    ['{"type":"ack","seq":1.5}', 'invalid', 'seq: A seq is'],
    ['{"type":"read"}', 'invalid', 'ids: Either ids or through'],
    ['{"type":"read","ids":["1:2"],"through":3}', 'invalid', 'ids: Either ids or through'],
    ['{"type":"read","ids":[]}', 'invalid', 'ids: At least one'],
    ['{"type":"read","ids":[7]}', 'invalid', 'ids.0: An id is text'],
    ['{"type":"read","ids":"1:2"}', 'invalid', 'ids: A list of ids'],
  ])('is refused in words that name what is wrong: %s', (text, code, words) => {
    expect(hear(text)).toMatchObject({ kind: 'not_understood', code })
    expect(hear(text)).toHaveProperty('error', expect.stringContaining(words))
  })

  it('has at most 4 KB, counted in bytes', () => {
    const fits = JSON.stringify({ type: 'ack', seq: 3, pad: 'x'.repeat(4_096 - 31) })
    expect(new TextEncoder().encode(fits)).toHaveLength(4_096)
    expect(hear(fits)).toMatchObject({ kind: 'said' })
    expect(hear(fits.replace('x', 'é'))).toMatchObject({ code: 'too_large' })
  })

  it('is text', () => {
    expect(hear(new ArrayBuffer(8))).toMatchObject({ code: 'invalid' })
  })
})
