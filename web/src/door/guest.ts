/** A booking, as much of it as the door needs. The wire's own rows are such. */
export type Guest = {
  id: number
  state: string
  party_size: number
  names: string[]
  notes: string
  checked_in_at: string | null
  booked_by: string
  late: boolean
  updated_at: string
  user: { id: number; name: string; email: string }
}

const SEATED = ['confirmed', 'attended', 'no_show']

/** Has a seat, whether they came or not. */
export const isSeated = ({ state }: Pick<Guest, 'state'>) => SEATED.includes(state)

export const isIn = ({ state }: Pick<Guest, 'state'>) => state === 'attended'

/** How many of those who have a seat are in, counted in seats: a party of three is three. */
export function countIn(guests: readonly Pick<Guest, 'state' | 'party_size'>[]) {
  const sum = (some: typeof guests) => some.reduce((seats, one) => seats + one.party_size, 0)
  return { in: sum(guests.filter(isIn)), of: sum(guests.filter(isSeated)) }
}

/** Whose name, email or company has every word that was typed, in whatever order and accents. */
export function isFound(guest: Pick<Guest, 'names' | 'user'>, typed: string): boolean {
  const said = plain([guest.user.name, guest.user.email, ...guest.names].join(' '))
  return plain(typed)
    .split(/\s+/)
    .every((word) => said.includes(word))
}

/** As one looks for somebody at a door. */
export function byName<G extends Pick<Guest, 'user'>>(guests: readonly G[]): G[] {
  return guests.toSorted((a, b) => a.user.name.localeCompare(b.user.name))
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim()
