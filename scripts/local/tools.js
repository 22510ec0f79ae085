import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import process from 'node:process'
import { inProject, PROJECT } from './project.js'
import { Stop } from './stop.js'

/** Quiet tools that ask nothing and need no network. */
const QUIET = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_WRITE_LOGS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
}

const ENTRIES = {
  wrangler: inProject('node_modules/wrangler/bin/wrangler.js'),
  vite: inProject('node_modules/vite/bin/vite.js'),
  vitest: inProject('node_modules/vitest/vitest.mjs'),
  tsc: inProject('node_modules/typescript/bin/tsc'),
  biome: inProject('node_modules/@biomejs/biome/bin/biome'),
  'drizzle-kit': inProject('node_modules/drizzle-kit/bin.cjs'),
  'playwright-core': inProject('node_modules/playwright-core/cli.js'),
}

/** @typedef {keyof typeof ENTRIES} Tool */
/** @typedef {{ cwd?: string, env?: Record<string, string | undefined>, stdio?: import('node:child_process').StdioOptions }} Options */

/**
 * Starts one of the project's tools by its own file, so that no shell and no PATH is involved
 * and it runs alike on Linux, macOS and Windows.
 * @param {Tool} tool @param {string[]} args @param {Options} [options]
 */
export function spawnTool(tool, args, options) {
  return spawnNode(ENTRIES[tool], args, options)
}

/**
 * Runs a tool to its end and gives back what it printed.
 * @param {Tool} tool @param {string[]} args @param {Options} [options]
 */
export function runTool(tool, args, options) {
  return outcome(spawnTool(tool, args, { stdio: PIPED, ...options }))
}

/**
 * The same for a script of ours that leans on what only the project's own Node can do.
 * @param {string} script @param {string[]} args
 */
export function runScript(script, args) {
  return outcome(spawnScript(script, args, { stdio: PIPED }))
}

/** The same, begun only. @param {string} script @param {string[]} args @param {Options} [options] */
export function spawnScript(script, args, options) {
  return spawnNode(inProject(script), args, options)
}

/** @type {import('node:child_process').StdioOptions} */
const PIPED = ['ignore', 'pipe', 'pipe']

/** @param {string} file @param {string[]} args @param {Options} [options] */
function spawnNode(file, args, { cwd = PROJECT, env = {}, stdio = 'inherit' } = {}) {
  return spawn(nodeBinary(), [file, ...args], {
    cwd,
    stdio,
    env: { ...process.env, ...QUIET, ...env },
  })
}

/** @typedef {{ ok: boolean, output: string, stdout: string }} Outcome */

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<Outcome>} */
function outcome(child) {
  return new Promise((resolve, reject) => {
    let output = ''
    let stdout = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text
      stdout += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      output += text
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ ok: code === 0, output, stdout }))
  })
}

/** The Node that the lockfile brings; the tools need a newer one than many machines have. */
export function nodeBinary() {
  const own = inProject('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(own)) return own
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Stop(
    'The Node that comes with the packages is missing: npm was kept from running install scripts.\n' +
      'Allow them (npm config set ignore-scripts false), delete node_modules and try again.',
  )
}
