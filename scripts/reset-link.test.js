import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { askD1, quoted } from './local/ask-d1.js'
import { migrateDatabase, runSql } from './local/database.js'
import { readSettings } from './local/project.js'
import { writeWorkerConfig } from './local/worker-config.js'
import resetLink from './reset-link.js'

/** Each question to D1 starts wrangler anew. */
const SLOW_MS = 120_000
const PEOPLE = `
  insert into users (email, name, role, created_at) values ('o''neil@example.com', 'Jo', 'user', 1);
  insert into users (email, name, role, created_at, erased_at) values (null, '', 'user', 1, 2);`

/** @type {string} */
let stateDir

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'reset-link-'))
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
  'it prints a link to the running site, whose token D1 knows by its hash only',
  async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {})
    await resetLink([" O'Neil@Example.com "])
    const printed = log.mock.calls.join('\n')
    log.mockRestore()
    const { origin } = readSettings()
    const token = new RegExp(`${origin}/reset-password#([\\w-]{43})\n`).exec(printed)?.[1] ?? ''
    const hash = createHash('sha256').update(token).digest('base64url')
    const rows = await askD1('select * from mail_tokens', { remote: false })
    expect(rows).toEqual([
      {
        hash,
        user_id: 1,
        kind: 'reset_password',
        created_at: expect.any(Number),
        expires_at: rows[0].created_at + 3_600_000,
      },
    ])
  },
  SLOW_MS,
)

it(
  'strangers and SQL get none',
  async () => {
    for (const email of ['nobody@example.com', "x' or '1'='1"]) {
      await expect(resetLink([email])).rejects.toThrow(`Nobody is registered as ${email}`)
    }
    await expect(resetLink([])).rejects.toThrow('npm run reset-link -- EMAIL')
  },
  SLOW_MS,
)

it('a quote in a text stays in it', () => {
  expect(quoted("O'Neil")).toBe("'O''Neil'")
})
