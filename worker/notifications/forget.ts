import { SOMEBODY, words } from '../bookings/words'

export type Told = { name: string; title: string; partySize: number; message: string }

/** A notice's sentence without its name, which the title may hold as well and keeps. */
export function withoutName({ name, title, partySize, message }: Told): string {
  for (const say of [words.booked, words.cancelled, words.cancelledForThem]) {
    if (message === say(name, title, partySize)) return say(SOMEBODY, title, partySize)
  }
  // Told in words of another day: rather a word too few than a name too many.
  return name === '' ? message : message.replaceAll(name, SOMEBODY)
}
