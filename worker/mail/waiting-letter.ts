import type { Env } from '../env'
import type { Reader } from './composed'
import { fact, said } from './facts'
import type { MailEvent } from './mail-event'
import { amount } from './money'
import type { Body } from './render'
import { siteName } from './sender'
import { siteLinks } from './site-links'
import { moment, shortWhen, when } from './when'
import { words } from './words'

/** Whether its reader had no seat when it was written, only a place on the list or an offer. */
export function isAboutWaiting({ kind, booking }: MailEvent): boolean {
  switch (kind) {
    case 'waitlist_joined':
    case 'seat_offered':
    case 'offer_ended':
    case 'waitlist_ended':
      return true
    case 'session_changed':
      return booking.state === 'waitlisted' || booking.state === 'offered'
    default:
      return false
  }
}

/** What somebody on the list is told. No calendar knows of it: nothing is theirs yet. */
export function waitingLetter(env: Env, event: MailEvent, reader: Reader) {
  const { subject, opening } = news(event)
  return { subject, body: { opening, ...body(env, event, reader) } }
}

function news(event: MailEvent): { subject: string; opening: string[] } {
  const { kind, session, booking, seats: counted } = event
  const { title, timeZone, sessionType } = session
  const { toWaiting } = words
  const at = shortWhen(session)
  const seats = words.seats(booking.partySize, sessionType)
  const ends = booking.expiresAt === null ? null : moment(booking.expiresAt, timeZone)
  const untilThen = ends ? [toWaiting.offerEnds(ends)] : []
  switch (kind) {
    case 'waitlist_joined': {
      const { subject, opening, place } = toWaiting.joined
      // Who joins comes last, so as many wait as is their place.
      return {
        subject: subject(title, at),
        opening: [opening(seats, title), place(counted.waiting)],
      }
    }
    case 'seat_offered': {
      const { subject, opening } = toWaiting.offered
      return { subject: subject(title, at), opening: [opening(seats, title), ...untilThen] }
    }
    case 'offer_ended': {
      const { subject, opening } = toWaiting.offerEnded
      return { subject: subject(title, at), opening: [opening(seats, title)] }
    }
    case 'session_changed': {
      const { subject, opening, waits, isOffered } = toWaiting.changed
      const stands = booking.state === 'offered' ? isOffered(seats) : waits
      return { subject: subject(title, at), opening: [opening(title), stands, ...untilThen] }
    }
    default: {
      const { subject } = toWaiting.ended
      return { subject: subject(title, at), opening: [whyEnded(event, seats)] }
    }
  }
}

/** The room became too small, the session is cancelled, the facilitator said no, or time ran out. */
function whyEnded({ session, booking, facilitator }: MailEvent, seats: string): string {
  const { title, capacity, sessionType, status } = session
  const { ended } = words.toWaiting
  if (status === 'cancelled') return ended.cancelled(facilitator.name, title)
  if (booking.cancelledBy === 'facilitator') return ended.removed(facilitator.name, title)
  if (booking.partySize > capacity) {
    return ended.outgrown(title, words.seats(capacity, sessionType), seats)
  }
  return ended.nothingCame(seats, title)
}

function body(env: Env, event: MailEvent, reader: Reader): Omit<Body, 'opening'> {
  const { kind, session, booking, facilitator } = event
  const { labels } = words
  const place = [session.placeName, session.placeAddress].filter(Boolean).join('\n')
  const isOver = kind === 'waitlist_ended'
  return {
    facts: said([
      fact(labels.reason, isOver ? booking.cancelReason : null),
      fact(labels[session.sessionType], session.title),
      fact(labels.when, when(session)),
      fact(labels.where, place),
      fact(labels.facilitator, facilitator.name),
      ...(isOver ? [] : price(event)),
      fact(labels.booking, String(booking.id)),
    ]),
    action: wayOn(env, event, reader),
    closing: [
      ...(kind === 'seat_offered' ? [words.toWaiting.choose] : []),
      words.signature(siteName(env)),
    ],
  }
}

function price({ session, booking, facilitator }: MailEvent) {
  const total = booking.priceMinor * booking.partySize
  const unsaid = total === 0 ? null : words.payOnTheDay(facilitator.name)
  return [
    fact(words.labels.party(session.sessionType), words.party(booking.partySize, booking.names)),
    fact(words.labels.total, amount(total, booking.currency)),
    fact(words.labels.payment, session.paymentNote ?? unsaid),
  ]
}

/** One link. That of an offer answers it without signing in, once a button is pressed there. */
function wayOn(env: Env, { kind, session, booking }: MailEvent, { offerToken }: Reader) {
  const links = siteLinks(env)
  const { toWaiting, findAnother } = words
  switch (kind) {
    case 'seat_offered':
      return {
        label: toWaiting.takeOrPass,
        href: offerToken ? links.offer(booking.id, offerToken) : links.myBookings,
      }
    case 'offer_ended':
      return { label: toWaiting.seeSession, href: links.session(session.id) }
    case 'waitlist_ended':
      return { label: findAnother, href: links.sessions }
    default:
      return { label: toWaiting.seeOrLeave, href: links.myBookings }
  }
}
