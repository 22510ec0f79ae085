import { sowDemo } from '../demo/sow.js'
import { migrateDatabase } from './database.js'
import { installPackages } from './packages.js'
import { needFreePort } from './port.js'
import { readSettings } from './project.js'
import { buildSite } from './site-build.js'
import { claimState, needSoundState } from './state-folder.js'
import { writeWorkerConfig } from './worker-config.js'

/** Everything that has to be there before the server: each step is skipped where it is done. */
export async function prepare({ site = true } = {}) {
  const settings = readSettings()
  await needSoundState(settings.stateDir)
  await claimState(settings.stateDir, settings.port)
  await needFreePort(settings.port)

  await installPackages()
  if (site) await buildSite()
  const local = { ...settings, config: await writeWorkerConfig(settings) }
  await migrateDatabase(local)
  await sowDemo(local)
  return local
}
