import { join } from 'node:path'
import { moveDemo } from './demo/move.js'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo/people.js'
import { prepare } from './local/prepare.js'
import { startServer } from './local/server.js'

/** `npm start`: the whole of Stillpoint on this machine, with a demo to look at. */
export default async function start() {
  const local = await prepare()
  const server = await startServer(local)
  await moveDemo(local.origin)
  console.log(`
Stillpoint is open at ${local.origin}

  visitor      ${DEMO_ACCOUNTS.visitor}
  facilitator  ${DEMO_ACCOUNTS.facilitator}
  password     ${DEMO_PASSWORD}

Letters go nowhere: each is written to files, which are there until Stillpoint closes.
${join(local.stateDir, 'server.log')} says to whom, about what, and in which files.

Ctrl-C closes it. The data stay in ${local.stateDir}`)
  await server.ended
}
