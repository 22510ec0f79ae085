import check from './check.js'
import { needChromium } from './local/chromium.js'
import { installPackages } from './local/packages.js'
import { buildSite } from './local/site-build.js'
import { Stop } from './local/stop.js'
import { spawnTool } from './local/tools.js'

const SUITES = [
  { name: 'The Worker, in its own runtime', config: 'vitest.config.ts' },
  { name: 'The page and the scripts', config: 'vitest.node.config.ts' },
  { name: 'Journeys in a browser, on a running Stillpoint', config: 'vitest.e2e.config.ts' },
]

/** `npm test`: sets up, checks, builds, and runs every test there is. */
export default async function test() {
  await installPackages()
  const chromium = await needChromium()
  const failed = []
  await check().catch((error) => failed.push(error.message))
  await buildSite()
  for (const { name, config } of SUITES) {
    console.log(`\n${name}`)
    const child = spawnTool('vitest', ['run', '-c', config], { env: { CHROMIUM: chromium } })
    const code = await new Promise((resolve) => child.once('close', resolve))
    if (code !== 0) failed.push(`${name}: not all tests passed.`)
  }
  if (failed.length > 0) throw new Stop(failed.join('\n'))
  console.log('\nAll checks and tests passed.')
}
