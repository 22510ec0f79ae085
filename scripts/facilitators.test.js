import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import facilitators from './facilitators.js'
import { migrateDatabase, runSql } from './local/database.js'
import { readSettings } from './local/project.js'
import { writeWorkerConfig } from './local/worker-config.js'

/** Each call of the task starts wrangler anew. */
const SLOW_MS = 120_000
const PEOPLE = `
  insert into users (email, name, role, created_at) values
    ('o''neil@example.com', 'Jo O''Neil', 'facilitator', 1), ('ann@example.com', 'Ann', 'user', 1);
  insert into facilitators (user_id, created_at) values (1, 1);`

/** @type {string} */
let stateDir

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'facilitators-'))
  vi.stubEnv('STATE_DIR', stateDir)
})

afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(stateDir, { recursive: true, force: true })
})

it('before the first start it says what to do', async () => {
  await expect(facilitators(['list'])).rejects.toThrow('Run npm start first')
})

describe('with Jo, who waits, and Ann, a visitor', () => {
  beforeAll(layDown, SLOW_MS)

  it('what it does not understand is answered by how it is used', async () => {
    for (const args of [[], ['frobnicate'], ['approve'], ['approve', 'a', 'b'], ['list', 'x']]) {
      await expect(facilitators(args)).rejects.toThrow('npm run facilitators -- approve EMAIL')
    }
  })

  it(
    'one who waits is approved and revoked, by an email in any case and with a quote in it',
    async () => {
      expect(await said('approve', " O'Neil@Example.com ")).toContain('may publish from now on')
      expect(await said('list')).toMatch(/^\d{4}-\d{2}-\d{2} +o'neil@example.com/)
      expect(await said('approve', "o'neil@example.com")).toContain('is approved already')
      expect(await said('revoke', "o'neil@example.com")).toContain('can publish nothing new')
    },
    SLOW_MS,
  )

  it(
    'visitors, strangers and SQL are no facilitators',
    async () => {
      const refused = (/** @type {string} */ email) =>
        expect(facilitators(['approve', email])).rejects
      await refused('ann@example.com').toThrow('is a visitor')
      await refused("x'; drop table facilitators; --").toThrow('Nobody is registered')
      expect(await said('list')).toMatch(/^waits +o'neil@example.com +Jo O'Neil$/)
    },
    SLOW_MS,
  )
})

async function layDown() {
  const settings = { ...readSettings(), stateDir }
  await mkdir(join(stateDir, 'data'), { recursive: true })
  const local = { ...settings, config: await writeWorkerConfig(settings) }
  await migrateDatabase(local)
  const sql = join(stateDir, 'people.sql')
  await writeFile(sql, PEOPLE)
  await runSql(local, sql)
}

/** @param {string[]} args */
async function said(...args) {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  await facilitators(args)
  const lines = log.mock.calls.map(([line]) => line)
  log.mockRestore()
  return lines.join('\n')
}
