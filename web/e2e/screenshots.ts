import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { beforeAll, inject } from 'vitest'
import { type Furnished, furnish } from './furnish'
import { test } from './site'
import { EMPTY_STATES, type State, show, signInAs, statesOf, type Who } from './states'
import { aStillpoint } from './stillpoint'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
const ALL = join(PROJECT, 'screenshots')
const README = join(PROJECT, 'docs/pictures')
/** Those that the README shows: wide and light, what is at first in view. */
const CHOSEN = ['home', 'browse', 'session', 'your-seats', 'desk-today', 'desk-numbers']
const SIZES = { 1280: 900, 390: 844 }

let made: Furnished

beforeAll(async () => {
  await rm(ALL, { recursive: true, force: true })
  await Promise.all([ALL, README].map((folder) => mkdir(folder, { recursive: true })))
  made = await furnish(inject('origin'))
})

for (const who of ['nobody', 'ann', 'ben', 'marije', 'nora'] satisfies Who[]) {
  test(`what ${who} sees`, async ({ browser, origin }) => {
    const page = await aPage(browser, origin)
    if (who !== 'nobody') await signInAs(page, made.people[who])
    await take(
      page,
      statesOf(made).filter((state) => state.as === who),
    )
  })
}

test('what is seen where nothing is planned', async ({ browser }) => {
  const empty = await aStillpoint({}, { demo: false })
  try {
    await take(await aPage(browser, empty.origin), EMPTY_STATES)
  } finally {
    await empty.stop()
  }
})

test('what is seen offline', async ({ browser, origin }) => {
  const page = await aPage(browser, origin)
  await page.goto('/')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}))
  await page.context().setOffline(true)
  await take(page, [{ name: 'offline', as: 'nobody', path: '/sessions/1' }])
})

function aPage(browser: Browser, origin: string): Promise<Page> {
  return browser.newPage({
    ...{ baseURL: origin, locale: 'en-GB', timezoneId: 'Europe/Amsterdam' },
    ...{ reducedMotion: 'reduce', deviceScaleFactor: 1 },
  })
}

async function take(page: Page, states: State[]): Promise<void> {
  // ONLY=desk takes a part of them.
  const wanted = states.filter(({ name }) => name.includes(process.env.ONLY ?? ''))
  for (const state of wanted) {
    const widths = ([1280, 390] as const).filter((width) => (state.only ?? width) === width)
    for (const [index, width] of widths.entries()) {
      await page.setViewportSize({ width, height: SIZES[width] })
      await page.emulateMedia({ colorScheme: 'light' })
      if (index === 0) await show(page, state)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const path = join(ALL, `${state.name}-${width}-${colorScheme}.png`)
        await page.screenshot({ path, fullPage: true })
      }
      if (width === 1280 && CHOSEN.includes(state.name)) {
        await page.emulateMedia({ colorScheme: 'light' })
        const path = join(README, `${state.name}.png`)
        await page.screenshot({ path, clip: { x: 0, y: 0, width: 1280, height: 800 } })
      }
    }
  }
  await page.close()
}
