import { ask } from './ask.js'
import { times } from './side-by-side.js'

/** What the platform itself does on this machine, now. @param {import('./machine.js').Machine} machine */
export function openFloors(machine) {
  return {
    bare: floor('bare Worker', '/bare', 1_000),
    rpc: floor('object RPC', '/rpc', 500),
    insert: floor('RPC + insert', '/insert', 300),
    select: floor('D1 select', '/select', 150),
  }

  /** @param {string} name @param {string} path @param {number} count */
  function floor(name, path, count) {
    const load = async () => ({ units: times(count, () => () => ask(machine.floor + path)) })
    return { name, load }
  }
}

/** @typedef {ReturnType<typeof openFloors>} Floors */
