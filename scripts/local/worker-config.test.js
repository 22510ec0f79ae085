import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { inProject } from './project.js'
import { elsewhere, settingsOf, writeWorkerConfig } from './worker-config.js'

/** @type {string} */
let stateDir

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'stillpoint-config-'))
  return () => rm(stateDir, { recursive: true, force: true })
})

it('paths of the configuration lead into the project, and nothing else changes', async () => {
  const toml = await readFile(inProject('wrangler.toml'), 'utf8')
  const changed = elsewhere(toml)
    .split('\n')
    .filter((line) => !toml.includes(line))
  expect(changed).toEqual([
    `main = ${JSON.stringify(inProject('worker/index.ts'))}`,
    `migrations_dir = ${JSON.stringify(inProject('migrations'))}`,
  ])
  expect(elsewhere(toml)).not.toContain('crons')
})

it('the local key is long enough, made once, and not the same on two machines', async () => {
  const first = await key()
  expect(first.length).toBeGreaterThanOrEqual(32)
  expect(await key()).toBe(first)
  await rm(join(stateDir, 'secrets.json'))
  expect(await key()).not.toBe(first)
})

it('the key of door codes reaches the Worker whole, also in a folder that had none', async () => {
  await key()
  const first = await ticketKey()
  expect(JSON.parse(first)).toMatchObject({ kty: 'EC', crv: 'P-256', d: expect.any(String) })
  await key()
  expect(await ticketKey()).toBe(first)
  const signIns = await key()
  await writeFile(join(stateDir, 'secrets.json'), JSON.stringify({ JWT_SECRET_KEY: signIns }))
  expect(await key()).toBe(signIns)
  expect(JSON.parse(await ticketKey())).toMatchObject({ kty: 'EC' })
})

it('a setting of the Worker can be given by the environment, and nothing else goes in', () => {
  const env =
    'export interface Env {\n  DB: D1Database\n  CURRENCY?: string\n  SITE_NAME?: string\n}'
  const environment = { CURRENCY: 'NOK', SITE_NAME: '', HOME: '/root', DB: 'x' }
  expect(settingsOf(environment, env)).toEqual({ CURRENCY: 'NOK' })
})

it('the settings of this run reach the Worker, but not those that follow from the run', async () => {
  vi.stubEnv('CRM_BEARER_TOKEN', 'for this run')
  vi.stubEnv('FACILITATOR_SIGNUP', 'closed')
  vi.stubEnv('LOCAL', 'no')
  onTestFinished(() => void vi.unstubAllEnvs())
  await writeWorkerConfig({ stateDir, port: 1, origin: 'http://localhost:1' })
  const lines = (await readFile(join(stateDir, '.dev.vars'), 'utf8')).split('\n')
  expect(lines).toEqual(
    expect.arrayContaining([
      'CRM_BEARER_TOKEN="for this run"',
      'FACILITATOR_SIGNUP="closed"',
      'RATE_LIMITS="on"',
      'LOCAL="yes"',
      'SITE_URL="http://localhost:1"',
    ]),
  )
})

async function key() {
  await writeWorkerConfig({ stateDir, port: 1, origin: 'http://localhost:1' })
  const vars = await readFile(join(stateDir, '.dev.vars'), 'utf8')
  return /^JWT_SECRET_KEY="(.*)"$/m.exec(vars)?.[1] ?? ''
}

async function ticketKey() {
  const vars = parseEnv(await readFile(join(stateDir, '.dev.vars'), 'utf8'))
  return vars.TICKET_SIGNING_KEY ?? ''
}
