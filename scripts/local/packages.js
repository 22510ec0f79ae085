import { spawn } from 'node:child_process'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import process from 'node:process'
import { hashOf } from './hash.js'
import { inProject, PROJECT } from './project.js'
import { Stop } from './stop.js'

const STAMP = inProject('node_modules/.cache/stillpoint/installed-from')

/** Installs from the lockfile when the packages are missing or older than it. */
export async function installPackages() {
  const lock = await hashOf(['package.json', 'package-lock.json'])
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === lock) return
  if (!(await isInstalledByHand())) {
    console.log('Installing the packages; this takes a minute and happens once.')
    const code = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
    if (code !== 0) {
      throw new Stop('The packages could not be installed; npm says why above. Then try again.')
    }
  }
  await mkdir(dirname(STAMP), { recursive: true })
  await writeFile(STAMP, lock)
}

/** Whether somebody ran npm since the lockfile changed. */
async function isInstalledByHand() {
  const [lock, installed] = await Promise.all([
    changedAtMs(inProject('package-lock.json')),
    // npm writes this file last: an install that was cut off has none.
    changedAtMs(inProject('node_modules/.package-lock.json')),
  ])
  return installed > 0 && installed >= lock
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

/** @param {string} file */
async function changedAtMs(file) {
  const found = await stat(file).catch(() => null)
  return found?.mtimeMs ?? 0
}
