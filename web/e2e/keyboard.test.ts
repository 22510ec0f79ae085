import type { Page } from 'playwright-core'
import { beforeAll, expect, inject } from 'vitest'
import { type Furnished, furnish, PASSWORD } from './furnish'
import { test } from './site'
import { settled, show, signInAs, statesOf, type Who } from './states'

let made: Furnished

beforeAll(async () => {
  made = await furnish(inject('origin'))
})

test('a seat is booked and given back by the keyboard alone', async ({ newPerson }) => {
  const { page, troubles } = await newPerson()
  await page.goto('/sign-in')
  await settled(page)
  await tabTo(page, 'Email')
  await page.keyboard.type(made.people.ben.email)
  await tabTo(page, 'Password')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/my-bookings')

  await page.goto('/sessions?q=Slow+flow+for')
  await settled(page)
  await tabTo(page, 'Skip to content')
  await page.keyboard.press('Enter')
  await tabTo(page, /^Slow flow for the second/)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/sessions/${made.long}`)
  await settled(page)

  await tabTo(page, /^Book/)
  await page.keyboard.press('Enter')
  const yours = page.getByRole('heading', { name: 'You have a seat' })
  await yours.waitFor()
  // What was pressed is gone; the focus stays with what came of it.
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true)

  await page.goto('/my-bookings')
  await settled(page)
  await tabTo(page, 'Cancel')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => dialog.isVisible()).toBe(false)
  expect(await focused(page)).toMatchObject({ name: 'Cancel' })

  await page.keyboard.press('Enter')
  await tabTo(page, 'Cancel this booking')
  await page.keyboard.press('Enter')
  await page.getByText('Your seat is given back.').first().waitFor()
  expect(troubles).toEqual([])
})

// Two at once: nobody changes anything here, and each page has a core to be looked at on.
for (const who of ['nobody', 'ann', 'marije'] satisfies Who[]) {
  test.concurrent(`nothing is cut off on the narrowest page, or at twice the size: ${who}`, {
    timeout: 300_000,
  }, async ({ newPerson }) => {
    const { page } = await newPerson({ reducedMotion: 'reduce' })
    if (who !== 'nobody') await signInAs(page, made.people[who])
    const outside: string[] = []
    for (const state of statesOf(made).filter(({ as, only }) => as === who && only !== 1280)) {
      await page.setViewportSize({ width: 320, height: 640 })
      await show(page, state)
      outside.push(...(await overflowing(page)).map((what) => `${state.name} at 320: ${what}`))
      if (state.only) continue
      // To the page, 1280 pixels at 200 % are 640.
      await page.setViewportSize({ width: 640, height: 450 })
      outside.push(...(await overflowing(page)).map((what) => `${state.name} at 200 %: ${what}`))
    }
    expect(outside).toEqual([])
  })
}

/** Goes on by Tab until it is reached; every stop on the way shows that it has the focus. */
async function tabTo(page: Page, wanted: string | RegExp): Promise<void> {
  const passed: string[] = []
  while (passed.length < 120) {
    await page.keyboard.press('Tab')
    const { name, isSeen } = await focused(page)
    expect(isSeen, `the focus on "${name}" can be seen`).toBe(true)
    if (typeof wanted === 'string' ? name === wanted : wanted.test(name)) return
    passed.push(name)
  }
  throw new Error(`"${wanted}" is not reached by Tab. On the way: ${passed.join(', ')}`)
}

function focused(page: Page) {
  return page.evaluate(() => {
    const at = document.activeElement
    if (!(at instanceof HTMLElement) || at === document.body) return { name: '', isSeen: true }
    const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : at.textContent
    // Among day, month, year and picker of a date the browser itself marks where one is.
    if (at.matches('[type=date]:not(:focus-visible)'))
      return { name: 'a part of a date', isSeen: true }
    // A control that is drawn by its label shows the focus there.
    const drawn = [at, at.closest('label'), at.parentElement].filter((one) => one !== null)
    // The link of a row is drawn by a box over all of the row.
    const styles = drawn.flatMap((one) => [getComputedStyle(one), getComputedStyle(one, '::after')])
    const isSeen = styles.some(
      ({ outlineStyle, outlineWidth }) =>
        outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    )
    return { name: (at.ariaLabel ?? label ?? '').trim(), isSeen }
  })
}

/** What stands out of the page sideways, and words that lie under an edge; what scrolls may be wide. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
    const named = (element: Element) => `${element.tagName.toLowerCase()}.${element.className}`
    const isHidden = (element: Element) => element.closest('.hidden-visually, .skip-link') !== null
    const found = [...document.body.querySelectorAll('*')].filter((element) => {
      if (isHidden(element) || scrolls(element.parentElement)) return false
      const box = element.getBoundingClientRect()
      if (box.width === 0 || !element.checkVisibility()) return false
      if (box.right > width + 1 || box.left < -1) return true
      // What is typed into a field moves along under its edge.
      if (element.matches('input, textarea')) return false
      const { overflowX } = getComputedStyle(element)
      return /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1
    })
    return found.map(named)
  })
}
