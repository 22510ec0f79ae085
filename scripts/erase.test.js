import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import erase from './erase.js'
import { askD1 } from './local/ask-d1.js'
import { migrateDatabase, runSql } from './local/database.js'
import { readSettings } from './local/project.js'
import { writeWorkerConfig } from './local/worker-config.js'

/** Each question to D1 starts wrangler anew. */
const SLOW_MS = 120_000
const PEOPLE = `
  insert into users (email, name, role, created_at) values
    (null, 'Dora', 'user', 1), (null, 'Dora', 'user', 1), ('jo@example.com', 'Jo', 'facilitator', 1);
  insert into facilitators (user_id, created_at) values (3, 1);
  insert into sessions (facilitator_id, status, session_type, title, start_time, end_time, time_zone,
    capacity, taken, price_minor, currency, created_at)
    values (1, 'active', 'session', 'Breath', 1, 99999999999999, 'UTC', 5, 1, 0, 'EUR', 1);`

/** @type {string} */
let stateDir

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'erase-'))
  vi.stubEnv('STATE_DIR', stateDir)
  await mkdir(join(stateDir, 'data'))
  const settings = readSettings()
  const local = { ...settings, config: await writeWorkerConfig(settings) }
  await migrateDatabase(local)
  await writeFile(join(stateDir, 'people.sql'), PEOPLE)
  await runSql(local, join(stateDir, 'people.sql'))
}, SLOW_MS)

afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(stateDir, { recursive: true, force: true })
})

it(
  'a guest without an email is found by name, and forgotten by number once that is meant',
  async () => {
    const found = await said('dora', '--yes')
    expect(found).toContain('1  Dora, no email, 0 bookings\n2  Dora, no email')
    expect(found).toContain('Nothing was changed')
    expect(await said('Jo@example.com', '--yes')).toContain('Nothing was changed')
    expect(await said('2', '--yes')).toContain('within a quarter of an hour')
    expect(await askD1('select user_id from erasures', { remote: false })).toEqual([{ user_id: 2 }])
  },
  SLOW_MS,
)

it(
  'who has promised sessions to people is not, nor who is nobody',
  async () => {
    await expect(said('3', '--yes')).rejects.toThrow('given or cancelled first')
    await expect(said("x' or '1'='1")).rejects.toThrow('Nobody here is known as')
    await expect(said('--yes')).rejects.toThrow('npm run erase -- NUMBER --yes')
  },
  SLOW_MS,
)

/** @param {string[]} args */
async function said(...args) {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  try {
    await erase(args)
    return log.mock.calls.map(([line]) => line).join('\n')
  } finally {
    log.mockRestore()
  }
}
