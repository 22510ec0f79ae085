import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { hashOf } from './hash.js'
import { inProject } from './project.js'
import { Stop } from './stop.js'
import { runTool } from './tools.js'

const SOURCES = [
  'package-lock.json',
  'web/index.html',
  'web/fonts.ts',
  'web/openings.ts',
  'web/pictures.ts',
  'web/service-worker-build.ts',
  'web/service-worker',
  'web/vite.config.ts',
  'web/public',
  'web/src',
]
const STAMP = inProject('node_modules/.cache/stillpoint/site-built-from')

/** Builds web/dist unless it was made from these very sources. */
export async function buildSite() {
  const sources = await hashOf(SOURCES)
  const built = await readFile(STAMP, 'utf8').catch(() => '')
  if (built === sources && existsSync(inProject('web/dist/index.html'))) return
  console.log('Building the site.')
  const { ok, output } = await runTool('vite', ['build', 'web', '--logLevel', 'warn'], {
    // A test runner that starts a site says "test" here, and would get another page than is deployed.
    env: { NODE_ENV: 'production' },
  })
  if (!ok) throw new Stop(`The site could not be built:\n\n${output}`)
  await mkdir(dirname(STAMP), { recursive: true })
  // The fonts are cut during the build, so what counts is what lay there afterwards.
  await writeFile(STAMP, await hashOf(SOURCES))
}
