import type { MailEvent } from './mail-event'

/** A letter about an account. Its token stands nowhere else: the database keeps only a hash. */
export type Letter = {
  /** The same for the same letter, however often it is queued. */
  id: string
  kind: 'verify_email' | 'reset_password'
  to: { userId: number }
  token: string
}

/** All that the mail queue carries. */
export type Mail = MailEvent | Letter

export function isLetter(mail: Mail): mail is Letter {
  return mail.kind === 'verify_email' || mail.kind === 'reset_password'
}
