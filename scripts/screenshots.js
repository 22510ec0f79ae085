import { needChromium } from './local/chromium.js'
import { installPackages } from './local/packages.js'
import { buildSite } from './local/site-build.js'
import { Stop } from './local/stop.js'
import { spawnTool } from './local/tools.js'

/**
 * `npm run screenshots`: every page in its states, wide and narrow, light and dark, into
 * screenshots/, and those of the README into docs/pictures/.
 */
export default async function screenshots() {
  await installPackages()
  const chromium = await needChromium()
  await buildSite()
  const child = spawnTool('vitest', ['run', '-c', 'vitest.screenshots.config.ts'], {
    env: { CHROMIUM: chromium },
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Stop('Not all pictures could be taken.')
}
