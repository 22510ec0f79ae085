import { expect, it } from 'vitest'
import { asking, atDesk, desk } from '../../test/desk'
import { aFacilitator, aSession, aUser } from '../../test/factories'

const BOOKED = 40

it('asking for somebody’s seat reads their rows, however many others have booked', async () => {
  const sessionId = await aSession(await aFacilitator(), { capacity: BOOKED })
  const people = await Promise.all(Array.from({ length: BOOKED }, () => aUser()))
  for (const who of people) await desk(sessionId).book(asking(who))
  const rowsRead = await atDesk(sessionId, ({ store }, { storage }) =>
    readBy(storage.sql, () => {
      for (const { userId } of people) expect(store.getLiveBooking(userId)).not.toBeNull()
    }),
  )
  // The row, and its place in the index.
  expect(rowsRead).toBeLessThanOrEqual(2 * BOOKED)
})

it('nobody’s rows are read to see whether a party has outgrown its session', async () => {
  const sessionId = await aSession(await aFacilitator(), { capacity: 1 })
  await desk(sessionId).book(asking(await aUser()))
  for (const who of await Promise.all(Array.from({ length: BOOKED }, () => aUser()))) {
    await desk(sessionId).join(asking(who))
  }
  const rowsRead = await atDesk(sessionId, ({ store }, { storage }) =>
    readBy(storage.sql, () => store.listWaitingAbove(1)),
  )
  // Where the index begins and ends.
  expect(rowsRead).toBeLessThanOrEqual(2)
})

it('one’s place on the list is counted over who waits longer, and over nobody else', async () => {
  const sessionId = await aSession(await aFacilitator(), { capacity: 1 })
  await desk(sessionId).book(asking(await aUser()))
  const people = await Promise.all(Array.from({ length: BOOKED }, () => aUser()))
  for (const who of people) await desk(sessionId).join(asking(who))
  const rowsRead = await atDesk(sessionId, ({ store }, { storage }) => {
    const [first] = store.listWaiting()
    return readBy(storage.sql, () => expect(store.positionOf(first?.id ?? 0)).toBe(1))
  })
  expect(rowsRead).toBeLessThanOrEqual(2)
})

it('the list is read in its order, with nothing to sort', async () => {
  const sessionId = await aSession(await aFacilitator(), { capacity: 1 })
  await desk(sessionId).open()
  const plan = await atDesk(sessionId, ({ store }, { storage }) =>
    planOf(storage.sql, () => store.listWaiting()),
  )
  expect(plan).toEqual(['SCAN bookings USING INDEX bookings_waiting'])
})

/** How SQLite goes about the one query of the work. */
function planOf(sql: SqlStorage, work: () => void): string[] {
  const asked: [string, ...SqlStorageValue[]][] = []
  watched(sql, (query, values) => asked.push([query, ...values]), work)
  const [[query, ...values] = ['']] = asked
  const rows = sql.exec<{ detail: string }>(`EXPLAIN QUERY PLAN ${query}`, ...values)
  return [...rows].map(({ detail }) => detail)
}

/** How many rows SQLite looked at meanwhile. */
function readBy(sql: SqlStorage, work: () => void): number {
  const cursors: Cursor[] = []
  watched(sql, (_query, _values, cursor) => cursors.push(cursor), work)
  return cursors.reduce((rows, cursor) => rows + cursor.rowsRead, 0)
}

type Cursor = SqlStorageCursor<Record<string, SqlStorageValue>>

function watched(
  sql: SqlStorage,
  see: (query: string, values: SqlStorageValue[], cursor: Cursor) => void,
  work: () => void,
): void {
  const exec = sql.exec.bind(sql)
  Object.defineProperty(sql, 'exec', {
    configurable: true,
    value: (query: string, ...values: SqlStorageValue[]) => {
      const cursor = exec(query, ...values)
      see(query, values, cursor)
      return cursor
    },
  })
  try {
    work()
  } finally {
    Reflect.deleteProperty(sql, 'exec')
  }
}
