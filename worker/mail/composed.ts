import type { Calendar } from './calendar'
import type { Body } from './render'

/** A letter in words, before it is plain text and HTML. */
export type Composed = {
  subject: string
  body: Body
  /** Who reads an answer to it; absent where nobody does. */
  replyTo: string | null
  calendar: Calendar | null
}

/** Whom a letter goes to. */
export type Reader = {
  name: string
  email: string
  /** By which its reader answers the offer it tells of, signed in or not. */
  offerToken?: string
}
