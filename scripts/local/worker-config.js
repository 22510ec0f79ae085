import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { inProject } from './project.js'
import { readState, writeState } from './state-folder.js'

/**
 * Writes the Worker's configuration as a laptop needs it into the state folder: wrangler reads
 * `.dev.vars` beside a config file, and secrets have no place in the project's own folder.
 * @param {import('./project.js').Settings} settings
 * @returns {Promise<string>} the path of the written worker.toml
 */
export async function writeWorkerConfig({ stateDir, origin }) {
  const vars = {
    ...(await localSecrets(stateDir)),
    // Nothing leaves this machine: locally the binding writes each letter to files.
    MAIL_FROM: process.env.MAIL_FROM ?? 'letters@stillpoint.example',
    FACILITATOR_SIGNUP: 'open',
    RATE_LIMITS: 'on',
    ...settingsOf(process.env, await readFile(inProject('worker/env.ts'), 'utf8')),
    LOCAL: 'yes',
    SITE_URL: origin,
  }
  const lines = Object.entries(vars).map(([name, value]) => `${name}=${quoted(value)}`)
  await writeFile(join(stateDir, '.dev.vars'), `${lines.join('\n')}\n`, { mode: 0o600 })

  const config = join(stateDir, 'worker.toml')
  await writeFile(config, elsewhere(await readFile(inProject('wrangler.toml'), 'utf8')))
  return config
}

/**
 * wrangler.toml for another folder: paths in it count from where it lies. The crons stay away,
 * for nothing fires them locally and wrangler says so at length.
 * @param {string} toml
 */
export function elsewhere(toml) {
  return toml
    .replace(/^(main|migrations_dir) = "(.+)"$/gm, (_, key, path) => {
      return `${key} = ${JSON.stringify(inProject(path))}`
    })
    .replace(/^\[triggers\]\ncrons = .*\n/m, '')
}

/**
 * What the environment says about this run: any setting that worker/env.ts names.
 * @param {Record<string, string | undefined>} environment @param {string} env the text of worker/env.ts
 */
export function settingsOf(environment, env) {
  const names = [...env.matchAll(/^ {2}([A-Z_]+)\?: string$/gm)].map((match) => match[1] ?? '')
  const set = names.filter((name) => environment[name])
  return Object.fromEntries(set.map((name) => [name, environment[name]]))
}

/** Made once, then kept: sign-ins and door codes outlive a restart. @param {string} stateDir */
async function localSecrets(stateDir) {
  const kept = await readState(stateDir, 'secrets.json')
  const secrets = {
    JWT_SECRET_KEY: randomBytes(32).toString('base64url'),
    TICKET_SIGNING_KEY: newTicketKey(),
    ...kept,
  }
  // A folder of an earlier release may lack what is new.
  if (Object.keys(secrets).some((name) => !kept?.[name])) {
    await writeState(stateDir, 'secrets.json', secrets)
  }
  return secrets
}

export function newTicketKey() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return JSON.stringify(privateKey.export({ format: 'jwk' }))
}

/** `.dev.vars` knows no way to escape a quote, only another kind of it. @param {string} value */
function quoted(value) {
  return value.includes('"') ? `'${value}'` : JSON.stringify(value)
}
