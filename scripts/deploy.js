import { readFile } from 'node:fs/promises'
import { wantedBy, whatIsMissing } from './deploy-plan.js'
import { installPackages } from './local/packages.js'
import { inProject } from './local/project.js'
import { buildSite } from './local/site-build.js'
import { Stop } from './local/stop.js'
import { runTool } from './local/tools.js'

/** @typedef {(args: string[], cwd?: string) => Promise<import('./local/tools.js').Outcome>} Wrangler */

/** `npm run deploy`: migrations of D1, then the Worker, then the site. */
export default async function deploy() {
  await installPackages()
  await buildSite()
  await deployWith((args, cwd) => runTool('wrangler', args, { cwd, env: { CI: 'true' } }))
}

/**
 * Asks first and changes nothing until everything is there. The order keeps every moment sound:
 * a migration only adds, so the old Worker runs on; the new Worker understands the old page.
 * @param {Wrangler} wrangler
 */
export async function deployWith(wrangler) {
  const [workerToml, siteToml] = await Promise.all(
    ['wrangler.toml', 'web/wrangler.toml'].map((file) => readFile(inProject(file), 'utf8')),
  )
  const wanted = wantedBy(workerToml ?? '', siteToml ?? '')
  const missing = whatIsMissing(wanted, await ask(wrangler, wanted))
  if (missing.length > 0) {
    const words = missing.map(({ why, commands }) => `${why}\n\n    ${commands.join('\n    ')}\n`)
    throw new Stop(
      `Nothing was deployed. First:\n\n${words.join('\n')}\nThen run npm run deploy again.`,
    )
  }
  await step(wrangler, 'Migrations of D1', ['d1', 'migrations', 'apply', 'DB', '--remote'])
  await step(wrangler, 'The Worker', ['deploy'])
  const site = ['pages', 'deploy', '--branch', 'main', '--commit-dirty=true']
  await step(wrangler, 'The site', site, inProject('web'))
}

/** @param {Wrangler} wrangler @param {import('./deploy-plan.js').Wanted} wanted @returns {Promise<import('./deploy-plan.js').Account>} */
async function ask(wrangler, wanted) {
  const { loggedIn } = await json(wrangler, ['whoami', '--json'], { loggedIn: false })
  if (!loggedIn) return { loggedIn, databases: [], secrets: [], queues: [], sites: [] }
  const queues = wanted.queues.length > 0 ? await wrangler(['queues', 'list']) : null
  return {
    loggedIn,
    databases: await json(wrangler, ['d1', 'list', '--json']),
    // Before its first deployment there is no Worker to have secrets, and wrangler calls it an error.
    secrets: (await json(wrangler, ['secret', 'list', '--format', 'json'], [])).map(nameOf),
    queues: wanted.queues.filter((name) => queues?.output.split(/[\s│|]+/).includes(name)),
    sites: (await json(wrangler, ['pages', 'project', 'list', '--json'])).map(nameOf),
  }
}

/** @param {Record<string, string>} thing */
function nameOf(thing) {
  return thing.name ?? thing['Project Name'] ?? ''
}

/** @param {Wrangler} wrangler @param {string[]} args @param {unknown} [otherwise] */
async function json(wrangler, args, otherwise) {
  const { ok, stdout, output } = await wrangler(args)
  if (ok) return JSON.parse(stdout)
  if (otherwise !== undefined) return otherwise
  throw new Stop(`Nothing was deployed: wrangler ${args.join(' ')} failed.\n\n${output.trim()}`)
}

/** @param {Wrangler} wrangler @param {string} name @param {string[]} args @param {string} [cwd] */
async function step(wrangler, name, args, cwd) {
  console.log(`${name} …`)
  const { ok, output } = await wrangler(args, cwd)
  console.log(output.trim().replace(/^/gm, '    '))
  if (!ok) throw new Stop(`${name}: this failed, and what comes after it was not begun.`)
}
