import { signOfferToken } from '../bookings/offer-token'
import { type Db, openDb } from '../db/client'
import type { Env } from '../env'
import { compose } from './compose'
import { isLetter, isMessage, type Mail } from './letter'
import { sendsMail } from './post'
import { claim, markDropped, markRefused, markSent, type Person, release } from './queries'
import { codeOf, isFinal } from './refusals'
import { words } from './words'

const RETRY_FIRST_S = 30
const RETRY_MAX_S = 3_600

/** What a letter's turn came to. */
type Outcome = { kind: 'done' } | { kind: 'again'; afterSeconds?: number }

/**
 * The queue's letters, each on its own: one that fails holds up none beside it. Never throws, for
 * a batch that throws is delivered anew as a whole.
 */
export async function consume(
  batch: MessageBatch<Mail>,
  env: Env,
  now = () => Date.now(),
): Promise<void> {
  const db = openDb(env.DB)
  await Promise.all(
    batch.messages.map(async (message) => {
      const outcome = await turn(env, db, message.body, now).catch((error): Outcome => {
        log('mail_failed', message.body, codeOf(error))
        return { kind: 'again' }
      })
      if (outcome.kind === 'done') message.ack()
      else {
        const delaySeconds = outcome.afterSeconds ?? retryDelaySeconds(message.attempts)
        message.retry({ delaySeconds })
      }
    }),
  )
}

/** 30 s, 1 min, 2 min … up to an hour: fifty of them are two days. */
export function retryDelaySeconds(attempts: number): number {
  return Math.min(RETRY_MAX_S, RETRY_FIRST_S * 2 ** Math.min(attempts - 1, 10))
}

/** Claim, send, mark. A crash in between leaves a lease that ends, and then it is tried again. */
async function turn(env: Env, db: Db, mail: Mail, now: () => number): Promise<Outcome> {
  if (!env.EMAIL || !sendsMail(env)) return { kind: 'done' }
  const { isOurs, row, people, isRecalled } = await claim(db, mail, now())
  if (!isOurs) {
    if (row?.state !== 'sending') return { kind: 'done' }
    return { kind: 'again', afterSeconds: Math.ceil((row.leaseUntil - now()) / 1000) }
  }
  const reader = people.find(({ id }) => id === mail.to.userId)
  if (!reader?.email || reader.erasedAt !== null || isRecalled || isTooLate(mail, now())) {
    await markDropped(db, mail.id)
    return { kind: 'done' }
  }
  try {
    const to = { ...reader, email: reader.email, ...(await openerOf(env, mail)) }
    await env.EMAIL.send(compose(env, asKnownNow(mail, people), to))
  } catch (error) {
    return failed(db, mail, error, now())
  }
  // It is out: that the mark failed must not send it again.
  await markSent(db, mail.id, now()).catch((error) => log('mail_unmarked', mail, codeOf(error)))
  return { kind: 'done' }
}

async function failed(db: Db, mail: Mail, error: unknown, now: number): Promise<Outcome> {
  const code = codeOf(error)
  log(isFinal(code) ? 'mail_refused' : 'mail_failed', mail, code)
  if (isFinal(code)) {
    await markRefused(db, mail, code, now)
    return { kind: 'done' }
  }
  await release(db, mail.id, code)
  return { kind: 'again' }
}

/** Made when it is sent, so that it lies in no queue and no table. */
async function openerOf(env: Env, mail: Mail): Promise<{ offerToken?: string }> {
  if (mail.kind !== 'seat_offered' || mail.booking.expiresAt === null) return {}
  const { id, userId, expiresAt } = mail.booking
  return { offerToken: await signOfferToken(env, { id, userId, expiresAt }) }
}

/** A reminder of what has begun reminds nobody, and an offer that has ended offers nothing. */
function isTooLate(mail: Mail, now: number): boolean {
  if (mail.kind === 'seat_offered') return (mail.booking.expiresAt ?? 0) <= now
  const isReminder = mail.kind === 'reminder_24h' || mail.kind === 'reminder_1h'
  return isReminder && mail.session.startTime <= now
}

/** Who was erased since the desk spoke is named no more. */
function asKnownNow(mail: Mail, people: Person[]): Mail {
  if (isLetter(mail) || isMessage(mail)) return mail
  const visitor = people.find(({ id }) => id === mail.booking.userId)
  if (visitor && visitor.erasedAt === null) return mail
  const booking = { ...mail.booking, notes: null, names: [] }
  return { ...mail, booking, visitor: { name: words.somebody, email: '' } }
}

/** By id only: no address, no name, no token. */
function log(event: string, { id, kind }: Mail, error: string): void {
  console.warn(JSON.stringify({ level: 'warn', event, id, kind, error }))
}
