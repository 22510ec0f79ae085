/** Whether this object has ever kept anything. An untouched one has no tables and must get none. */
export function hasTables(storage: DurableObjectStorage): boolean {
  const found = storage.sql.exec(
    `SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'object_migrations'`,
  )
  return found.toArray().length > 0
}

/**
 * Brings an object's tables up to date. `migrations` only ever grows at its end;
 * each entry may hold several statements. Safe inside a transaction, and atomic without one.
 */
export function migrate(storage: DurableObjectStorage, migrations: readonly string[]): void {
  storage.transactionSync(() => {
    storage.sql.exec('CREATE TABLE IF NOT EXISTS object_migrations (id INTEGER PRIMARY KEY)')
    const [applied] = storage.sql
      .exec<{ count: number }>('SELECT count(*) AS count FROM object_migrations')
      .toArray()
    migrations.slice(applied?.count ?? 0).forEach((sql, i) => {
      storage.sql.exec(sql)
      storage.sql.exec(
        'INSERT INTO object_migrations (id) VALUES (?)',
        (applied?.count ?? 0) + i + 1,
      )
    })
  })
}
