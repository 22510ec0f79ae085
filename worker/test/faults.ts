/*
 * Faults laid on D1: what production does and a laptop never shows. Each takes a real
 * database and answers one that misbehaves; `works` goes through untouched.
 */

export type Fault = 'works' | 'refuses' | 'applies then throws' | 'hangs'

/**
 * A database whose fault can be changed while others hold it. `calls` counts what reached it, and
 * `chained` how many of them ended one after another: what somebody waits for. It tells apart what
 * runs side by side only with a delay, since here D1 answers at once.
 */
export function faultyD1(real: D1Database, fault: Fault = 'works') {
  const state = { fault, calls: 0, chained: 0, delayMs: 0 }

  async function through<T>(call: () => Promise<T>): Promise<T> {
    state.calls += 1
    const place = state.chained + 1
    const { fault } = state
    if (fault === 'refuses') throw new Error('D1_ERROR: Network connection lost.')
    if (fault === 'hangs') return new Promise<T>(() => {})
    if (state.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, state.delayMs))
    const answer = await call()
    state.chained = Math.max(state.chained, place)
    if (fault === 'applies then throws') throw new Error('D1_ERROR: Network connection lost.')
    return answer
  }

  const session = (target: D1Database | D1DatabaseSession) => ({
    prepare: (sql: string) => statement(target.prepare(sql)),
    batch: (statements: D1PreparedStatement[]) =>
      through(() => target.batch(statements.map((s) => originals.get(s) ?? s))),
    getBookmark: () => null,
  })

  const originals = new WeakMap<D1PreparedStatement, D1PreparedStatement>()
  function statement(real: D1PreparedStatement): D1PreparedStatement {
    const wrapped = {
      bind: (...values: unknown[]) => statement(real.bind(...values)),
      first: (column?: string) => through(() => (column ? real.first(column) : real.first())),
      run: () => through(() => real.run()),
      all: () => through(() => real.all()),
      raw: (options?: { columnNames?: false }) => through(() => real.raw(options)),
    } as D1PreparedStatement
    originals.set(wrapped, real)
    return wrapped
  }

  const database = {
    ...session(real),
    withSession: (from?: string) => session(real.withSession(from)),
  }
  return Object.assign(state, { database: database as unknown as D1Database })
}
