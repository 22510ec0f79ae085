import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

/** All of Stillpoint as `npm start` runs it, on a port and a state folder of its own. */
export async function aStillpoint(settings: Record<string, string> = {}, { demo = true } = {}) {
  const stateDir = await mkdtemp(join(tmpdir(), 'stillpoint-'))
  // The note of a demo that was sown: then none is.
  if (!demo) await writeFile(join(stateDir, 'done.json'), '{"demo":true}')
  const { port, server: first } = await serveSomewhere(stateDir, settings)
  const origin = `http://localhost:${port}`
  let server = first
  return {
    origin,
    stateDir,
    /** Cuts every line and comes back with the same data, as a deploy does. */
    async restart() {
      await end(server)
      server = await serve(port, stateDir, settings)
    },
    /** The plug is pulled: everything dies at once, and nobody is told. */
    async crash() {
      const gone = ended(server)
      if (server.pid) process.kill(-server.pid, 'SIGKILL')
      await gone
    },
    async start() {
      server = await serve(port, stateDir, settings)
    },
    async stop() {
      await end(server)
      await rm(stateDir, { recursive: true, force: true })
    },
  }
}

export type Stillpoint = Awaited<ReturnType<typeof aStillpoint>>

/** A script of the project, run by the Node that runs the tests. */
export function run(script: string, args: string[], env: Record<string, string>): ChildProcess {
  // A group of its own, so that all it starts can be killed together.
  const options = { cwd: PROJECT, env: { ...process.env, ...env }, detached: true }
  return spawn(process.execPath, [join(PROJECT, script), ...args], options)
}

export async function end(child: ChildProcess): Promise<void> {
  const gone = ended(child)
  child.kill('SIGTERM')
  await gone
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise((resolve) => child.once('close', resolve))
}

/** A port that was free a moment ago may be somebody's by now: then at another. */
async function serveSomewhere(
  stateDir: string,
  settings: Record<string, string>,
  tries = 3,
): Promise<{ port: number; server: ChildProcess }> {
  const port = await freePort()
  try {
    return { port, server: await serve(port, stateDir, settings) }
  } catch (error) {
    if (tries === 1 || !String(error).includes('Address already in use')) throw error
    return serveSomewhere(stateDir, settings, tries - 1)
  }
}

function serve(
  port: number,
  stateDir: string,
  settings: Record<string, string>,
): Promise<ChildProcess> {
  const env = { PORT: String(port), STATE_DIR: stateDir, RATE_LIMITS: 'off', ...settings }
  const server = run('scripts/run.js', ['start'], env)
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (text: Buffer) => {
      said += text
      if (said.includes('Stillpoint is open')) resolve(server)
    }
    server.stdout?.on('data', hear)
    server.stderr?.on('data', hear)
    server.once('close', () => reject(new Error(`npm start ended. It said:\n${said}`)))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
