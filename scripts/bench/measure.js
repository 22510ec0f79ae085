import process from 'node:process'
import { onEnd } from '../local/end.js'
import { crowd, hangUp } from './ask.js'
import { bigDeskLines } from './big-desks.js'
import { bookingLines } from './bookings.js'
import { openFloors } from './floors.js'
import { hearOfBookings } from './listeners.js'
import { startMachine } from './machine.js'
import { pageLines } from './pages.js'
import { countRows } from './rows.js'
import { sideBySide } from './side-by-side.js'
import { sow } from './sow.js'

/*
 * Runs by itself, in the Node that the lockfile brings. A line is printed when it is known; any
 * beyond its budget makes this end with 1.
 */

const machine = await startMachine()
onEnd(async () => {
  await machine.end()
  process.exit(1)
})
try {
  await sow(machine.d1)
  const results = await measure()
  if (results.some(isBeyond)) process.exitCode = 1
} finally {
  hangUp()
  await machine.end()
}

async function measure() {
  const people = crowd(machine.secret)
  const floors = openFloors(machine)
  const lines = [
    ...bookingLines(machine, floors, people),
    ...bigDeskLines(machine, people),
    ...pageLines(machine, floors),
  ]
  console.log(row(['', '', 'times', 'budget', 'its floor']))
  const results = []
  for (const line of lines) results.push(print(await sideBySide(line)))
  results.push(...(await hearOfBookings(machine, people)).map(print))
  results.push(...(await countRows(machine, people)).map(print))
  return results
}

/** @typedef {import('./side-by-side.js').Result} Result */

/** @param {Result} result */
function print(result) {
  const { what, value, ratio, floor, budget } = result
  const mark = isBeyond(result) ? `${floor}  ← beyond its budget` : floor
  console.log(
    row([what, value, ratio?.toFixed(2) ?? '', budget === null ? '' : String(budget), mark]),
  )
  return result
}

/** @param {Result} result */
function isBeyond({ ratio, budget }) {
  return ratio !== null && budget !== null && ratio > budget
}

/** @param {string[]} cells */
function row([what = '', value = '', ratio = '', budget = '', floor = '']) {
  return `${what.padEnd(36)}${value.padStart(10)}${ratio.padStart(8)}${budget.padStart(8)}  ${floor}`
}
