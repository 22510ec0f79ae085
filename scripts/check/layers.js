import { readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import { inProject } from '../local/project.js'
import { listFiles } from './files.js'

/*
 * Who may call whom: index → app → routes → verbs → { queries, db, durable-objects } → errors on the
 * Worker's side, pages → nouns → ui on the page's. Biome cannot say it: it neither tells
 * `import type` from `import` nor reads paths from where the importing file stands.
 */

/** @typedef {{ to: string, isType: boolean }} Import `to` is a path in the project, or a package */
/** @typedef {{ file: string, imports: Import[], source: string }} Module */
/** @typedef {{ name: string, files: RegExp, not?: RegExp, breach: (module: Module) => string[] }} Rule */

/** @type {Rule[]} */
export const RULES = [
  {
    name: 'routes know no database and no object',
    files: /^worker\/.*routes\.ts$/,
    breach: imports(
      /^drizzle-orm|^worker\/db\/|-desk$|^worker\/bookings\/desk\/|facilitator-inbox$|durable-objects$/,
    ),
  },
  {
    name: 'only routes, middleware and what describes them know Hono',
    files: /^worker\//,
    not: /^worker\/[^/]+\.ts$|routes\.ts$|\/(identify|cookies|facilitators-only)\.ts$|\/openapi\/(document|page)\.ts$/,
    breach: imports(/^hono(\/|$)/),
  },
  {
    name: 'what decides imports only types, and what else decides',
    files: /^worker\/(.*\/)?(seats|waiting-list|queue|outbox)\.ts$/,
    breach: importsValue(/^(?!worker\/bookings\/waiting-list$)/),
  },
  {
    name: 'what decides has no clock, no randomness and no env',
    files: /^worker\/(.*\/)?(seats|waiting-list|queue|outbox)\.ts$/,
    breach: says(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(|\benv\b/),
  },
  {
    name: 'what is inside a desk only the desk knows',
    files: /^worker\//,
    not: /^worker\/bookings\/(booking-desk\.ts$|desk\/)/,
    breach: importsValue(/^worker\/bookings\/desk\//),
  },
  {
    name: 'only durable-objects.ts knows how objects are addressed',
    files: /^worker\//,
    not: /^worker\/durable-objects\.ts$/,
    breach: says(/\.getByName\(|\.idFromName\(|\.idFromString\(|\.newUniqueId\(/),
  },
  {
    name: 'only app.ts and what stands before it mount routes',
    files: /^worker\//,
    not: /^worker\/(app|index)\.ts$|^worker\/.*routes\.ts$/,
    breach: importsValue(/^worker\/(.*routes|app|index)$/),
  },
  {
    name: 'the database knows nothing above it but errors',
    files: /^worker\/db\//,
    breach: importsValue(/^worker\/(?!db\/|errors$)/),
  },
  {
    name: 'errors know nobody',
    files: /^worker\/errors\.ts$/,
    breach: importsValue(/./),
  },
  {
    name: 'the Worker knows nothing of the page',
    files: /^worker\//,
    breach: imports(/^(web|scripts)\/|^solid-js|^@solidjs\//),
  },
  {
    name: 'the page takes only types from the Worker',
    files: /^web\//,
    breach: importsValue(/^worker\//),
  },
  {
    name: 'ui knows nothing of ours but styles',
    files: /^web\/src\/ui\//,
    breach: imports(/^(web\/src\/(?!ui\/|styles\/)|worker\/|@solidjs\/router)/),
  },
  {
    name: 'nouns know no page',
    files: /^web\/src\//,
    not: /^web\/src\/(pages\/|(main|routes)\.tsx$)/,
    breach: imports(/^web\/src\/(pages\/|routes$|main$)/),
  },
]

const TESTS = /\.test\.tsx?$|^worker\/test\//

/** What a file does that its layer may not. @param {string} file @param {string} source */
export function breaches(file, source) {
  if (TESTS.test(file)) return []
  const module = { file, source, imports: importsOf(file, source) }
  return RULES.filter((rule) => rule.files.test(file) && !rule.not?.test(file)).flatMap((rule) =>
    rule.breach(module).map((what) => `${file}: ${what}; but ${rule.name}`),
  )
}

/** Every module of Worker and page. @returns {Promise<string[]>} */
export async function checkLayers() {
  const files = (await listFiles()).filter((file) => /^(worker|web)\/.*\.tsx?$/.test(file))
  const found = await Promise.all(
    files.map(async (file) => breaches(file, await readFile(inProject(file), 'utf8'))),
  )
  return found.flat()
}

/** @param {RegExp} to @returns {Rule['breach']} */
function imports(to) {
  return ({ imports }) => imports.filter((one) => to.test(one.to)).map((one) => `imports ${one.to}`)
}

/** @param {RegExp} to @returns {Rule['breach']} */
function importsValue(to) {
  return ({ imports }) =>
    imports
      .filter((one) => !one.isType && to.test(one.to))
      .map((one) => `imports more than types from ${one.to}`)
}

/** @param {RegExp} words @returns {Rule['breach']} */
function says(words) {
  return ({ source }) => {
    const found = words.exec(withoutComments(source))
    return found ? [`says ${found[0]}`] : []
  }
}

// `import … from '…'`, `export … from '…'`, `import '…'` and `import('…')`.
const IMPORT =
  /^\s*(?:import|export)\s+(?<type>type\s)?[^'"`;]*?from\s*['"](?<from>[^'"]+)['"]|^\s*import\s*['"](?<bare>[^'"]+)['"]|\bimport\(\s*['"](?<late>[^'"]+)['"]/gm

/** @param {string} file @param {string} source @returns {Import[]} */
function importsOf(file, source) {
  return [...withoutComments(source).matchAll(IMPORT)].map(({ groups = {} }) => {
    const specifier = groups.from ?? groups.bare ?? groups.late ?? ''
    const to = specifier.startsWith('.')
      ? posix.join(posix.dirname(file), specifier).replace(/\.tsx?$/, '')
      : specifier
    return { to, isType: groups.type !== undefined }
  })
}

/** @param {string} source */
function withoutComments(source) {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}
