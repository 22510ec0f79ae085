import process from 'node:process'
import { installPackages } from './local/packages.js'
import { Stop } from './local/stop.js'
import { spawnTool } from './local/tools.js'

const LIVES = '5000'

/**
 * `npm run prove`: many more random lives of a desk than `npm test` has, from a seed of chance.
 * `PROVE_SEED` lives one of them again, `PROVE_LIVES` says how many.
 */
export default async function prove() {
  await installPackages()
  const { PROVE_SEED, PROVE_LIVES } = process.env
  const seed = PROVE_SEED ?? String(Math.floor(Math.random() * 1e9))
  const lives = PROVE_LIVES ?? (PROVE_SEED ? '1' : LIVES)
  console.log(`${lives} lives from seed ${seed}`)
  const child = spawnTool('vitest', ['run', 'worker/bookings/model-'], {
    env: { PROVE_SEED: seed, PROVE_LIVES: lives },
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Stop('Desk and model parted; the seed above brings it back.')
}
