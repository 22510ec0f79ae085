import type { Env } from '../env'
import type { Composed, Reader } from './composed'
import { fact, said } from './facts'
import type { MessageLetter } from './letter'
import { siteName } from './sender'
import { siteLinks } from './site-links'
import { when } from './when'
import { words } from './words'

/** A facilitator's own words to somebody who booked; an answer goes to her. */
export function messageLetter(env: Env, letter: MessageLetter, reader: Reader): Composed {
  const { session, facilitator, subject, text } = letter
  const { labels, message } = words
  return {
    subject,
    body: {
      opening: [
        words.greeting(reader.name),
        message.opening(facilitator.name, session.title),
        text,
      ],
      facts: said([
        fact(labels[session.sessionType], session.title),
        fact(labels.when, when(session)),
      ]),
      action: { label: words.seeOrCancel, href: siteLinks(env).myBookings },
      closing: [message.answers(facilitator.name), words.signature(siteName(env))],
    },
    replyTo: facilitator.email,
    calendar: null,
  }
}
