import { expect, it } from 'vitest'
import { backoffMs, type DrainDeps, drainBatch, type OutboxRow } from './outbox'

/** An outbox in memory: what waits, what arrived, what was set aside. */
function anOutbox(revs: number[], deliver: (rows: OutboxRow[]) => Promise<void> = async () => {}) {
  const waiting = revs.map((rev) => ({ rev, body: `${rev}` }))
  const log = { arrived: [] as number[], parked: [] as number[], failures: 0 }
  const gone = (rows: OutboxRow[]) => {
    for (const row of rows) waiting.splice(waiting.indexOf(row), 1)
  }
  const deps: DrainDeps = {
    take: () => [...waiting],
    deliver: async (rows) => {
      await deliver(rows)
      log.arrived.push(...rows.map((row) => row.rev))
    },
    isRefusal: (error) => String(error).includes('refused'),
    done: gone,
    park: (row) => {
      log.parked.push(row.rev)
      gone([row])
    },
    failed: () => {
      log.failures += 1
    },
  }
  return { waiting, log, deps }
}

it('what was delivered is removed, exactly', async () => {
  const { waiting, log, deps } = anOutbox([1, 2, 3])
  deps.take = () => waiting.slice(0, 2)
  expect(await drainBatch(deps)).toBe('delivered')
  expect(log.arrived).toEqual([1, 2])
  expect(waiting.map((row) => row.rev)).toEqual([3])
})

it('an empty lane asks nobody', async () => {
  const { log, deps } = anOutbox([], async () => {
    throw new Error('nobody should be asked')
  })
  expect(await drainBatch(deps)).toBe('nothing')
  expect(log.failures).toBe(0)
})

it('nothing is removed when the other side is away, and the failure is counted', async () => {
  const { waiting, log, deps } = anOutbox([1, 2], async () => {
    throw new Error('away')
  })
  expect(await drainBatch(deps)).toBe('failed')
  expect(waiting).toHaveLength(2)
  expect(log.failures).toBe(1)
})

it('one row that is refused for what it says is parked, and the lane goes on', async () => {
  const { waiting, log, deps } = anOutbox([1, 2, 3], async (rows) => {
    if (rows.some((row) => row.rev === 2)) throw new Error('refused')
  })
  expect(await drainBatch(deps)).toBe('delivered')
  expect(log).toEqual({ arrived: [1, 3], parked: [2], failures: 0 })
  expect(waiting).toEqual([])
})

it('going away in the middle of looking for the bad row parks nobody else', async () => {
  const { waiting, log, deps } = anOutbox([1, 2, 3], async (rows) => {
    if (rows.length > 1) throw new Error('refused')
    if (rows[0]?.rev === 2) throw new Error('away')
  })
  expect(await drainBatch(deps)).toBe('failed')
  expect(log).toEqual({ arrived: [1], parked: [], failures: 1 })
  expect(waiting.map((row) => row.rev)).toEqual([2, 3])
})

it('backing off doubles from a second to a minute and stays there', () => {
  expect([1, 2, 3, 6, 7, 50].map(backoffMs)).toEqual([1000, 2000, 4000, 32_000, 60_000, 60_000])
})
