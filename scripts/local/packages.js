import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import process from 'node:process'
import { inProject, PROJECT } from './project.js'
import { Stop } from './stop.js'

/** Installs from the lockfile when packages are missing or others than it names. */
export async function installPackages() {
  const [locked, installed] = await Promise.all([
    packagesIn('package-lock.json'),
    // npm writes this file last: an install that was cut off has none.
    packagesIn('node_modules/.package-lock.json'),
  ])
  if (isInstalled(locked, installed)) return
  console.log('Installing the packages; this takes a minute and happens once.')
  const code = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) {
    throw new Stop('The packages could not be installed; npm says why above. Then try again.')
  }
}

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages by their path */

/**
 * Whether everything lies there in the version that is locked. Optional ones are for one platform
 * or another, and may be missing.
 * @param {Packages} locked @param {Packages} installed
 */
export function isInstalled(locked, installed) {
  return Object.entries(locked).every(([path, wanted]) => {
    const found = installed[path]
    if (path === '' || (wanted.optional && !found)) return true
    return found?.version === wanted.version
  })
}

/** @param {string} file @returns {Promise<Packages>} */
async function packagesIn(file) {
  const text = await readFile(inProject(file), 'utf8').catch(() => '{}')
  return JSON.parse(text).packages ?? {}
}

/** @param {string[]} args @returns {Promise<number | null>} */
function npm(args) {
  const cli = process.env.npm_execpath ?? ''
  const child = basename(cli).startsWith('npm-cli')
    ? spawn(process.execPath, [cli, ...args], { cwd: PROJECT, stdio: 'inherit' })
    : // Started without npm: on Windows npm is a .cmd, which only a shell can start.
      spawn('npm', args, { cwd: PROJECT, stdio: 'inherit', shell: process.platform === 'win32' })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
}
