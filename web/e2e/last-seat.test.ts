import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from './site'

/*
 * The journey that everything is for: two people in two browsers want the last seat, exactly one
 * gets it, the other is told kindly at once, and the facilitator sees it live, or later if away.
 */
test('the last seat goes to one of two, and the facilitator misses nothing', async ({
  newPerson,
}) => {
  const [jane, ann, ben] = [await newPerson(), await newPerson(), await newPerson()]

  await jane.page.goto('/sign-up')
  await signUp(jane.page, 'Jane Teacher', 'facilitator')
  const address = await publish(jane.page, 'The only cushion')
  const tray = jane.page.getByRole('region', { name: 'Notices' })
  await jane.page.goto('/desk')
  await jane.page.getByText('Live', { exact: true }).first().waitFor()

  // Not signed in: the panel takes care of it, and keeps what was typed.
  for (const [{ page }, name] of [
    [ann, 'Ann Early'],
    [ben, 'Ben Late'],
  ] as const) {
    await page.goto(address)
    await page.getByText('One seat left').first().waitFor()
    await note(page).fill(`I am ${name}`)
    await bookButton(page).click()
    await focused(page.getByLabel('Email')).waitFor()
    await page.getByRole('button', { name: 'Make an account' }).click()
    await focused(page.getByRole('radio').first()).waitFor()
    await signUp(page, name, 'user')
    // Back where they pressed, with the keyboard too.
    await focused(bookButton(page)).waitFor()
    expect(await note(page).inputValue()).toBe(`I am ${name}`)
  }

  // Both have pressed before either is heard: live seats would take the button from who is slower.
  await startTogether([ann.page, ben.page])
  await Promise.all([bookButton(ann.page).click(), bookButton(ben.page).click()])
  const ends = await Promise.all([endOfAsking(ann.page), endOfAsking(ben.page)])
  expect(ends.toSorted()).toEqual(['refused', 'yours'])
  const [winner, loser] = ends[0] === 'yours' ? [ann, ben] : [ben, ann]
  const name = winner === ann ? 'Ann Early' : 'Ben Late'

  // Live: the page was not touched.
  await tray.getByText(`${name} booked The only cushion.`).waitFor()

  await jane.context.setOffline(true)
  await jane.page.getByText('You are offline.').first().waitFor()
  await winner.page.goto('/my-bookings')
  await winner.page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await winner.page.getByRole('button', { name: 'Cancel this booking' }).click()
  await winner.page.getByText('Your seat is given back.').waitFor()
  expect(await tray.getByText(`${name} cancelled The only cushion.`).count()).toBe(0)

  await jane.context.setOffline(false)
  await tray.getByText(`${name} cancelled The only cushion.`).waitFor()
  await tray.getByText(/While you were away, .*: one notice/).waitFor()
  expect(await tray.getByText(`${name} cancelled The only cushion.`).count()).toBe(1)
  expect(await tray.getByText(`${name} booked The only cushion.`).count()).toBe(1)

  // The seat that was given back is there for who came too late.
  await loser.page.goto(address)
  await bookButton(loser.page).click()
  expect(await endOfAsking(loser.page)).toBe('yours')

  for (const { troubles } of [ann, ben]) expect(troubles).toEqual([])
}, 120_000)

const bookButton = (page: Page) => page.getByRole('button', { name: 'Book this seat' })
const focused = (one: Locator) => one.and(one.page().locator(':focus'))
const note = (page: Page) => page.getByLabel(/^Note for/)

/** Holds what they ask for until all have asked. */
async function startTogether(pages: Page[]): Promise<void> {
  const all = Promise.withResolvers<void>()
  let asked = 0
  for (const page of pages) {
    await page.route(
      (url) => url.pathname === '/api/bookings',
      async (route) => {
        asked += 1
        if (asked === pages.length) all.resolve()
        await all.promise
        await route.continue()
      },
      { times: 1 },
    )
  }
}

async function endOfAsking(page: Page): Promise<'yours' | 'refused'> {
  const yours = page.getByText('You have a seat.').first()
  const refused = page.getByText(
    'Someone took the last seat a moment before you. Nothing was booked.',
  )
  await yours.or(refused).first().waitFor()
  return (await refused.count()) > 0 ? 'refused' : 'yours'
}

async function signUp(page: Page, name: string, role: 'user' | 'facilitator'): Promise<void> {
  if (role === 'facilitator') await page.getByLabel(/I give sessions or retreats/).check()
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Email').fill(`${crypto.randomUUID()}@example.com`)
  await page.getByLabel('Password', { exact: true }).fill('a long enough password')
  // The button changes its words at once; whoever leaves then has no account yet.
  const made = page.waitForResponse((answer) => answer.url().endsWith('/api/auth/register'))
  await page.getByRole('button', { name: 'Make an account' }).click()
  await made
}

/** One place, in a week, by the editor; answers the address of its page. */
async function publish(page: Page, title: string): Promise<string> {
  await page.goto('/desk/sessions/new')
  await page.getByLabel('Title').fill(title)
  const inAWeek = new Date(Date.now() + 7 * 24 * 3_600_000).toISOString().slice(0, 10)
  await page.getByLabel('Date', { exact: true }).fill(inAWeek)
  await page.getByLabel(/^Start/).fill('18:30')
  await page.getByLabel(/^(Seats|Capacity|Places)/).fill('1')
  await page.getByLabel(/^Price/).fill('0')
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.waitForURL(/\/desk\/sessions\/\d+$/)
  return `/sessions/${page.url().split('/').at(-1)}`
}
