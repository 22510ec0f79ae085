import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { inProject } from '../local/project.js'

/** @typedef {{ file: string, imports?: string[], css?: string[] }} Built as Vite's manifest has it */
/** @typedef {Record<string, Built>} Manifest */
/** @typedef {{ name: string, bytes: number, most?: number, shared?: number }} Size */

const KB = 1024
const MOST = { script: 35 * KB, css: 12 * KB, fonts: 50 * KB, page: 15 * KB }
/** Plots are a library of their own, which loads with this page alone. */
const EXCEPTED = ['src/pages/desk/Numbers.tsx']
const HOME = ['src/pages/VisitorLayout.tsx', 'src/pages/Home.tsx']

/** What the built site weighs, compressed, where it is too much. @returns {Promise<string[]>} */
export async function checkSizes() {
  const dist = inProject('web/dist')
  const [manifest, html, assets] = await Promise.all([
    readFile(join(dist, '.vite/manifest.json'), 'utf8').then(JSON.parse),
    readFile(join(dist, 'index.html'), 'utf8'),
    readdir(join(dist, 'assets')),
  ])
  const packed = new Map()
  for (const file of assets.map((name) => `assets/${name}`)) {
    const bytes = await readFile(join(dist, file))
    // A font is compressed already.
    packed.set(file, file.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length)
    if (file.endsWith('.js') && bytes.includes('ZodError')) {
      return [`${file} has the Worker's validation in it (zod).`]
    }
    if (html.includes(`stylesheet" crossorigin href="/${file}"`) && !fixesLayers(String(bytes))) {
      return [`${file} comes first, and does not name the layers in the order of ${LAYERS}.`]
    }
  }
  const sizes = sizesOf(manifest, html, (file) => packed.get(file) ?? 0)
  console.log(sizes.map(inWords).join('\n'))
  return sizes.filter(isTooMuch).map((size) => `Too much: ${inWords(size).trim()}`)
}

/** The order in which a layer is first named is its rank, on every page that loads more styles. */
const LAYERS = ['reset', 'tokens', 'base', 'components', 'utilities']

/** @param {string} css */
function fixesLayers(css) {
  const named = [...css.matchAll(/@layer ([\w, ]+)/g)].flatMap(([, names = '']) =>
    names.split(/, */),
  )
  return [...new Set(named)].join() === LAYERS.join()
}

/**
 * The first load of the start page is what index.html names. A page's own is what no other page
 * loads; beside it stands what it shares with others and the start page does not have.
 * @param {Manifest} manifest @param {string} html @param {(file: string) => number} weigh
 * @returns {Size[]}
 */
export function sizesOf(manifest, html, weigh) {
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css|woff2))"/g)].map((m) => m[1])
  const first = new Set(named.flatMap((file) => (file ? [file] : [])))
  for (const [key, { file }] of Object.entries(manifest)) {
    if (HOME.includes(key) || first.has(file)) addTo(first, key, manifest)
  }
  /** @param {Iterable<string>} files @param {string} ending */
  const sum = (files, ending) =>
    [...files].filter((file) => file.endsWith(ending)).reduce((all, file) => all + weigh(file), 0)
  const pages = Object.keys(manifest)
    .filter((key) => /^src\/pages\/.*\.tsx$/.test(key) && !HOME.includes(key))
    .map((key) => ({ key, files: addTo(new Set(), key, manifest) }))
  /** @param {string} file */
  const isShared = (file) => pages.filter(({ files }) => files.has(file)).length > 1
  return [
    { name: 'first load, script', bytes: sum(first, '.js'), most: MOST.script },
    { name: 'first load, css', bytes: sum(first, '.css'), most: MOST.css },
    { name: 'first load, fonts', bytes: sum(first, '.woff2'), most: MOST.fonts },
    ...pages
      .map(({ key, files }) => {
        const added = [...files].filter((file) => !first.has(file))
        const bytes = sum(
          added.filter((file) => !isShared(file)),
          '.js',
        )
        const most = EXCEPTED.includes(key) ? undefined : MOST.page
        const name = key.slice('src/pages/'.length, -'.tsx'.length)
        return { name, bytes, most, shared: sum(added, '.js') - bytes }
      })
      .toSorted((a, b) => b.bytes - a.bytes),
  ]
}

/** @param {Set<string>} files @param {string} key @param {Manifest} manifest */
function addTo(files, key, manifest, seen = new Set()) {
  const built = manifest[key]
  if (!built || seen.has(key)) return files
  seen.add(key)
  for (const file of [built.file, ...(built.css ?? [])]) files.add(file)
  for (const imported of built.imports ?? []) addTo(files, imported, manifest, seen)
  return files
}

/** @param {Size} size */
const isTooMuch = ({ bytes, most }) => most !== undefined && bytes > most

/** @param {Size} size */
function inWords({ name, bytes, most, shared }) {
  const allowed = most ? `of ${most / KB}` : 'excepted'
  const beside = shared ? `, and ${(shared / KB).toFixed(1)} shared with others` : ''
  return `    ${name.padEnd(20)} ${(bytes / KB).toFixed(1).padStart(5)} KB ${allowed}${beside}`
}
