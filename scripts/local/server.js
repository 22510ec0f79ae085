import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { onEnd } from './end.js'
import { inProject } from './project.js'
import { Stop } from './stop.js'
import { spawnTool } from './tools.js'

const START_TIMEOUT_MS = 90_000
const STOP_TIMEOUT_MS = 8_000

/**
 * Page, API, D1 and objects in one process tree: `wrangler pages dev` with both configurations.
 * Comes back once /health answers.
 * @param {{ port: number, stateDir: string, config: string }} local
 */
export async function startServer({ port, stateDir, config }) {
  const log = join(stateDir, 'server.log')
  const child = spawnTool(
    'wrangler',
    [
      ...['pages', 'dev', '-c', 'wrangler.toml', '-c', config],
      ...['--persist-to', join(stateDir, 'data'), '--port', String(port)],
      ...['--inspector-port', '0', '--show-interactive-dev-session=false'],
    ],
    {
      cwd: inProject('web'),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        // Its own registry: another Stillpoint on this machine is none of our business.
        WRANGLER_REGISTRY_PATH: join(stateDir, 'registry'),
        CLOUDFLARE_LOAD_DEV_VARS_FROM_DOT_ENV: 'false',
      },
    },
  )
  const written = createWriteStream(log)
  child.stdout?.pipe(written)
  child.stderr?.pipe(written)
  const unbuilt = new Promise((_, reject) => {
    child.stderr?.on('data', (text) => {
      process.stderr.write(text)
      // Wrangler would wait for the files to change; here nobody can be told so.
      if (String(text).includes('Build failed')) reject(new Stop('The Worker could not be built.'))
    })
  })

  const ended = new Promise((resolve) => child.once('close', resolve))
  let stopping = false
  const stop = () => {
    stopping = true
    return endTree(child, ended)
  }
  onEnd(stop)
  try {
    await Promise.race([untilHealthy(`http://localhost:${port}/health`), ended, unbuilt])
  } catch (error) {
    await stop()
    throw error
  }
  if (stopping) throw new Stop('Stopped before it was ready.')
  if (hasEnded(child)) {
    const said = await readFile(log, 'utf8')
    throw new Stop(`The server ended before it was ready. It said (${log}):\n\n${tail(said)}`)
  }
  return { ended, stop }
}

/** @param {string} url */
async function untilHealthy(url) {
  const until = Date.now() + START_TIMEOUT_MS
  let last = 'no answer'
  while (Date.now() < until) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => null)
    if (answer?.ok) return
    if (answer) last = `${answer.status} ${await answer.text()}`
    await pause(100)
  }
  throw new Stop(`${url} did not become healthy in ${START_TIMEOUT_MS / 1_000} s. Last: ${last}`)
}

/**
 * Wrangler passes the signal on to everything it started; what does not listen is killed.
 * @param {import('node:child_process').ChildProcess} child @param {Promise<unknown>} ended
 */
async function endTree(child, ended) {
  if (hasEnded(child)) return
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
  await ended
  clearTimeout(timer)
}

/** @param {import('node:child_process').ChildProcess} child */
function hasEnded(child) {
  return child.exitCode !== null || child.signalCode !== null
}

/** @param {string} text */
function tail(text) {
  return text.trim().split('\n').slice(-25).join('\n')
}
