import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { needChromium } from './local/chromium.js'
import { prepare } from './local/prepare.js'
import { inProject } from './local/project.js'
import { startServer } from './local/server.js'
import { Stop } from './local/stop.js'
import { nodeBinary } from './local/tools.js'

/** Not among the packages of the project: a hundred others, 176 MB, would come with every clone. */
const LIGHTHOUSE = 'lighthouse@13.5.0'
const PORT = '8979'
const PAGES = ['/', '/sessions', '/sessions/1']
/** The middle one of so many: a busy machine is slow once. */
const RUNS = 3
/** A trace can get lost, mostly on a busy machine; that says nothing of the page. */
const AGAIN = 2
const LEAST = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 }

/** @typedef {Record<keyof typeof LEAST, number>} Scores */

/** `npm run lighthouse`: what Google's auditor says of home, browse and a session, on a phone. */
export default async function lighthouse() {
  const chromium = await needChromium()
  const stateDir = await mkdtemp(join(tmpdir(), 'stillpoint-'))
  Object.assign(process.env, { PORT, STATE_DIR: stateDir, RATE_LIMITS: 'off' })
  const local = await prepare()
  const cli = await bringLighthouse()
  const server = await startServer(local)
  const poor = []
  try {
    for (const page of PAGES) {
      const scores = await middleOf(cli, `${local.origin}${page}`, chromium)
      console.log(
        `${page.padEnd(14)} ${Object.entries(scores)
          .map(([name, score]) => `${name} ${score}`)
          .join(', ')}`,
      )
      for (const [name, least] of Object.entries(LEAST)) {
        const score = scores[/** @type {keyof Scores} */ (name)]
        if (score < least) poor.push(`${page}: ${name} is ${score}, and ${least} is the least.`)
      }
    }
  } finally {
    await server.stop()
    await rm(stateDir, { recursive: true, force: true })
  }
  if (poor.length > 0) throw new Stop(poor.join('\n'))
}

async function bringLighthouse() {
  const folder = inProject('node_modules/.cache/stillpoint/lighthouse')
  const cli = join(folder, 'node_modules/lighthouse/cli/index.js')
  if (existsSync(cli)) return cli
  console.log(`Fetching ${LIGHTHOUSE}; this happens once.`)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{"private":true}')
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', LIGHTHOUSE]
  const code = await ending(
    spawn('npm', args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' }),
  )
  if (code !== 0) throw new Stop(`${LIGHTHOUSE} could not be fetched.`)
  return cli
}

/** @param {string} cli @param {string} url @param {string} chromium @returns {Promise<Scores>} */
async function middleOf(cli, url, chromium) {
  let middle = await scoresOf(cli, url, chromium)
  const runs = [middle]
  while (runs.length < RUNS) runs.push(await scoresOf(cli, url, chromium))
  runs.sort((a, b) => a.performance - b.performance)
  middle = runs[Math.floor(RUNS / 2)] ?? middle
  return middle
}

/** @param {string} cli @param {string} url @param {string} chromium */
async function scoresOf(cli, url, chromium, again = AGAIN) {
  const { runtimeError, categories, audits } = await reportOf(cli, url, chromium)
  if (runtimeError) {
    const { code, message } = runtimeError
    if (again === 0) throw new Stop(`Lighthouse could not read ${url}: ${code}. ${message}`)
    console.log(`  Lighthouse could not record ${url} (${code}): once more.`)
    return scoresOf(cli, url, chromium, again - 1)
  }
  tellFaults(categories, audits)
  const names = /** @type {(keyof Scores)[]} */ (Object.keys(LEAST))
  return /** @type {Scores} */ (
    Object.fromEntries(names.map((name) => [name, Math.round(categories[name].score * 100)]))
  )
}

/** @param {string} cli @param {string} url @param {string} chromium */
async function reportOf(cli, url, chromium) {
  const report = join(tmpdir(), `lighthouse-${process.pid}.json`)
  const flags = '--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage'
  const args = [url, '--quiet', '--output=json', `--output-path=${report}`]
  const only = `--only-categories=${Object.keys(LEAST).join()}`
  await ending(
    spawn(nodeBinary(), [cli, ...args, only, `--chrome-flags=${flags}`], {
      stdio: 'inherit',
      env: { ...process.env, CHROME_PATH: chromium },
    }),
  )
  // It ends with an error where it could not record, but its report says why.
  const written = await readFile(report, 'utf8').catch(() => null)
  if (!written) throw new Stop(`Lighthouse could not read ${url}.`)
  await rm(report)
  return JSON.parse(written)
}

/**
 * What is not full marks, in all categories but speed, which is made of many small shares.
 * @param {Record<string, { score: number, auditRefs: { id: string, weight: number }[] }>} categories
 * @param {Record<string, { score: number | null, title: string }>} audits
 */
function tellFaults(categories, audits) {
  for (const [name, { auditRefs }] of Object.entries(categories)) {
    for (const { id, weight } of auditRefs) {
      const { score, title } = audits[id] ?? { score: null, title: '' }
      const least = name === 'performance' ? 0.9 : 1
      if (weight > 0 && score !== null && score < least) console.log(`  ${name}: ${id}, ${title}`)
    }
  }
}

/** @param {import('node:child_process').ChildProcess} child */
function ending(child) {
  return new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('close', resolve)
  })
}
