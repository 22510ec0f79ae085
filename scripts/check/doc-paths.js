import { readFile } from 'node:fs/promises'
import { inProject } from '../local/project.js'
import { listFiles } from './files.js'

const DOCS = /^([A-Z]+\.md|docs\/.*\.md)$/
// `worker/app.ts`, `docs/decisions/`, `web/src/*.tsx`; no blanks, no addresses, no packages.
const PATH = /^[\w.[\]*-]+(\/[\w.[\]*-]+)*\/?$/
const FILE = /\.(ts|tsx|js|mjs|css|html|toml|sql|md)$/
/** What a build or a start makes; git does not know it. */
const MADE = ['web/dist', '.state', 'node_modules', 'web/src/styles/fonts']

/**
 * Words in backticks that look like a path of the project, and lead nowhere.
 * @param {string} text @param {string[]} files all paths of the project
 */
export function deadPaths(text, files) {
  const roots = new Set(
    files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]),
  )
  const named = [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '')
  return named.filter((word) => {
    if (!PATH.test(word)) return false
    const rooted = word.includes('/') && roots.has(word.split('/')[0])
    if (!rooted && (word.includes('/') || !FILE.test(word))) return false
    return ![...files, ...MADE].some((file) => leadsTo(word, file))
  })
}

/** Links of Markdown that name a file beside the text. @param {string} doc @param {string} text @param {string[]} files */
export function deadLinks(doc, text, files) {
  const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g)]
  return links
    .map((match) => decodeURI(match[1] ?? ''))
    .filter((link) => {
      const path = new URL(link, `file:///${doc}`).pathname.slice(1)
      return !files.some((file) => file === path || file.startsWith(path.replace(/\/?$/, '/')))
    })
}

/** A name without a folder may lie anywhere; a star stands for part of a name. @param {string} word @param {string} file */
function leadsTo(word, file) {
  const pattern = word
    .replace(/\/$/, '')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^/]*')
  const before = word.includes('/') ? '^' : '(^|/)'
  return new RegExp(`${before}${pattern}(/|$)`).test(file)
}

/** @returns {Promise<string[]>} */
export async function checkDocPaths() {
  const files = await listFiles()
  const found = await Promise.all(
    files
      .filter((file) => DOCS.test(file))
      .map(async (doc) => {
        const text = await readFile(inProject(doc), 'utf8')
        const dead = [...deadPaths(text, files), ...deadLinks(doc, text, files)]
        return dead.map((path) => `${doc} names ${path}, which is not there`)
      }),
  )
  return found.flat()
}
