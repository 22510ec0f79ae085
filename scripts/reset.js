import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isAnswering } from './local/port.js'
import { readSettings } from './local/project.js'
import { readState } from './local/state-folder.js'
import { Stop } from './local/stop.js'

/** What a start makes in the state folder. Nothing else in there is ours to delete. */
const OURS = [
  ...['data', 'registry', '.wrangler', '.dev.vars', 'worker.toml', 'demo.sql', 'server.log'],
  ...['secrets.json', 'done.json', 'running.json'],
]

/** `npm run reset`: deletes the local data, so that the next start begins anew. */
export default async function reset() {
  const { stateDir } = readSettings()
  const running = await readState(stateDir, 'running.json').catch(() => null)
  if (running && (await isAnswering(running.port))) {
    throw new Stop(`Stillpoint runs on these data, at port ${running.port}. Stop it first.`)
  }
  const found = OURS.map((name) => join(stateDir, name)).filter((path) => existsSync(path))
  if (found.length === 0) {
    console.log(`There are no local data in ${stateDir}.`)
    return
  }
  for (const path of found) await rm(path, { recursive: true, force: true })
  console.log(`The local data in ${stateDir} are deleted. npm start begins anew, with the demo.`)
}
