import { inParallel } from './ask.js'

const ROUNDS = 3
/** A slow machine does fewer of them, so that the whole of it ends in time. */
const LOAD_MAX_MS = 350

/**
 * @typedef {{ units: (() => Promise<unknown>)[], requests?: number }} Load what is timed, and how
 *   many requests each unit makes
 * @typedef {{ name: string, load: () => Promise<Load> }} Floor
 * @typedef {{ what: string, floor: Floor, budget: number, load: () => Promise<Load> }} Line
 * @typedef {{ what: string, value: string, ratio: number | null, floor: string, budget: number | null }} Result
 *   without a budget it is only told
 */

/**
 * Floor and line take turns, so that whatever else the machine does falls on both; the middle one
 * of the rounds' ratios counts.
 * @param {Line} line @returns {Promise<Result>}
 */
export async function sideBySide({ what, floor, budget, load }) {
  const rounds = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const floorMs = await msPerRequest(await floor.load())
    const ms = await msPerRequest(await load())
    rounds.push({ ms, ratio: ms / floorMs })
  }
  rounds.sort((a, b) => a.ratio - b.ratio)
  const { ms, ratio } = rounds[Math.floor(ROUNDS / 2)] ?? { ms: 0, ratio: 0 }
  return { what, value: perSecond(ms), ratio, floor: floor.name, budget }
}

/** @param {Load} load */
async function msPerRequest({ units, requests = 1 }) {
  const { ms, done } = await inParallel(units, { forMs: LOAD_MAX_MS })
  return ms / (done * requests)
}

/** @param {number} ms */
export function perSecond(ms) {
  return `${Math.round(1_000 / ms).toLocaleString('en')}/s`
}

/** @template T @param {number} count @param {(i: number) => T} make */
export function times(count, make) {
  return Array.from({ length: count }, (_, i) => make(i))
}
