import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from './site'
import { isRinging, listenIn, renderSound, tonesHeard } from './sound'

const PASSWORD = 'a quiet morning sit'
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('a new facilitator begins with a class that is ready, and finds it in calendar, notices, sounds and numbers', async ({
  newPerson,
  origin,
}) => {
  const { page, troubles } = await newPerson()
  await listenIn(page)
  await signUp(page)

  await page.goto('/desk')
  await page.getByRole('link', { name: 'A weekend retreat' }).click()
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByText('A date is needed.').first().waitFor()
  // It fills in the others, and what was said of them goes.
  await page.getByLabel('First day').fill(inDays(9))
  await expect.poll(() => page.getByText('A date is needed.').count()).toBe(0)

  await page.goto('/desk')
  await page.getByRole('link', { name: 'A weekly class' }).click()
  expect(await page.getByLabel('Title').inputValue()).toBe('A weekly class')
  // What was typed and thrown away comes back.
  await page.getByLabel('Title').fill('Slow Thursday')
  await page.reload()
  await page.getByRole('button', { name: 'Discard it' }).click()
  await expect.poll(() => page.getByLabel('Title').inputValue()).toBe('A weekly class')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => page.getByLabel('Title').inputValue()).toBe('Slow Thursday')
  await page.getByRole('button', { name: 'Discard it' }).click()
  const date = inDays(9)
  await page.getByLabel('Date', { exact: true }).fill(date)
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByRole('heading', { level: 1, name: 'A weekly class' }).waitFor()
  const id = Number(page.url().split('/').at(-1))
  for (const name of ['Duplicate', 'Cancel this session']) {
    const opens = page.getByRole('button', { name, exact: true }).first()
    await opens.click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    // The page stayed where it was meanwhile, and so did who pressed it.
    await expect.poll(() => opens.evaluate((it) => it === document.activeElement)).toBe(true)
  }

  await page.goto(`/desk/sessions?view=calendar&month=${date.slice(0, 7)}`)
  const entry = page
    .getByRole('table')
    .getByRole('link', { name: /18:30.*A weekly class.*0 of 12/ })
  await entry.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/desk/sessions/${id}`)
  await page.goBack()
  await page.getByRole('link', { name: monthAfter(date) }).click()
  await page.getByRole('heading', { level: 2, name: monthAfter(date) }).waitFor()

  await page.goto('/desk/notices?kind=bookings')
  const arrived = (count: number) =>
    page
      .getByText('Ann Early booked two seats in')
      .nth(count - 1)
      .waitFor()
  await page.getByText('No booking is kept of the last 90 days.').waitFor()
  await book(origin, id)
  await arrived(1)
  expect([await isRinging(page), await tonesHeard(page)]).toEqual([false, 0])
  await page.getByRole('checkbox', { name: /tones for a new booking/ }).check()
  await expect.poll(() => tonesHeard(page)).toBe(2)
  await quietBetween(page, -1, 1)
  await book(origin, id)
  await arrived(2)
  expect([await isRinging(page), await tonesHeard(page)]).toEqual([false, 2])
  // At half its volume: far from what distorts, over in a second, and without a click.
  const sound = await renderSound(page)
  expect(sound.peak).toBeGreaterThan(0.1)
  expect(sound.peak).toBeLessThan(0.25)
  expect(sound.ends).toBeLessThan(1)
  expect(sound.step).toBeLessThan(sound.peak / 10)
  await quietBetween(page, 2, 2)
  await book(origin, id)
  await arrived(3)
  await expect.poll(() => tonesHeard(page)).toBe(4)

  await page.getByRole('checkbox', { name: 'Only unread' }).check()
  await page.waitForURL('**/desk/notices?kind=bookings&unread=1')
  await page.getByRole('button', { name: 'Mark all read' }).click()
  await page.getByText('No booking is unread.').waitFor()
  await page.getByRole('main').getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Ann Early booked two seats in').first().waitFor()
  await page.getByRole('button', { name: 'Mark all read' }).click()
  await page.getByText('No booking is unread.').waitFor()
  await page.getByRole('link', { name: 'Cancellations' }).click()
  await page.getByText('No cancellation is unread.').waitFor()

  await page.goto('/desk/numbers?last=30d')
  const figure = (name: string) => page.locator('dl > div', { hasText: name }).locator('dd')
  expect(await figure('Seats').first().textContent()).toBe('6')
  expect(await figure('Booked value').textContent()).toBe('€90')
  const plot = page.getByRole('region', { name: 'Bookings over time' })
  await plot.getByText('Show as a table').click()
  const rows = plot.getByRole('table').locator('tbody tr')
  expect(await rows.count()).toBe(30)
  expect(await rows.last().locator('td').allTextContents()).toEqual(['3', '6', '0'])
  expect(await plot.locator('svg .plot-solid').count()).toBe(30)

  // What was done in one session is not said, nor taken back, in the copy of it that comes next.
  await page.goto(`/desk/sessions/${id}`)
  await page.getByRole('button', { name: 'Add somebody' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Lena Visser')
  await page.getByRole('dialog').getByRole('button', { name: 'Add somebody' }).click()
  await page.getByText('Lena Visser is added.').waitFor()
  await page.getByRole('button', { name: 'Duplicate', exact: true }).click()
  await page.getByRole('radio', { name: 'Published' }).check()
  await page.getByRole('button', { name: 'Make the copy' }).click()
  await page.waitForURL((url) => !url.pathname.endsWith(`/${id}`))
  await page.getByText('0 of 12').first().waitFor()
  expect(await page.getByText('Lena Visser').count()).toBe(0)
  expect(troubles).toEqual([])
})

async function signUp(page: Page) {
  await page.goto('/sign-up')
  await page.getByLabel(/I give sessions or retreats/).check()
  await page.getByLabel('Name').fill('Nora Nieuw')
  await page.getByLabel('Email').fill(`${crypto.randomUUID()}@example.com`)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Make an account' }).click()
  await page.waitForURL('**/desk')
}

/** Quiet hours from so many hours after now until so many, by the clock of the page. */
async function quietBetween(page: Page, from: number, until: number) {
  const hours = await page.evaluate(
    (offsets) =>
      offsets.map((hours) => new Date(Date.now() + hours * 3_600_000).toTimeString().slice(0, 5)),
    [from, until],
  )
  await page.getByLabel('Quiet from').fill(hours[0] ?? '')
  await page.getByLabel('Quiet until').fill(hours[1] ?? '')
  await page.getByLabel('Quiet until').blur()
}

/** Two seats, by somebody who speaks to the API. */
async function book(origin: string, sessionId: number) {
  const post = async (path: string, body: object, token?: string) => {
    const headers = {
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    }
    const answer = await fetch(origin + path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    expect(answer.status).toBe(201)
    return await answer.json()
  }
  const email = `${crypto.randomUUID()}@example.com`
  const ann = { name: 'Ann Early', email, password: PASSWORD, role: 'user' }
  const { access_token } = await post('/api/auth/register', ann)
  await post('/api/bookings', { session_id: sessionId, party_size: 2 }, access_token)
}

function monthAfter(date: string): string {
  const at = new Date(`${date.slice(0, 7)}-01`)
  at.setUTCMonth(at.getUTCMonth() + 1)
  return at.toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
}
