import stillpoint, { BookingDesk, FacilitatorInbox } from './stillpoint.js'

/*
 * The Worker as it is deployed, with an eye on what is billed: rows of D1, rows of each kind of
 * object, alarms. `GET /counted` tells what was counted since it was last asked.
 */

/** @typedef {import('./stillpoint.js').Env} Env */

const NOTHING = { batches: 0, d1Read: 0, d1Written: 0, alarms: 0 }
let counts = { ...NOTHING }
/** Rows are known once a cursor was read to its end, so cursors are kept until then. */
const cursors = { desk: cursorList(), inbox: cursorList() }

export class CountedDesk extends BookingDesk {
  /** @param {DurableObjectState} ctx @param {Env} env */
  constructor(ctx, env) {
    watch(ctx, cursors.desk)
    super(ctx, { ...env, DB: counted(env.DB) })
  }
}

export class CountedInbox extends FacilitatorInbox {
  /** @param {DurableObjectState} ctx @param {Env} env */
  constructor(ctx, env) {
    watch(ctx, cursors.inbox)
    super(ctx, env)
  }
}

export default {
  /** @param {Request} request @param {Env} env @param {ExecutionContext} ctx */
  fetch(request, env, ctx) {
    if (new URL(request.url).pathname === '/counted') return Response.json(tell())
    return stillpoint.fetch(request, { ...env, DB: counted(env.DB) }, ctx)
  },
}

function tell() {
  const told = { ...counts, desk: sum(cursors.desk), inbox: sum(cursors.inbox) }
  counts = { ...NOTHING }
  return told
}

function cursorList() {
  return /** @type {SqlStorageCursor<Record<string, SqlStorageValue>>[]} */ ([])
}

/** @param {ReturnType<typeof cursorList>} list */
function sum(list) {
  const rows = { read: 0, written: 0 }
  for (const cursor of list.splice(0)) {
    rows.read += cursor.rowsRead
    rows.written += cursor.rowsWritten
  }
  return rows
}

/** @param {DurableObjectState} ctx @param {ReturnType<typeof cursorList>} list */
function watch(ctx, list) {
  const { storage } = ctx
  const { sql } = storage
  const exec = sql.exec.bind(sql)
  const setAlarm = storage.setAlarm.bind(storage)
  /** @param {string} query @param {SqlStorageValue[]} values */
  const countedExec = (query, ...values) => {
    const cursor = exec(query, ...values)
    list.push(cursor)
    return cursor
  }
  Object.defineProperty(sql, 'exec', { value: countedExec })
  Object.defineProperty(storage, 'setAlarm', {
    value: (/** @type {number} */ at) => {
      counts.alarms += 1
      return setAlarm(at)
    },
  })
}

/** Only sessions of D1 are used by the product, and of those `prepare` and `batch`. @param {D1Database} db */
function counted(db) {
  return /** @type {D1Database} */ ({
    withSession(/** @type {string} */ constraint) {
      const session = db.withSession(constraint)
      return {
        prepare: (/** @type {string} */ query) => session.prepare(query),
        batch: async (/** @type {D1PreparedStatement[]} */ statements) => {
          const results = await session.batch(statements)
          counts.batches += 1
          for (const { meta } of results) {
            counts.d1Read += meta.rows_read
            counts.d1Written += meta.rows_written
          }
          return results
        },
      }
    },
  })
}
