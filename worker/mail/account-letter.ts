import type { Env } from '../env'
import type { Composed, Reader } from './composed'
import type { Letter } from './letter'
import { siteName } from './sender'
import { siteLinks } from './site-links'
import { words } from './words'

/** A letter whose link proves that its reader reads this address. */
export function accountLetter(env: Env, letter: Letter, reader: Reader): Composed {
  const says = letter.kind === 'verify_email' ? words.verify : words.reset
  const href = siteLinks(env)[letter.kind](letter.token)
  return {
    subject: says.subject(siteName(env)),
    body: {
      opening: [words.greeting(reader.name), says.opening],
      facts: [],
      action: { label: says.action, href },
      closing: [says.closing, words.signature(siteName(env))],
    },
    replyTo: env.CONTACT_EMAIL || null,
    calendar: null,
  }
}
