import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { promisify } from 'node:util'
import { PROJECT } from '../local/project.js'

/**
 * Every file of the project, by its path from the root with forward slashes: what git knows and
 * what is new; a copy without git is walked.
 * @returns {Promise<string[]>}
 */
export async function listFiles() {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z']
  try {
    const { stdout } = await promisify(execFile)('git', args, { cwd: PROJECT, maxBuffer: 2 ** 25 })
    return stdout.split('\0').filter(Boolean)
  } catch {
    return walk('')
  }
}

const NOT_OURS = new Set(['node_modules', '.git', '.state', '.wrangler', 'dist'])

/** @param {string} folder @returns {Promise<string[]>} */
async function walk(folder) {
  const entries = await readdir(join(PROJECT, folder), { withFileTypes: true })
  const below = await Promise.all(
    entries
      .filter((entry) => !NOT_OURS.has(entry.name))
      .map((entry) => {
        const path = join(folder, entry.name)
        return entry.isDirectory() ? walk(path) : [path.split(sep).join('/')]
      }),
  )
  return below.flat()
}
