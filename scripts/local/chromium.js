import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import process from 'node:process'
import { Stop } from './stop.js'
import { spawnTool } from './tools.js'

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Where a Chromium lies: named by CHROMIUM, in its usual places, or in Playwright's cache. */
export async function getChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  const { chromium } = await import('playwright-core')
  return [...USUAL_PLACES, chromium.executablePath()].find((path) => path && existsSync(path))
}

/** Finds a Chromium, or brings one: Debian's for root on Debian, else Playwright's. @returns {Promise<string>} */
export async function needChromium() {
  const found = await getChromium()
  if (found) return found
  console.log('Fetching a Chromium for the journeys in a browser; this happens once.')
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await ending(spawn('apt-get', ['update', '-qq'], { stdio: 'inherit' }))
    const install = ['install', '-y', '-qq', '--no-install-recommends', 'chromium']
    await ending(spawn('apt-get', install, { stdio: 'inherit' }))
  } else {
    await ending(spawnTool('playwright-core', ['install', 'chromium']))
  }
  const brought = await getChromium()
  if (brought) return brought
  throw new Stop(
    'The journeys in a browser need Chromium, and none could be fetched. Install Chromium or\n' +
      'Chrome, or say where one lies by the environment variable CHROMIUM, then try again.',
  )
}

/** @param {import('node:child_process').ChildProcess} child */
function ending(child) {
  return new Promise((resolve) => {
    child.once('error', resolve)
    child.once('close', resolve)
  })
}
