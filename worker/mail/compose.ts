import type { Env } from '../env'
import { accountLetter } from './account-letter'
import type { Calendar } from './calendar'
import type { Composed, Reader } from './composed'
import { facilitatorLetter } from './facilitator-letter'
import { isLetter, isMessage, type Mail } from './letter'
import { messageLetter } from './message-letter'
import { asHtml, asText, oneLine } from './render'
import { sender } from './sender'
import { visitorLetter } from './visitor-letter'

/** A letter as the binding takes it: to one address, in plain text and HTML. */
export function compose(env: Env, mail: Mail, reader: Reader): EmailMessageBuilder {
  const { subject, body, replyTo, calendar } = composed(env, mail, reader)
  return {
    from: sender(env),
    to: reader.email,
    ...(replyTo ? { replyTo } : {}),
    subject: oneLine(subject),
    text: asText(body),
    html: asHtml(body),
    ...(calendar ? { attachments: [asAttachment(calendar)] } : {}),
  }
}

function composed(env: Env, mail: Mail, reader: Reader): Composed {
  if (isLetter(mail)) return accountLetter(env, mail, reader)
  if (isMessage(mail)) return messageLetter(env, mail, reader)
  if (mail.to.as === 'facilitator') return facilitatorLetter(env, mail, reader)
  return visitorLetter(env, mail, reader)
}

/** As bytes: the local binding reads text as base64. */
function asAttachment({ method, content }: Calendar): EmailAttachment {
  return {
    disposition: 'attachment',
    filename: method === 'CANCEL' ? 'cancelled.ics' : 'session.ics',
    type: `text/calendar; charset=utf-8; method=${method}`,
    content: new TextEncoder().encode(content),
  }
}
