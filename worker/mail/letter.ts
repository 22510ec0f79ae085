import type { Facilitator, Session } from '../sessions/session'
import type { MailEvent } from './mail-event'

/** A letter about an account. Its token stands nowhere else: the database keeps only a hash. */
export type Letter = {
  /** The same for the same letter, however often it is queued. */
  id: string
  kind: 'verify_email' | 'reset_password'
  to: { userId: number }
  token: string
}

/** What a facilitator wrote to those who booked a session, to one of them. */
export type MessageLetter = {
  id: string
  kind: 'message'
  to: { userId: number }
  subject: string
  text: string
  session: Pick<Session, 'id' | 'title' | 'sessionType' | 'startTime' | 'endTime' | 'timeZone'>
  /** Answers go to her own address, which is why it is told. */
  facilitator: Facilitator & { email: string }
}

/** All that the mail queue carries. */
export type Mail = MailEvent | Letter | MessageLetter

export function isLetter(mail: Mail): mail is Letter {
  return mail.kind === 'verify_email' || mail.kind === 'reset_password'
}

export function isMessage(mail: Mail): mail is MessageLetter {
  return mail.kind === 'message'
}

/** Who else is named in it, besides its reader. */
export function aboutWhom(mail: Mail): number | null {
  if (isLetter(mail)) return null
  return isMessage(mail) ? mail.facilitator.userId : mail.booking.userId
}

/** The message that a letter is of, which may have been taken back. Its letters are named by it. */
export function messageOf(mail: Mail): number | null {
  return isMessage(mail) ? Number(mail.id.split(':')[1]) : null
}
