import { ask, inParallel } from './ask.js'
import { openDesk } from './bookings.js'
import { SESSIONS } from './sow.js'

const ALONE = 20
const TOGETHER = 100
/** Each costs about a millionth of a dollar, which is nearly all that a booking costs. */
const DESK_WRITTEN_MAX = 40
const D1_WRITTEN_MAX = 12
const BATCHES_MAX = 25

/** @typedef {import('./side-by-side.js').Result} Result */
/** @typedef {{ read: number, written: number }} Rows */
/** @typedef {{ batches: number, d1Read: number, d1Written: number, alarms: number, desk: Rows, inbox: Rows }} Counted */

/**
 * What is billed: rows, counted and not timed, with mail set up.
 * @param {import('./machine.js').Machine} machine @param {ReturnType<typeof import('./ask.js').crowd>} crowd
 * @returns {Promise<Result[]>}
 */
export async function countRows(machine, crowd) {
  const desk = openDesk(machine.counted)
  /** @returns {Promise<Counted>} */
  const counted = async () => JSON.parse(await ask(`${machine.counted}/counted`))
  /** @param {number} count @param {number} atOnce */
  const book = async (count, atOnce) => {
    const people = await crowd(count)
    await counted()
    const units = people.map((who) => () => desk.book(who, SESSIONS.counted))
    await inParallel(units, { atOnce })
    return counted()
  }
  // A desk that wakes makes its tables; that is not what a booking costs.
  for (const who of await crowd(1)) await desk.book(who, SESSIONS.counted)
  const alone = await book(ALONE, 1)
  const together = await book(TOGETHER, TOGETHER)
  const each = (/** @type {number} */ rows) => rows / ALONE
  return [
    held(
      'rows a booking writes at its desk',
      each(alone.desk.written + alone.alarms),
      DESK_WRITTEN_MAX,
    ),
    held('rows it writes in D1', each(alone.d1Written), D1_WRITTEN_MAX),
    held('batches to D1 for 100 at once', together.batches, BATCHES_MAX),
    told('rows it reads in D1', each(alone.d1Read)),
    told('rows it writes in the inbox', each(alone.inbox.written)),
  ]
}

/** @param {string} what @param {number} count @param {number} most @returns {Result} */
function held(what, count, most) {
  return { what, value: number(count), ratio: count / most, floor: `at most ${most}`, budget: 1 }
}

/** @param {string} what @param {number} count @returns {Result} */
function told(what, count) {
  return { what, value: number(count), ratio: null, floor: '', budget: null }
}

/** @param {number} count */
function number(count) {
  return Number.isInteger(count) ? String(count) : count.toFixed(1)
}
