import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inProject, readSettings } from './project.js'
import { Stop } from './stop.js'
import { runTool } from './tools.js'

/**
 * One question to D1, here or deployed, for the operator's tasks.
 * @param {string} sql @param {{ remote: boolean }} where
 */
export async function askD1(sql, { remote }) {
  const command = sql.replace(/\s*\n\s*/g, ' ')
  const { ok, output, stdout } = await runTool(
    'wrangler',
    [
      ...['d1', 'execute', 'DB', ...(remote ? deployed() : local())],
      ...['--json', '--yes', '--command', command],
    ],
    { env: { CI: 'true' } },
  )
  if (!ok) throw new Stop(`The database did not answer:\n\n${reasonIn(stdout) ?? output.trim()}`)
  return JSON.parse(stdout)[0].results
}

/** SQL text knows one special sign, the quote, and doubles it. @param {string} text */
export function quoted(text) {
  return `'${text.replaceAll("'", "''")}'`
}

function local() {
  const { stateDir } = readSettings()
  const config = join(stateDir, 'worker.toml')
  if (!existsSync(config)) {
    throw new Stop('There is no local Stillpoint yet. Run npm start first, or add --remote.')
  }
  return ['--local', '-c', config, '--persist-to', join(stateDir, 'data')]
}

function deployed() {
  return ['--remote', '-c', inProject('wrangler.toml')]
}

/** Asked for JSON, wrangler says in JSON why not. @param {string} stdout @returns {string | undefined} */
function reasonIn(stdout) {
  try {
    return JSON.parse(stdout).error.text
  } catch {
    return undefined
  }
}
