import { mkdir } from 'node:fs/promises'
import { onEnd } from './local/end.js'
import { findFreePort } from './local/port.js'
import { prepare } from './local/prepare.js'
import { inProject } from './local/project.js'
import { startServer } from './local/server.js'
import { spawnTool } from './local/tools.js'

/**
 * `npm run dev`: Vite serves the page and replaces modules as they are saved; behind it runs the
 * Worker, which wrangler builds and reloads on save. One origin for both.
 */
export default async function dev() {
  const local = await prepare({ site: false })
  // The Pages project wants its folder, though Vite answers for the page.
  await mkdir(inProject('web/dist'), { recursive: true })
  const port = await findFreePort()
  const server = await startServer({ ...local, port })

  const vite = spawnTool(
    'vite',
    ['web', '--host', 'localhost', '--port', String(local.port), '--strictPort'],
    { env: { STILLPOINT_WORKER: `http://localhost:${port}` } },
  )
  onEnd(() => vite.kill('SIGTERM'))
  await Promise.race([server.ended, new Promise((resolve) => vite.once('close', resolve))])
  vite.kill('SIGTERM')
  await server.stop()
}
