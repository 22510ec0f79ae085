import { ask } from './ask.js'
import { times } from './side-by-side.js'
import { LIST_LENGTH, SESSIONS } from './sow.js'

/**
 * What people read, anonymous.
 * @param {import('./machine.js').Machine} machine @param {import('./floors.js').Floors} floors
 * @returns {import('./side-by-side.js').Line[]}
 */
export function pageLines(machine, floors) {
  const read = (/** @type {string} */ path, /** @type {number} */ count) => async () => ({
    units: times(count, () => () => ask(`${machine.product}/api${path}`)),
  })
  const some = SESSIONS.spread.slice(0, 20).join()
  return [
    {
      what: 'a session, by many strangers',
      floor: floors.rpc,
      budget: 8,
      load: read(`/sessions/${SESSIONS.read}`, 500),
    },
    {
      what: `the list, of ${LIST_LENGTH.toLocaleString('en')} sessions`,
      floor: floors.select,
      budget: 10,
      load: read('/sessions', 100),
    },
    {
      what: 'availability of 20 sessions',
      floor: floors.bare,
      budget: 12,
      load: read(`/availability?ids=${some}`, 500),
    },
  ]
}
