import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { migrateDatabase, runSql } from './local/database.js'
import { readSettings } from './local/project.js'
import { writeWorkerConfig } from './local/worker-config.js'
import sessions from './sessions.js'

/** Each question to D1 starts wrangler anew. */
const SLOW_MS = 120_000
const ROWS = `
  insert into users (name, role, created_at) values ('Jo', 'facilitator', 1);
  insert into facilitators (user_id, created_at) values (1, 1);
  insert into sessions (facilitator_id, status, session_type, title, start_time, end_time, time_zone,
    capacity, price_minor, currency, created_at)
    values (1, 'active', 'session', 'Breath', 1, 2, 'UTC', 5, 0, 'EUR', 1);`

/** @type {string} */
let stateDir

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'sessions-'))
  vi.stubEnv('STATE_DIR', stateDir)
  await mkdir(join(stateDir, 'data'))
  const settings = readSettings()
  const local = { ...settings, config: await writeWorkerConfig(settings) }
  await migrateDatabase(local)
  await writeFile(join(stateDir, 'rows.sql'), ROWS)
  await runSql(local, join(stateDir, 'rows.sql'))
}, SLOW_MS)

afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(stateDir, { recursive: true, force: true })
})

it('what it does not understand is answered by how it is used', async () => {
  for (const args of [
    [],
    ['hide'],
    ['hide', 'x'],
    ['hide', '1; drop'],
    ['hide', '1', '2'],
    ['list', '1'],
  ]) {
    await expect(sessions(args)).rejects.toThrow('npm run sessions -- hide ID')
  }
})

it(
  'a session is hidden and shown again, and the site is looked at as a stranger would',
  async () => {
    /** @type {string[]} */
    const looked = []
    // The second time it is asked the Worker has asked D1 anew.
    const statuses = [200, 404, 200]
    const look = async (/** @type {string} */ address) => {
      looked.push(address)
      return statuses.shift() ?? null
    }
    expect(await said(['hide', '1'], look)).toMatch(/“Breath” by Jo is hidden.*\nStrangers find no/)
    expect(await said(['list'])).toMatch(/^\d{4}-\d{2}-\d{2} {2}1 {2}Breath {2}\(Jo\)$/)
    expect(await said(['unhide', '1'], look)).toContain('Strangers find its page now.')
    expect(await said(['list'])).toBe('Nothing is hidden.')
    expect(looked).toEqual(Array(3).fill(`${readSettings().origin}/api/sessions/1`))
    // Hidden no more already, and nobody answers.
    expect(await said(['unhide', '1'], look)).toContain('Open its page (/sessions/1) once')
  },
  SLOW_MS,
)

it(
  'there is nothing to hide where there is no session',
  async () => {
    await expect(sessions(['hide', '7'])).rejects.toThrow('There is no session 7.')
  },
  SLOW_MS,
)

/** @param {string[]} args @param {import('./sessions.js').Look} [look] */
async function said(args, look) {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  await sessions(args, look)
  const lines = log.mock.calls.map(([line]) => line)
  log.mockRestore()
  return lines.join('\n')
}
