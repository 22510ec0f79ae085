import type { Env } from '../env'
import type { Composed, Reader } from './composed'
import { fact, said } from './facts'
import type { MailEvent } from './mail-event'
import { amount } from './money'
import { siteName } from './sender'
import { siteLinks } from './site-links'
import { shortWhen, when } from './when'
import { words } from './words'

/** What a facilitator is told of one booking. An answer to it reaches who booked. */
export function facilitatorLetter(env: Env, event: MailEvent, reader: Reader): Composed {
  const { session, booking, visitor, seats } = event
  const { labels } = words
  const { subject, opening } = news(event)
  return {
    subject,
    body: {
      opening: [words.greeting(reader.name), ...opening],
      facts: said([
        fact(labels.visitor, visitor.name),
        fact(labels.email, visitor.email),
        fact(labels[session.sessionType], session.title),
        fact(labels.when, when(session)),
        fact(labels.party(session.sessionType), words.party(booking.partySize, booking.names)),
        fact(labels.total, amount(booking.priceMinor * booking.partySize, booking.currency)),
        fact(labels.theirNote, booking.notes),
        fact(labels.reason, booking.cancelReason),
        fact(
          labels.seatsLeft(session.sessionType),
          words.seatsLeft(seats.available, session.capacity),
        ),
        fact(labels.booking, String(booking.id)),
      ]),
      action: { label: words.seeAttendees, href: siteLinks(env).deskSession(session.id) },
      closing: [words.signature(siteName(env))],
    },
    replyTo: visitor.email || env.CONTACT_EMAIL || null,
    calendar: null,
  }
}

function news({ kind, session, booking, visitor }: MailEvent) {
  const { toFacilitator } = words
  const { title, sessionType } = session
  const seats = words.seats(booking.partySize, sessionType)
  const at = shortWhen(session)
  if (kind === 'booking_cancelled') {
    const { subject, opening, late } =
      booking.cancelledBy === 'user' ? toFacilitator.cancelled : toFacilitator.cancelledByYou
    return {
      subject: subject(visitor.name, title, at),
      opening: [opening(visitor.name, seats, title), ...(booking.late ? [late] : [])],
    }
  }
  if (kind === 'booking_reduced') {
    const { subject, opening, late } = toFacilitator.reduced
    return {
      subject: subject(visitor.name, title, at),
      opening: [opening(visitor.name, seats, title), ...(booking.late ? [late] : [])],
    }
  }
  const { subject, opening } =
    kind === 'booking_confirmed' ? toFacilitator.confirmed : toFacilitator.about
  return {
    subject: subject(visitor.name, title, at),
    opening: [opening(visitor.name, seats, title)],
  }
}
