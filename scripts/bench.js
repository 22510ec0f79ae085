import { onEnd } from './local/end.js'
import { installPackages } from './local/packages.js'
import { inProject } from './local/project.js'
import { Stop } from './local/stop.js'
import { runTool, spawnScript } from './local/tools.js'

const BUNDLE = inProject('node_modules/.cache/stillpoint/bench')
const TIME_MAX_MS = 90_000

/**
 * `npm run bench`: what things cost here as multiples of what the platform costs, both measured in
 * the same run. docs/performance.md says how to read it.
 */
export default async function bench() {
  await installPackages()
  const { ok, output } = await runTool('wrangler', ['deploy', '--dry-run', '--outdir', BUNDLE])
  if (!ok) throw new Stop(`The Worker could not be built:\n\n${output.trim()}`)
  const child = spawnScript('scripts/bench/measure.js', [])
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    child.kill()
  }, TIME_MAX_MS)
  onEnd(() => child.kill())
  const code = await new Promise((resolve) => child.once('close', resolve))
  clearTimeout(timer)
  if (isLate) throw new Stop('This machine is too busy to measure anything on it. Try again later.')
  if (code !== 0) throw new Stop('Something costs more than its budget, or ended early; see above.')
}
