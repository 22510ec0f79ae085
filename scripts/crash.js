import process from 'node:process'
import { installPackages } from './local/packages.js'
import { Stop } from './local/stop.js'
import { spawnTool } from './local/tools.js'

const CYCLES = '10'

/** `npm run crash`: the crash of `npm test`, ten times in a row. */
export default async function crash() {
  await installPackages()
  const child = spawnTool(
    'vitest',
    ['run', '-c', 'vitest.e2e.config.ts', 'web/e2e/crash.test.ts'],
    { env: { CRASH_CYCLES: process.env.CRASH_CYCLES ?? CYCLES } },
  )
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Stop('Something was lost; see above.')
}
