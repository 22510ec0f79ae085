import { asFacilitator, type Ctx } from '../context'
import { ApiError } from '../errors'
import { fingerprint } from '../fingerprint'
import { logError } from '../log'
import type { MessageLetter } from '../mail/letter'
import { sendsMail } from '../mail/post'
import { sendInBatches } from '../send-in-batches'
import { noSuchSession } from '../sessions/read'
import { invalid } from '../sessions/terms'
import {
  getForMessage,
  insertMessage,
  LETTERS_DELAY_S,
  MESSAGES_PER_DAY,
  type Message,
  recallUntil,
  secondsToNext,
} from './message-queries'
import type { NewMessage } from './schema'

type Booked = { id: number; userId: number }

/**
 * Her words by mail to those who booked one of her sessions, or to some of them. The same key
 * again hands over the same letters, each of which is sent once: so a press that failed half way
 * is repeated, not doubled. The letters leave a moment later, so that it can be taken back.
 */
export async function sendMessage(
  ctx: Ctx,
  sessionId: number,
  message: NewMessage,
  key: string | null,
) {
  const { facilitatorId, userId, name, email } = asFacilitator(ctx)
  const ask = { facilitatorId, sessionId, key, now: ctx.now }
  const { session, booked, recent, made } = await getForMessage(ctx.db, ask)
  if (session?.facilitatorId !== facilitatorId) throw noSuchSession()
  if (!sendsMail(ctx.env)) throw mailOff(ctx)
  const to = recipientsOf(booked, message.to)
  const print = fingerprint({ sessionId, ...message })
  const sent =
    (made && sameAgain(made, print)) ??
    (await insertOnce(ctx, recent, {
      ...{ facilitatorId, sessionId, idempotencyKey: key, fingerprint: print },
      ...{ subject: message.subject, text: message.text, recipients: to.length },
      createdAt: ctx.now,
    }))
  const facilitator = { id: facilitatorId, userId, name, email }
  const { subject, text } = sent
  const letters = to.map((userId): MessageLetter => {
    const id = `message:${sent.id}:${userId}`
    return {
      id,
      kind: 'message',
      to: { userId },
      subject,
      text,
      session: spoken(session),
      facilitator,
    }
  })
  await handOver(ctx, letters, key)
  const { createdAt: sentAt } = sent
  return { id: sent.id, recipients: to.length, sentAt, recallUntil: recallUntil(sentAt) }
}

async function handOver(ctx: Ctx, letters: MessageLetter[], key: string | null): Promise<void> {
  try {
    await sendInBatches(ctx.env.MAIL, letters, { delaySeconds: LETTERS_DELAY_S })
  } catch (error) {
    logError(error, ctx.requestId)
    const again =
      key === null
        ? 'Sent again, it is another message: it came without a key to know it by.'
        : 'Press again; nobody gets it twice.'
    throw new ApiError('unavailable', `Not all of it is on its way yet. ${again}`)
  }
}

async function insertOnce(ctx: Ctx, recent: { createdAt: number }[], row: Omit<Message, 'id'>) {
  if (recent.length >= MESSAGES_PER_DAY) throw tooMany(recent, ctx.now)
  const made = await insertMessage(ctx.db, row)
  if (!made) throw tooMany(recent, ctx.now)
  // Two presses at once: what the other one made may be another message.
  return sameAgain(made, row.fingerprint)
}

/** One letter a person, however many bookings. Nobody is told by mistake who asked for others. */
function recipientsOf(booked: Booked[], to: NewMessage['to']): number[] {
  const byId = new Map(booked.map(({ id, userId }) => [id, userId]))
  const ids = to === 'all' ? [...byId.keys()] : to
  const unknown = ids.flatMap((id, at) =>
    byId.has(id) ? [] : [{ path: `to.${at}`, message: 'No booking of this session.' }],
  )
  if (unknown.length > 0) throw invalid(unknown)
  const people = new Set(ids.flatMap((id) => byId.get(id) ?? []))
  if (people.size > 0) return [...people]
  throw new ApiError(
    'nobody_booked',
    'Nobody has booked this session; there is no one to write to.',
  )
}

function spoken(session: MessageLetter['session']): MessageLetter['session'] {
  const { id, title, sessionType, startTime, endTime, timeZone } = session
  return { id, title, sessionType, startTime, endTime, timeZone }
}

function sameAgain(made: Message, print: string): Message {
  if (made.fingerprint === print) return made
  const message = 'This key was used for another message. Nothing was sent; use a new key.'
  throw new ApiError('idempotency_key_reused', message)
}

function mailOff({ env }: Ctx): ApiError {
  const message = 'This site sends no mail yet, so nothing was sent.'
  const contact = env.CONTACT_EMAIL ? ` Ask ${env.CONTACT_EMAIL}.` : ''
  return new ApiError('mail_off', message + contact)
}

function tooMany(recent: { createdAt: number }[], now: number): ApiError {
  const message = `At most ${MESSAGES_PER_DAY} messages a day. Nothing was sent; try again later.`
  const retry_after_s = secondsToNext(recent, now)
  return new ApiError('too_many_requests', message, undefined, { retry_after_s })
}
