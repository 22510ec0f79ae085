import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runSql } from '../local/database.js'
import { readState, writeState } from '../local/state-folder.js'

/**
 * Sows the demo into a local database, once. It goes straight into D1, which is right only because
 * no desk was ever touched: a desk reads its session and bookings from there on the first touch.
 * @param {import('../local/database.js').Local} local
 */
export async function sowDemo(local) {
  const done = (await readState(local.stateDir, 'done.json')) ?? {}
  if (done.demo) return
  // Loaded late: it leans on a package, and on the very first start there was none.
  const { demoSql } = await import('./rows.js')
  const file = join(local.stateDir, 'demo.sql')
  await writeFile(file, demoSql(Date.now()))
  await runSql(local, file)
  await writeState(local.stateDir, 'done.json', { ...done, demo: true })
}
