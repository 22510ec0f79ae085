import { availableParallelism } from 'node:os'
import { checkDocPaths } from './check/doc-paths.js'
import { checkLayers } from './check/layers.js'
import { checkLockfile } from './check/lockfile.js'
import { checkMigrations } from './check/migrations.js'
import { checkSettings } from './check/settings.js'
import { checkSizes } from './check/sizes.js'
import { installPackages } from './local/packages.js'
import { inProject } from './local/project.js'
import { buildSite } from './local/site-build.js'
import { Stop } from './local/stop.js'
import { runScript, runTool } from './local/tools.js'

/** @typedef {{ name: string, find: () => Promise<string[]> }} Check finds what is wrong, in words */

/** The longest first, for they run side by side. @type {Check[]} */
const CHECKS = [
  { name: 'types', find: tool('tsc', ['-b']) },
  { name: 'the Worker can be deployed', find: tool('wrangler', dryRun('deploy', '--dry-run')) },
  { name: 'the site can be built, and is light', find: siteBuild },
  { name: 'the Functions can be deployed', find: functionsBuild },
  { name: 'migrations say what the schema says', find: checkMigrations },
  { name: 'lint and format', find: tool('biome', ['ci', '--colors=off', '.']) },
  { name: 'layers', find: checkLayers },
  { name: 'paths named in the docs', find: checkDocPaths },
  { name: 'settings explained in the docs', find: checkSettings },
  { name: 'lockfile for every platform', find: checkLockfile },
  { name: 'docs/data.md', find: dataDiagram },
]

/** `npm run check`: everything that can be said without running a test. */
export default async function check() {
  await installPackages()
  const waiting = [...CHECKS]
  let broken = 0
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const began = Date.now()
      const wrong = await next.find()
      const seconds = ((Date.now() - began) / 1_000).toFixed(1)
      console.log(`${wrong.length ? '✗' : '✓'} ${next.name} (${seconds} s)`)
      if (wrong.length === 0) continue
      broken += 1
      console.log(wrong.join('\n').replace(/^/gm, '    '))
    }
  }
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work))
  if (broken > 0) throw new Stop(`${broken} of ${CHECKS.length} checks failed.`)
}

/** @param {import('./local/tools.js').Tool} name @param {string[]} args */
function tool(name, args) {
  return async () => {
    const { ok, output } = await runTool(name, args)
    return ok ? [] : [output.trim()]
  }
}

/** @param {string[]} args */
function dryRun(...args) {
  return [...args, '--outdir', inProject('node_modules/.cache/stillpoint/worker')]
}

async function siteBuild() {
  try {
    await buildSite()
    return await checkSizes()
  } catch (error) {
    return [String(error)]
  }
}

async function functionsBuild() {
  const { ok, output } = await runTool(
    'wrangler',
    ['pages', 'functions', 'build', '--outdir', '../node_modules/.cache/stillpoint/functions'],
    { cwd: inProject('web') },
  )
  return ok ? [] : [output.trim()]
}

async function dataDiagram() {
  const { ok, output } = await runScript('scripts/data-diagram.js', ['--check'])
  return ok ? [] : [output.trim()]
}
