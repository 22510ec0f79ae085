import { drizzle } from 'drizzle-orm/d1'
import { DatabaseUnavailable } from '../errors'
import * as schema from './schema'

/** D1 stalls of 30 to 80 s happen; nobody waits that long for a page. */
export const D1_TIMEOUT_MS = 3_000

export type Db = ReturnType<typeof openDb>

/**
 * Drizzle over a D1 session, each call bounded in time. `first-primary` sees every
 * write made before it; `first-unconstrained` may read a replica that is a little behind.
 */
export function openDb(
  d1: D1Database,
  consistency: 'first-primary' | 'first-unconstrained' = 'first-primary',
) {
  const client = bounded(d1.withSession(consistency))
  return drizzle(client, { schema })
}

/** The same bound for SQL that drizzle cannot say (`json_each`, guarded upserts). */
export function boundedSession(d1: D1Database): D1Database {
  return bounded(d1.withSession('first-primary'))
}

const RAW = Symbol('the statement that D1 knows')
type Bounded = D1PreparedStatement & { [RAW]: D1PreparedStatement }

// Drizzle asks for a D1Database but uses prepare and batch only, which is all a session has.
function bounded(session: D1DatabaseSession): D1Database {
  const client: Pick<D1Database, 'prepare' | 'batch'> = {
    prepare: (sql) => boundedStatement(session.prepare(sql)),
    batch: (statements) => inTime(session.batch(statements.map((s) => (s as Bounded)[RAW] ?? s))),
  }
  return client as D1Database
}

function boundedStatement(statement: D1PreparedStatement): D1PreparedStatement {
  const wrapped: Omit<Bounded, 'raw'> & { raw: unknown } = {
    [RAW]: statement,
    bind: (...values: unknown[]) => boundedStatement(statement.bind(...values)),
    first: (column?: string) => inTime(column ? statement.first(column) : statement.first()),
    run: () => inTime(statement.run()),
    all: () => inTime(statement.all()),
    raw: (options?: { columnNames?: false }) => inTime(statement.raw(options)),
  } as never
  return wrapped as Bounded
}

async function inTime<T>(call: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${D1_TIMEOUT_MS} ms`)), D1_TIMEOUT_MS)
  })
  try {
    return await Promise.race([call, late])
  } catch (error) {
    // A row refused for what it says is an answer; everything else means D1 is not there.
    if (isRefusedBySqlite(error)) throw error
    throw new DatabaseUnavailable(error)
  } finally {
    clearTimeout(timer)
  }
}

/** Whether SQLite refuses what a row says (unique, not null, type, size), which no retry will mend. */
export function isRefusedBySqlite(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (/SQLITE_(CONSTRAINT|MISMATCH|TOOBIG|RANGE)|constraint failed/i.test(at.message)) return true
  }
  return false
}
