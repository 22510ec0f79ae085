import { runDurableObjectAlarm } from 'cloudflare:test'
import { asking, atDesk, bothSides, desk, withCaughtLetters, withCaughtNotices } from './desk'
import { aFacilitator, aSession, aUser } from './factories'

type Person = Awaited<ReturnType<typeof aUser>>
type Party = { partySize?: number }

/** One class with its desk, its facilitator, a clock of its own, and everything it tells caught. */
export async function aClass(overrides: Parameters<typeof aSession>[1] = {}) {
  const jane = await aFacilitator()
  const sessionId = await aSession(jane, overrides)
  const at = desk(sessionId)
  await at.open()
  const letters = await withCaughtLetters(sessionId)
  const notices = await withCaughtNotices(sessionId)
  const { facilitatorId } = jane

  async function session() {
    const answer = await at.read(null)
    if (answer.kind === 'refused') throw new Error(answer.code)
    return answer.session
  }

  const granted = <A extends { kind: string }>(answer: A) => {
    if (answer.kind === 'refused') throw new Error(JSON.stringify(answer))
    return answer as Exclude<A, { kind: 'refused' }>
  }

  return {
    jane,
    sessionId,
    desk: at,
    letters,
    notices,
    session,
    person: (name: string) => aUser({ name }),
    ask: (person: Person, party: Party = {}) => at.book(asking(person, party)),
    join: (
      person: Person,
      { partySize = 1, oldPlace = false }: Party & { oldPlace?: boolean } = {},
    ) => at.join({ ...asking(person), partySize, oldPlace }),
    /** Books for somebody new, who has to get it. */
    async seated(party: Party = {}) {
      const person = await aUser()
      const { booking } = granted(await at.book(asking(person, party)))
      return { person, booking }
    },
    /** Somebody new goes on the list. */
    async waiting({ partySize = 1, name = 'Ann' }: Party & { name?: string } = {}) {
      const person = await aUser({ name })
      const { booking } = granted(await at.join({ ...asking(person), partySize }))
      return { person, booking }
    },
    cancel: ({ person, booking }: { person: Person; booking: { id: number } }) =>
      at.cancel({ bookingId: booking.id, by: { userId: person.userId }, reason: null }),
    accept: ({ person, booking }: { person: Person; booking: { id: number } }) =>
      at.accept({ bookingId: booking.id, userId: person.userId }),
    decline: ({ person, booking }: { person: Person; booking: { id: number } }) =>
      at.decline({ bookingId: booking.id, userId: person.userId }),
    leave: ({ person, booking }: { person: Person; booking: { id: number } }) =>
      at.leave({ bookingId: booking.id, userId: person.userId }),
    amend: (changes: Parameters<typeof at.amend>[0]['changes']) =>
      at.amend({ facilitatorId, changes }),
    /** Every booking's state by now, in the order they were made. */
    async states() {
      const { atTheDesk } = await bothSides(sessionId)
      return atTheDesk.bookings.map(({ state }) => state)
    },
    async bookings() {
      return (await bothSides(sessionId)).atTheDesk.bookings
    },
    async seats() {
      const answer = granted(await at.read(null))
      return answer.seats
    },
    async why() {
      const answer = granted(await at.decisions({ facilitatorId, before: null, limit: 100 }))
      return answer.decisions.map(({ decision }) => decision.kind).reverse()
    },
    /** From now on it is that time at the desk. */
    turnTo: (now: number) =>
      atDesk(sessionId, (inside) => {
        inside.now = () => now
      }),
    alarm: () => runDurableObjectAlarm(at),
    told: () => letters.map(({ kind, to }) => `${kind} to ${to.as}`),
  }
}
