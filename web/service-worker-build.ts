import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'
import type { Built } from './service-worker/site-files.ts'

/** Writes /sw.js: the service worker, with the names of what this build made. */
export function serviceWorker(): Plugin {
  let outDir = ''
  return {
    name: 'stillpoint-service-worker',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir)
    },
    async writeBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      // By what it holds: gathered with others into one file, the entry is not marked as one.
      const entry = chunks.find((chunk) =>
        chunk.moduleIds.some((id) => id.endsWith('/src/main.tsx')),
      )
      if (!entry) throw new Error('The page has no entry.')
      const assets = [...filesOf([entry, ...chunks.filter(isForOffline)], bundle), ...fonts(bundle)]
      const built: Built = {
        version: await versionOf(assets, outDir),
        shell: SHELL,
        assets: assets.map((file) => `/${file}`),
        entry: entry.fileName,
      }
      await buildWorker(built, outDir)
    },
  }
}

const SHELL = ['/', '/favicon.svg', '/manifest.webmanifest']

/** What is there without a connection: one's seats with their codes, and a session's list at the desk. */
const OFFLINE_PAGES = [
  'pages/VisitorLayout.tsx',
  'pages/YourSeats.tsx',
  'pages/desk/DeskLayout.tsx',
  'pages/desk/DeskSession.tsx',
  'ui/QrCode.tsx',
]

function isForOffline({ facadeModuleId }: Rolldown.OutputChunk): boolean {
  return OFFLINE_PAGES.some((page) => facadeModuleId?.endsWith(`/src/${page}`))
}

/** These chunks, all that they import, and the styles of each. */
function filesOf(chunks: Rolldown.OutputChunk[], bundle: Rolldown.OutputBundle): Set<string> {
  const files = new Set<string>()
  const add = (chunk: Rolldown.OutputChunk) => {
    if (files.has(chunk.fileName)) return
    files.add(chunk.fileName)
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style)
    for (const name of chunk.imports) {
      const imported = bundle[name]
      if (imported?.type === 'chunk') add(imported)
    }
  }
  for (const chunk of chunks) add(chunk)
  return files
}

function fonts(bundle: Rolldown.OutputBundle): string[] {
  return Object.keys(bundle).filter((file) => /latin-(?!extended)[^/]*\.woff2$/.test(file))
}

/** Changes with any file that it names, the shell's among them. */
async function versionOf(assets: string[], outDir: string): Promise<string> {
  const hash = createHash('sha256').update(assets.join())
  for (const path of SHELL) {
    hash.update(await readFile(join(outDir, path === '/' ? 'index.html' : path)))
  }
  return hash.digest('hex').slice(0, 12)
}

async function buildWorker(built: Built, outDir: string) {
  await build({
    configFile: false,
    root: import.meta.dirname,
    publicDir: false,
    logLevel: 'warn',
    define: { BUILT: JSON.stringify(built) },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      rolldownOptions: {
        input: join(import.meta.dirname, 'service-worker/service-worker.ts'),
        output: { format: 'iife', entryFileNames: 'sw.js' },
      },
    },
  })
}
