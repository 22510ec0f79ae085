import type { Env } from '../env'
import type { Mail } from './letter'

/** A queue takes a hundred at once, and 256 KB with what it adds to each. */
const BATCH_MAX = 100
const BATCH_MAX_BYTES = 200_000
const ADDED_BYTES = 200

/**
 * Hands many letters to the queue, as few calls as they fit in. A failure in between may be answered
 * by handing over all of them again: a letter is known by its id, and sent once.
 */
export async function postMany(env: Env, letters: readonly Mail[]): Promise<void> {
  for (const batch of inBatches(letters)) {
    await env.MAIL?.sendBatch(batch.map((body) => ({ body })))
  }
}

export function inBatches(letters: readonly Mail[]): Mail[][] {
  const batches: Mail[][] = []
  let leftBytes = 0
  for (const letter of letters) {
    const sizeBytes = new TextEncoder().encode(JSON.stringify(letter)).byteLength + ADDED_BYTES
    const batch = batches.at(-1)
    if (batch && batch.length < BATCH_MAX && sizeBytes <= leftBytes) batch.push(letter)
    else {
      batches.push([letter])
      leftBytes = BATCH_MAX_BYTES
    }
    leftBytes -= sizeBytes
  }
  return batches
}
