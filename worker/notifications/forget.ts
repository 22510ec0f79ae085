import { SOMEBODY, words } from '../bookings/words'

export type Told = { name: string; title: string; partySize: number; message: string }

/** A notice's sentence without its name, which the title may hold as well and keeps. */
export function withoutName({ name, title, partySize, message }: Told): string {
  for (const say of [words.booked, words.cancelled, words.cancelledForThem]) {
    // A notice keeps no kind of its session: its words tell seats from places.
    for (const type of ['session', 'retreat'] as const) {
      const told = { title, partySize, type }
      if (message === say({ ...told, name })) return say({ ...told, name: SOMEBODY })
    }
  }
  // Told in words of another day: rather a word too few than a name too many.
  return name === '' ? message : message.replaceAll(name, SOMEBODY)
}
