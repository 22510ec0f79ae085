import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { inProject } from './project.js'

/**
 * One hash over files and folders of the project: their names and what they hold.
 * @param {string[]} paths
 */
export async function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of await filesBelow(path)) {
      hash
        .update(file)
        .update('\0')
        .update(await readFile(inProject(file)))
    }
  }
  return hash.digest('hex')
}

/** @param {string} path @returns {Promise<string[]>} */
async function filesBelow(path) {
  if ((await stat(inProject(path))).isFile()) return [path]
  const entries = await readdir(inProject(path), { withFileTypes: true })
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  const below = await Promise.all(
    sorted.map((entry) => {
      const child = join(path, entry.name)
      return entry.isDirectory() ? filesBelow(child) : [child]
    }),
  )
  return below.flat()
}
