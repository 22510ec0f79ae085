import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

/**
 * The pages that many people open first: index.html once more for each, which also names the files
 * of that page, so that they come with the first ones and not after them. What is served by them:
 * functions/sessions/.
 */
const OPENINGS = { sessions: 'pages/Sessions.tsx', session: 'pages/Session.tsx' }

export function openings(): Plugin {
  let outDir = ''
  return {
    name: 'stillpoint-openings',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir)
    },
    async writeBundle(_, bundle) {
      const index = await readFile(join(outDir, 'index.html'), 'utf8')
      for (const [name, page] of Object.entries(OPENINGS)) {
        await writeFile(join(outDir, `${name}.html`), openingOf(page, index, bundle))
      }
    },
  }
}

/** The page, naming in its head what it has not named yet. */
export function openingOf(page: string, index: string, bundle: Rolldown.OutputBundle): string {
  const links = filesOf(chunkOf(page, bundle), bundle)
    .filter((file) => !index.includes(`/${file}"`))
    .map(linkTo)
  return index.replace('</head>', `${links.join('')}</head>`)
}

function linkTo(file: string): string {
  return file.endsWith('.css')
    ? `  <link rel="stylesheet" crossorigin href="/${file}">\n  `
    : `  <link rel="modulepreload" crossorigin href="/${file}">\n  `
}

function chunkOf(page: string, bundle: Rolldown.OutputBundle): Rolldown.OutputChunk {
  for (const file of Object.values(bundle)) {
    if (file.type === 'chunk' && file.facadeModuleId?.endsWith(`/src/${page}`)) return file
  }
  throw new Error(`${page} has no file of its own.`)
}

/** Its own file, all that it imports, and the styles of each. */
function filesOf(
  chunk: Rolldown.OutputChunk,
  bundle: Rolldown.OutputBundle,
  files = new Set<string>(),
): string[] {
  if (files.has(chunk.fileName)) return []
  files.add(chunk.fileName)
  for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style)
  for (const name of chunk.imports) {
    const imported = bundle[name]
    if (imported?.type === 'chunk') filesOf(imported, bundle, files)
  }
  return [...files]
}
