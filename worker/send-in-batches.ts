/** A queue takes a hundred at once, and 256 KB with what it adds to each. */
const BATCH_MAX = 100
const BATCH_MAX_BYTES = 200_000
const ADDED_BYTES = 200

/**
 * Hands many messages to a queue, as few calls as they fit in. A failure in between may be answered
 * by handing over all of them again: whoever reads them knows each by its id.
 */
export async function sendInBatches<Body>(
  queue: Queue<Body> | undefined,
  bodies: readonly Body[],
  options: QueueSendBatchOptions = {},
): Promise<void> {
  for (const batch of inBatches(bodies)) {
    await queue?.sendBatch(
      batch.map((body) => ({ body })),
      options,
    )
  }
}

export function inBatches<Body>(bodies: readonly Body[]): Body[][] {
  const batches: Body[][] = []
  let leftBytes = 0
  for (const body of bodies) {
    const sizeBytes = new TextEncoder().encode(JSON.stringify(body)).byteLength + ADDED_BYTES
    const batch = batches.at(-1)
    if (batch && batch.length < BATCH_MAX && sizeBytes <= leftBytes) batch.push(body)
    else {
      batches.push([body])
      leftBytes = BATCH_MAX_BYTES
    }
    leftBytes -= sizeBytes
  }
  return batches
}
