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

/** How many rows SQLite looked at meanwhile. */
function readBy(sql: SqlStorage, work: () => void): number {
  const cursors: SqlStorageCursor<Record<string, SqlStorageValue>>[] = []
  const exec = sql.exec.bind(sql)
  Object.defineProperty(sql, 'exec', {
    configurable: true,
    value: (query: string, ...values: SqlStorageValue[]) => {
      const cursor = exec(query, ...values)
      cursors.push(cursor)
      return cursor
    },
  })
  try {
    work()
  } finally {
    Reflect.deleteProperty(sql, 'exec')
  }
  return cursors.reduce((rows, cursor) => rows + cursor.rowsRead, 0)
}
