import { readFile } from 'node:fs/promises'
import { beforeEach, expect, it, vi } from 'vitest'
import { deployWith } from './deploy.js'
import { wantedBy } from './deploy-plan.js'
import { inProject } from './local/project.js'

const CHANGES = ['d1 migrations apply', 'deploy', 'pages deploy']

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
})

it('on an account that lacks something, nothing is changed and the commands are named', async () => {
  const { wrangler, changes } = await aWrangler({ 'd1 list': [], 'secret list': null })
  const refusal = await deployWith(wrangler).catch((error) => error)
  expect(refusal.name).toBe('Stop')
  expect(refusal.message).toContain('npx wrangler d1 create stillpoint')
  expect(refusal.message).toContain('npx wrangler secret put JWT_SECRET_KEY')
  expect(refusal.message).toContain('npx wrangler secret put TICKET_SIGNING_KEY')
  expect(changes()).toEqual([])
})

it('an account that cannot be read is not taken for an empty one', async () => {
  const { wrangler, changes } = await aWrangler({ 'd1 list': null })
  await expect(deployWith(wrangler)).rejects.toThrow('wrangler d1 list --json failed')
  expect(changes()).toEqual([])
})

it('migrations go first, then the Worker, then the site', async () => {
  const { wrangler, changes } = await aWrangler({})
  await deployWith(wrangler)
  expect(changes()).toEqual(CHANGES)
})

it('when the migrations fail, the Worker stays as it is', async () => {
  const { wrangler, changes } = await aWrangler({ 'd1 migrations apply': null })
  await expect(deployWith(wrangler)).rejects.toThrow('what comes after it was not begun')
  expect(changes()).toEqual(['d1 migrations apply'])
})

/**
 * Wrangler as it answers on an account where all is there, but for what the test says; null fails.
 * @param {Record<string, unknown>} answers
 */
async function aWrangler(answers) {
  const [worker, site] = await Promise.all(
    ['wrangler.toml', 'web/wrangler.toml'].map((file) => readFile(inProject(file), 'utf8')),
  )
  const wanted = wantedBy(worker ?? '', site ?? '')
  const known = /** @type {Record<string, unknown>} */ ({
    whoami: { loggedIn: true },
    'd1 list': [{ name: wanted.databaseName, uuid: wanted.databaseId }],
    'secret list': ['JWT_SECRET_KEY', 'TICKET_SIGNING_KEY'].map((name) => ({ name })),
    'queues list': wanted.queues.join('\n'),
    'pages project list': [{ 'Project Name': wanted.site }],
    ...Object.fromEntries(CHANGES.map((change) => [change, 'done'])),
    ...answers,
  })
  const asked = /** @type {string[]} */ ([])
  /** @type {import('./deploy.js').Wrangler} */
  const wrangler = async (args) => {
    const command = Object.keys(known).find((name) => args.join(' ').startsWith(name)) ?? ''
    asked.push(command)
    const answer = known[command]
    const stdout = typeof answer === 'string' ? answer : JSON.stringify(answer)
    return { ok: answer !== null, stdout, output: stdout }
  }
  return { wrangler, changes: () => asked.filter((command) => CHANGES.includes(command)) }
}
