import { readFile } from 'node:fs/promises'
import { inProject } from '../local/project.js'

/**
 * Names of worker/env.ts that docs/configuration.md does not explain.
 * @param {string} env @param {string} doc
 */
export function unexplained(env, doc) {
  const names = [...env.matchAll(/^ {2}([A-Z][A-Z_]+)\??:/gm)].map((match) => match[1] ?? '')
  return names.filter((name) => !doc.includes(`\`${name}\``))
}

/** @returns {Promise<string[]>} */
export async function checkSettings() {
  const [env, doc] = await Promise.all(
    ['worker/env.ts', 'docs/configuration.md'].map((file) => readFile(inProject(file), 'utf8')),
  )
  return unexplained(env ?? '', doc ?? '').map(
    (name) => `docs/configuration.md does not say what ${name} means`,
  )
}
