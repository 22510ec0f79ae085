import { ask } from './ask.js'
import { SESSIONS } from './sow.js'

/** @typedef {import('./side-by-side.js').Line} Line */
/** @typedef {import('./ask.js').Person} Person */
/** @typedef {ReturnType<typeof import('./ask.js').crowd>} Crowd */

/**
 * What a booking and what follows it cost through the whole Worker, mail and D1's copy included.
 * @param {import('./machine.js').Machine} machine @param {import('./floors.js').Floors} floors @param {Crowd} crowd
 * @returns {Line[]}
 */
export function bookingLines(machine, floors, crowd) {
  const desk = openDesk(machine.product)
  return [
    {
      what: 'book at one desk',
      floor: floors.insert,
      budget: 25,
      load: async () => {
        const people = await crowd(150)
        return { units: people.map((who) => () => desk.book(who, SESSIONS.oneDesk)) }
      },
    },
    {
      what: 'book at 50 desks',
      floor: floors.insert,
      budget: 40,
      load: async () => {
        // A desk that wakes reads D1 first; that is not what a booking costs.
        const reads = SESSIONS.spread.map((id) => ask(`${machine.product}/api/sessions/${id}`))
        await Promise.all(reads)
        const people = await crowd(150)
        const at = (/** @type {number} */ i) => SESSIONS.spread[i % SESSIONS.spread.length] ?? 0
        return { units: people.map((who, i) => () => desk.book(who, at(i))) }
      },
    },
    {
      what: 'cancel a booking',
      floor: floors.insert,
      budget: 25,
      load: async () => {
        const people = await crowd(40)
        const ids = await Promise.all(people.map((who) => desk.book(who, SESSIONS.cancelling)))
        return { units: people.map((who, i) => () => desk.act(who, ids[i] ?? 0, 'cancel')) }
      },
    },
    {
      what: 'join, give back, accept',
      floor: floors.insert,
      budget: 40,
      load: async () => {
        const chains = SESSIONS.waiting.map(async (session) => {
          const [first, ...people] = await crowd(3)
          if (!first) return async () => {}
          const held = { who: first, id: await desk.book(first, session) }
          return () => handDown(desk, session, held, people)
        })
        return { units: await Promise.all(chains), requests: 7 }
      },
    },
  ]
}

/**
 * The one seat goes down the list: each joins, is offered what the one before gives back, takes it.
 * @param {ReturnType<typeof openDesk>} desk @param {number} session
 * @param {{ who: Person, id: number }} held @param {Person[]} people
 */
async function handDown(desk, session, held, people) {
  let last = held
  for (const who of people) {
    const id = await desk.join(who, session)
    await desk.act(last.who, last.id, 'cancel')
    await desk.act(who, id, 'accept')
    last = { who, id }
  }
  await desk.act(last.who, last.id, 'cancel')
}

/** @param {string} origin */
export function openDesk(origin) {
  const bookings = `${origin}/api/bookings`
  return {
    /** @param {Person} who @param {number} session */
    book: async ({ bearer }, session) => {
      const body = { session_id: session }
      return idIn(await ask(bookings, { method: 'POST', bearer, body, expect: 201 }))
    },
    /** @param {Person} who @param {number} session */
    join: async ({ bearer }, session) => {
      const url = `${origin}/api/sessions/${session}/waitlist`
      return idIn(await ask(url, { method: 'POST', bearer, body: {}, expect: 201 }))
    },
    /** @param {Person} who @param {number} id @param {'cancel' | 'accept' | 'leave'} verb */
    act: async ({ bearer }, id, verb) => {
      await ask(`${bookings}/${id}/${verb}`, { method: 'POST', bearer, body: {} })
    },
  }
}

/** @param {string} answer @returns {number} */
function idIn(answer) {
  return JSON.parse(answer).booking.id
}
