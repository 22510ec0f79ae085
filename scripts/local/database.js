import { join } from 'node:path'
import { hashOf } from './hash.js'
import { readState, writeState } from './state-folder.js'
import { Stop } from './stop.js'
import { runTool } from './tools.js'

/** @typedef {{ stateDir: string, config: string }} Local */

/** Brings the local D1 to the newest migration; nothing to do when it was there before. @param {Local} local */
export async function migrateDatabase(local) {
  const migrations = await hashOf(['migrations'])
  const done = (await readState(local.stateDir, 'done.json')) ?? {}
  if (done.migrations === migrations) return
  await d1(local, ['migrations', 'apply', 'DB'])
  await writeState(local.stateDir, 'done.json', { ...done, migrations })
}

/** Runs a file of SQL as one batch: all of it or nothing. @param {Local} local @param {string} file */
export async function runSql(local, file) {
  await d1(local, ['execute', 'DB', '--file', file, '--yes'])
}

/** @param {Local} local @param {string[]} args */
async function d1({ stateDir, config }, args) {
  const { ok, output } = await runTool(
    'wrangler',
    ['d1', ...args, '--local', '-c', config, '--persist-to', join(stateDir, 'data')],
    // Not a terminal and not a person: migrations ask no question.
    { env: { CI: 'true' } },
  )
  if (ok) return
  throw new Stop(
    `The local database refused its ${args[0] === 'migrations' ? 'migrations' : 'rows'}:\n\n${output.trim()}\n\n` +
      'If its data need not be kept, begin anew: npm run reset',
  )
}
