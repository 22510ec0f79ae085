import { readFile } from 'node:fs/promises'
import { inProject } from '../local/project.js'

/** @typedef {{ optionalDependencies?: Record<string, string>, integrity?: string, link?: boolean }} Locked */

/**
 * What a lockfile lacks. One written while the registry had no binaries for some platform leaves
 * them out without a word, and then `npm ci` refuses it on every platform.
 * @param {Record<string, Locked>} packages
 */
export function gaps(packages) {
  return Object.entries(packages).flatMap(([path, locked]) => {
    const missing = Object.keys(locked.optionalDependencies ?? {})
      .filter((name) => !isReachable(packages, path, name))
      .map((name) => `package-lock.json lacks ${name}, which ${path} wants on some platform`)
    const unproven = path !== '' && !locked.integrity && !locked.link
    return unproven ? [...missing, `package-lock.json has no integrity for ${path}`] : missing
  })
}

/** Looks where Node would: in the package's own folder, then in those around it. @param {Record<string, Locked>} packages @param {string} path @param {string} name */
function isReachable(packages, path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${at}${at && '/'}node_modules/${name}`]) return true
    if (at === '') return false
  }
}

/** @returns {Promise<string[]>} */
export async function checkLockfile() {
  const text = await readFile(inProject('package-lock.json'), 'utf8')
  const hosts = text.includes('"resolved"')
    ? ['package-lock.json names the host of a registry']
    : []
  return [...gaps(JSON.parse(text).packages), ...hosts]
}
