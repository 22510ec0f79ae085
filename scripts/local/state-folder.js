import { closeSync, openSync, readSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { isAnswering } from './port.js'
import { Stop } from './stop.js'

/*
 * The state folder holds everything a local Stillpoint keeps: its secrets, its data and what was
 * done to them. One process at a time may use it.
 *
 *   data/         D1 and the objects, as wrangler lays them out
 *   secrets.json  made once, never in git
 *   done.json     which migrations were applied, whether the demo was sown
 *   running.json  who uses the folder now
 *   worker.toml, .dev.vars, server.log   written anew by each start
 */

/** @typedef {{ migrations?: string, demo?: boolean }} Done */

/** Says in a sentence what is wrong with the folder, before anything else is done. @param {string} dir */
export async function needSoundState(dir) {
  try {
    await mkdir(join(dir, 'data'), { recursive: true })
    await writeFile(join(dir, 'probe'), '')
    await rm(join(dir, 'probe'))
  } catch (error) {
    throw new Stop(
      `The state folder ${dir} cannot be written (${codeOf(error)}).\n` +
        'Give yourself the right to write there, or choose another folder by STATE_DIR.',
    )
  }
  for (const name of ['done.json', 'secrets.json', 'running.json']) await readState(dir, name)
  for (const file of await databaseFiles(join(dir, 'data'))) {
    if (!isDatabase(file)) throw broken(dir, file)
  }
}

/**
 * Refuses a folder that another process uses; a crashed one leaves its note but answers no more.
 * @param {string} dir @param {number} port
 */
export async function claimState(dir, port) {
  const other = await readState(dir, 'running.json')
  const alive = other && other.pid !== process.pid && isAlive(other.pid)
  if (alive && (await isAnswering(other.port))) {
    throw new Stop(
      `Stillpoint already runs on this state folder, at http://localhost:${other.port}.\n` +
        'Stop it first, or choose another folder by STATE_DIR.',
    )
  }
  await writeState(dir, 'running.json', { pid: process.pid, port })
}

/**
 * What a file of the folder says, or null before it was written.
 * @param {string} dir @param {string} name
 */
export async function readState(dir, name) {
  const file = join(dir, name)
  const text = await readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return null
    throw broken(dir, file)
  })
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    throw broken(dir, file)
  }
}

/**
 * Whole or not at all: a crash between the two lines leaves the old file.
 * @param {string} dir @param {string} name @param {unknown} value
 */
export async function writeState(dir, name, value) {
  const next = join(dir, `${name}.next`)
  await writeFile(next, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
  await rename(next, join(dir, name))
}

/** @param {string} dir @param {string} file */
function broken(dir, file) {
  return new Stop(
    `The state folder ${dir} is broken: ${file} cannot be read.\n` +
      'Put it back from a copy, or delete the local data and begin anew: npm run reset',
  )
}

/** @param {string} dir @returns {Promise<string[]>} */
async function databaseFiles(dir) {
  const files = await readdir(dir, { recursive: true })
  return files.filter((file) => file.endsWith('.sqlite')).map((file) => join(dir, file))
}

const SQLITE_HEADER = 'SQLite format 3\0'

/** An empty file is a database nobody has written to yet. @param {string} file */
function isDatabase(file) {
  const head = Buffer.alloc(SQLITE_HEADER.length)
  const handle = openSync(file, 'r')
  const bytes = readSync(handle, head)
  closeSync(handle)
  return bytes === 0 || head.toString('latin1') === SQLITE_HEADER
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
