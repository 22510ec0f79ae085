import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inProject, readSettings } from './project.js'

/**
 * Where the site says it is, without a slash at its end; undefined where a deployed one says nothing.
 * @param {{ remote: boolean }} where @returns {Promise<string | undefined>}
 */
export async function siteUrl({ remote }) {
  const { stateDir, origin } = readSettings()
  const file = remote ? inProject('wrangler.toml') : join(stateDir, '.dev.vars')
  const text = existsSync(file) ? await readFile(file, 'utf8') : ''
  const said = /^SITE_URL ?= ?"(.+)"$/m.exec(text)?.[1]
  return (said ?? (remote ? undefined : origin))?.replace(/\/+$/, '')
}
