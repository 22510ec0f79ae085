import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { beforeAll, expect, inject } from 'vitest'
import { type Furnished, furnish } from './furnish'
import { test } from './site'
import { EMPTY_STATES, type State, show, signInAs, statesOf, type Who } from './states'
import { aStillpoint, type Stillpoint } from './stillpoint'

let made: Furnished

beforeAll(async () => {
  made = await furnish(inject('origin'))
})

// Two at once: nobody changes anything here, and each page has a core to be looked at on.
for (const who of ['nobody', 'ann', 'ben', 'marije', 'nora'] satisfies Who[]) {
  test.concurrent(`no page keeps anybody out: ${who}`, { timeout: 300_000 }, async ({
    newPerson,
  }) => {
    const { page, troubles } = await newPerson({ reducedMotion: 'reduce' })
    if (who !== 'nobody') await signInAs(page, made.people[who])
    const states = statesOf(made).filter((state) => state.as === who)
    expect(await barriersIn(page, states)).toEqual([])
    expect(troubles).toEqual([])
  })
}

test.concurrent('nor where nothing is planned, or nothing answers', { timeout: 300_000 }, async ({
  browser,
  newPerson,
  origin,
}) => {
  let empty: Stillpoint | undefined
  try {
    empty = await aStillpoint({}, { demo: false })
    const page = await browser.newPage({ baseURL: empty.origin, reducedMotion: 'reduce' })
    expect(await barriersIn(page, EMPTY_STATES)).toEqual([])
    await page.close()
  } finally {
    await empty?.stop()
  }
  const { page, context } = await newPerson({ reducedMotion: 'reduce' })
  await page.goto(origin)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}))
  await context.setOffline(true)
  expect(await barriersIn(page, [{ name: 'offline', as: 'nobody', path: '/sessions/1' }])).toEqual(
    [],
  )
})

test('and this would be seen', async ({ newPerson }) => {
  const { page } = await newPerson()
  await page.goto('/privacy')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(() => {
    const grey = document.createElement('p')
    grey.textContent = 'Too light to read'
    grey.style.color = '#cccccc'
    document.querySelector('main')?.append(grey, document.createElement('button'))
  })
  const found = (await barriersOn(page)).join('\n')
  expect(found).toContain('color-contrast')
  expect(found).toContain('button-name')
})

/** Each state wide and narrow, and the colours of both in the dark. */
async function barriersIn(page: Page, states: State[]): Promise<string[]> {
  const found: string[] = []
  for (const state of states) {
    const widths = ([1280, 390] as const).filter((width) => (state.only ?? width) === width)
    for (const [index, width] of widths.entries()) {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize({ width, height: 844 })
      if (index === 0) await show(page, state)
      found.push(...(await barriersOn(page)).map((said) => `${state.name}, ${width}: ${said}`))
      await page.emulateMedia({ colorScheme: 'dark' })
      const dark = await barriersOn(page, ['color-contrast'])
      found.push(...dark.map((said) => `${state.name}, ${width}, dark: ${said}`))
    }
  }
  return found
}

async function barriersOn(page: Page, rules?: string[]): Promise<string[]> {
  // Run by the debugger, which a strict policy for scripts does not bind.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    (only): Promise<AxeResults> =>
      (window as unknown as { axe: typeof axe }).axe.run(
        document,
        only ? { runOnly: only, resultTypes: ['violations'] } : { resultTypes: ['violations'] },
      ),
    rules,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = failureSummary?.split('\n').at(1)?.trim() ?? ''
      return `${id} at ${target.join(' ')}: ${why}`
    }),
  )
}
