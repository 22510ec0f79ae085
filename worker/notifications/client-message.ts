import { z } from 'zod'
import type { ErrorCode } from '../errors'
import type { ClientMessage } from './messages'
import { CLIENT_MESSAGE_MAX_BYTES } from './queue'
import { aSeq, isOneOf, MARK_ONE_OF, readFields } from './schema'

export type Heard =
  | { kind: 'said'; message: ClientMessage }
  | { kind: 'not_understood'; code: ErrorCode; error: string }

/** What a client said on its socket, or what is wrong with it in words. */
export function hear(data: string | ArrayBuffer): Heard {
  if (byteLength(data) > CLIENT_MESSAGE_MAX_BYTES) {
    return wrong('too_large', `A message has at most ${CLIENT_MESSAGE_MAX_BYTES} bytes.`)
  }
  if (typeof data !== 'string') return wrong('invalid', 'Messages are text, not bytes.')
  const json = parse(data)
  if (json === undefined) return wrong('invalid_json', 'That is not JSON.')

  const parsed = clientMessage.safeParse(json)
  if (parsed.success) return { kind: 'said', message: parsed.data as ClientMessage }
  const issue = parsed.error.issues[0]
  return wrong('invalid', `${issue?.path.join('.') || 'message'}: ${issue?.message}`)
}

const clientMessage = z.discriminatedUnion(
  'type',
  [
    z.object({ type: z.literal('ack'), seq: aSeq }),
    z.object({ type: z.literal('read'), ...readFields }).refine(isOneOf, MARK_ONE_OF),
  ],
  'A message is an object whose type is ack or read.',
)

function byteLength(data: string | ArrayBuffer): number {
  return typeof data === 'string' ? new TextEncoder().encode(data).byteLength : data.byteLength
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function wrong(code: ErrorCode, error: string): Heard {
  return { kind: 'not_understood', code, error }
}
