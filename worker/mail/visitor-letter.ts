import { freeUntil } from '../bookings/seats'
import type { Env } from '../env'
import { calendarOf } from './calendar'
import type { Composed, Reader } from './composed'
import { fact, said } from './facts'
import type { MailEvent } from './mail-event'
import { amount } from './money'
import type { Body } from './render'
import { siteName } from './sender'
import { siteLinks } from './site-links'
import { isAboutWaiting, waitingLetter } from './waiting-letter'
import { moment, shortWhen, when } from './when'
import { words } from './words'

/** What somebody who booked is told, with the entry for their calendar. */
export function visitorLetter(env: Env, event: MailEvent, reader: Reader): Composed {
  if (isAboutWaiting(event)) return toWaiting(env, event, reader)
  const { subject, opening, hasSeat } = news(event)
  const body = hasSeat ? seatBody(env, event) : endBody(env, event)
  const isReminder = event.kind.startsWith('reminder')
  const calendar = isReminder ? null : calendarOf(env, event, reader, hasSeat)
  return addressed(env, reader, { subject, body: { ...body, opening } }, calendar)
}

function toWaiting(env: Env, event: MailEvent, reader: Reader): Composed {
  return addressed(env, reader, waitingLetter(env, event, reader), null)
}

function addressed(
  env: Env,
  reader: Reader,
  { subject, body }: Pick<Composed, 'subject' | 'body'>,
  calendar: Composed['calendar'],
): Composed {
  const { opening, closing } = body
  return {
    subject,
    body: {
      ...body,
      opening: [words.greeting(reader.name), ...opening],
      closing: env.CONTACT_EMAIL ? [...closing, words.questions] : closing,
    },
    replyTo: env.CONTACT_EMAIL || null,
    calendar,
  }
}

/** What happened, and whether the reader has a seat after it. */
function news(event: MailEvent): { subject: string; opening: string[]; hasSeat: boolean } {
  const { kind, session, booking, facilitator } = event
  const { toVisitor } = words
  const { title } = session
  const seats = words.seats(booking.partySize, session.sessionType)
  const at = shortWhen(session)
  switch (kind) {
    case 'booking_confirmed': {
      const { subject, opening } = toVisitor.confirmed
      const isAdded = booking.bookedBy === 'facilitator'
      const told = isAdded
        ? [toVisitor.added.opening(facilitator.name, seats, title), toVisitor.added.account]
        : [opening(seats, title)]
      return { subject: subject(title, at), opening: told, hasSeat: true }
    }
    case 'booking_reduced': {
      const { subject, opening } = toVisitor.reduced
      const told = [opening(seats, title), ...(booking.late ? [toVisitor.reduced.late] : [])]
      return { subject: subject(title, at), opening: told, hasSeat: true }
    }
    case 'session_changed': {
      const { subject, opening } = toVisitor.changed
      return { subject: subject(title, at), opening: [opening(title)], hasSeat: true }
    }
    case 'reminder_24h':
    case 'reminder_1h': {
      const { subject, opening } = toVisitor[kind]
      return { subject: subject(title, at), opening: [opening(seats, title)], hasSeat: true }
    }
    case 'session_cancelled': {
      const { subject, opening } = toVisitor.sessionCancelled
      const told = [opening(facilitator.name, title)]
      return { subject: subject(title, at), opening: told, hasSeat: false }
    }
    case 'booking_cancelled': {
      const isTheirs = booking.cancelledBy === 'user'
      const { subject } = isTheirs ? toVisitor.cancelledByYou : toVisitor.cancelledForYou
      const told = isTheirs
        ? [
            toVisitor.cancelledByYou.opening(title),
            ...(booking.late ? [toVisitor.cancelledByYou.late] : []),
          ]
        : [toVisitor.cancelledForYou.opening(facilitator.name, title)]
      return { subject: subject(title, at), opening: told, hasSeat: false }
    }
    default:
      throw new Error(`${kind} is for who waits`)
  }
}

/** Everything one needs to come, and the way to cancel. */
function seatBody(env: Env, event: MailEvent): Omit<Body, 'opening'> {
  const { session, booking } = event
  const { labels } = words
  return {
    facts: said([
      ...sessionFacts(event),
      fact(labels.online, session.onlineUrl, session.onlineUrl),
      fact(labels.party(session.sessionType), words.party(booking.partySize, booking.names)),
      ...price(event),
      fact(labels.note, booking.notes),
      fact(labels.arrival, session.arrivalNote),
      fact(labels.booking, String(booking.id)),
    ]),
    action: { label: words.seeOrCancel, href: siteLinks(env).myBookings },
    closing: [...free(event), words.signature(siteName(env))],
  }
}

/** Until when it may be given back freely, where that is not always so. */
function free({ kind, session, booking, at }: MailEvent): string[] {
  const { changed } = words.toVisitor
  const until = freeUntil(session, booking)
  const isAlways = until >= session.startTime
  // What was agreed to is another thing now, and they may go because of that.
  if (kind === 'session_changed' && session.movedAt === at && until > at) {
    return [isAlways ? changed.freeUntilStart : changed.freeUntil(moment(until, session.timeZone))]
  }
  return isAlways || until <= at ? [] : [words.freeUntil(moment(until, session.timeZone))]
}

/** What it was, why it ended, and where to look for another. */
function endBody(env: Env, event: MailEvent): Omit<Body, 'opening'> {
  const { kind, session, booking } = event
  const reason = kind === 'session_cancelled' ? session.cancelReason : booking.cancelReason
  return {
    facts: said([
      fact(words.labels.reason, reason),
      ...sessionFacts(event),
      fact(words.labels.booking, String(booking.id)),
    ]),
    action: { label: words.findAnother, href: siteLinks(env).sessions },
    closing: [words.signature(siteName(env))],
  }
}

function sessionFacts({ session, facilitator }: MailEvent) {
  const { labels } = words
  const place = [session.placeName, session.placeAddress].filter(Boolean).join('\n')
  return [
    fact(labels[session.sessionType], session.title),
    fact(labels.when, when(session)),
    fact(labels.where, place),
    fact(labels.facilitator, facilitator.name),
  ]
}

function price({ session, booking, facilitator }: MailEvent) {
  const total = booking.priceMinor * booking.partySize
  const unsaid = total === 0 ? null : words.payOnTheDay(facilitator.name)
  return [
    fact(words.labels.total, amount(total, booking.currency)),
    fact(words.labels.payment, session.paymentNote ?? unsaid),
  ]
}
