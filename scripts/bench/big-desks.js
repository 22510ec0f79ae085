import { openDesk } from './bookings.js'
import { SESSIONS } from './sow.js'

/** @typedef {import('./side-by-side.js').Line} Line */

/**
 * One command must not cost more at a desk where many have booked or wait: each of these is held
 * to the same command at a small desk.
 * @param {import('./machine.js').Machine} machine @param {ReturnType<typeof import('./ask.js').crowd>} crowd
 * @returns {Line[]}
 */
export function bigDeskLines(machine, crowd) {
  const desk = openDesk(machine.product)

  /** Booked and given back again: the desk stays as large as it was. @param {number} session */
  const bookAndCancel = (session) => async () => {
    const people = await crowd(32)
    const unit = (/** @type {import('./ask.js').Person} */ who) => async () => {
      await desk.act(who, await desk.book(who, session), 'cancel')
    }
    return { units: people.map(unit), requests: 2 }
  }
  /** @param {number} session */
  const joinAndLeave = (session) => async () => {
    const people = await crowd(32)
    const unit = (/** @type {import('./ask.js').Person} */ who) => async () => {
      await desk.act(who, await desk.join(who, session), 'leave')
    }
    return { units: people.map(unit), requests: 2 }
  }

  const few = { name: 'with 10 booked', load: bookAndCancel(SESSIONS.seats10) }
  const fewWait = { name: 'with 10 waiting', load: joinAndLeave(SESSIONS.waiting10) }
  return [
    { what: 'with 5,000 booked', floor: few, budget: 4, load: bookAndCancel(SESSIONS.seats5000) },
    {
      what: 'with 1,000 waiting',
      floor: fewWait,
      budget: 2,
      load: joinAndLeave(SESSIONS.waiting1000),
    },
  ]
}
