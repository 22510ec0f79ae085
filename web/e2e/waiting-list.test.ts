import type { Locator, Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { olderClient } from './older-client'
import { test } from './site'

/*
 * A full class with two on its list: who has the seat gives it back, the first on the list passes
 * it on, the second takes it. A stranger’s window, which nobody touches, sees each step.
 */
test('a seat that is given back goes down the list to who takes it', async ({ newPerson }) => {
  const [ann, ben] = [await newPerson(), await newPerson()]
  const [cleo, stranger] = [await newPerson(), await newPerson()]

  const address = await aClassOfOne('One mat only')
  for (const [{ page }, name] of [
    [ann, 'Ann Holder'],
    [ben, 'Ben First'],
    [cleo, 'Cleo Second'],
  ] as const) {
    await signUp(page, name)
    await page.goto(address)
  }
  await stranger.page.goto(address)
  await stranger.page.getByText('One seat left').first().waitFor()

  await ann.page.getByRole('button', { name: 'Book this seat' }).click()
  await ann.page.getByRole('heading', { name: 'You have a seat.' }).waitFor()

  // Nobody touches these windows: the desk tells them.
  for (const { page } of [ben, cleo, stranger]) await count(page, 'Full').waitFor()

  await joinList(ben.page)
  await ben.page.getByRole('heading', { name: 'You are the only one who waits.' }).waitFor()
  await count(stranger.page, 'Full. One is waiting.').waitFor()
  await joinList(cleo.page)
  // The keyboard stands where the answer is.
  await focused(cleo.page.getByRole('heading', { name: 'You are second of two.' })).waitFor()
  await ben.page.getByRole('heading', { name: 'You are first of two.' }).waitFor()
  await count(stranger.page, 'Full. Two are waiting.').waitFor()

  // Left and thought better of at once: nobody has moved up.
  await ben.page.getByRole('button', { name: 'Leave the list' }).click()
  await cleo.page.getByRole('heading', { name: 'You are the only one who waits.' }).waitFor()
  await ben.page.getByRole('status').getByText('You are off the list.').waitFor()
  await ben.page.getByRole('button', { name: 'Undo' }).click()
  await focused(ben.page.getByRole('heading', { name: 'You are first of two.' })).waitFor()
  await ben.page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'hidden' })
  await cleo.page.getByRole('heading', { name: 'You are second of two.' }).waitFor()

  await cleo.page.goto('/my-bookings')
  await cleo.page.getByRole('button', { name: 'Leave the list of One mat only' }).click()
  await cleo.page.getByText('You have no seats to come.').waitFor()
  await cleo.page.getByRole('button', { name: 'Undo' }).click()
  await cleo.page.getByText('You are second of two.').waitFor()
  await cleo.page.goto(address)

  await ann.page.goto('/my-bookings')
  await ann.page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await ann.page.getByText(/becomes free for others at once/).waitFor()
  await ann.page.getByRole('button', { name: 'Cancel this booking' }).click()
  await ann.page.getByText('Your seat is given back.').waitFor()
  await ann.page.getByText('You have no seats to come.').waitFor()

  // Offered, and not free: nobody else can book it.
  await ben.page.getByRole('heading', { name: /^A seat has come free for you\./ }).waitFor()
  await ben.page.getByText(/^1 hour 59 minutes left$/).waitFor()
  await count(stranger.page, 'Full. One is waiting.').waitFor()
  expect(await stranger.page.getByRole('button', { name: /^Book/ }).count()).toBe(0)

  await ben.page.getByRole('button', { name: 'Pass it on' }).click()
  await ben.page.getByText('Passed on. Others may have it now.').waitFor()
  await count(ben.page, 'Full').waitFor()

  // The offer also stands above one’s seats.
  await cleo.page.getByRole('heading', { name: /^A seat has come free for you\./ }).waitFor()
  await cleo.page.goto('/my-bookings')
  await cleo.page.getByRole('button', { name: 'Take the seat' }).click()
  await cleo.page.getByText('You have a seat.').waitFor()
  await cleo.page.getByRole('heading', { name: 'One mat only' }).waitFor()
  await cleo.page.getByText('Ticket', { exact: true }).click()
  await cleo.page.getByRole('img', { name: 'Code for the door' }).waitFor()

  await count(stranger.page, 'Full').waitFor()
  const { page } = stranger
  await page.getByRole('img', { name: '1 of 1 seat taken, 0 left' }).waitFor()
  for (const { troubles } of [ann, ben, cleo, stranger]) expect(troubles).toEqual([])
}, 120_000)

const count = (page: Page, words: string) =>
  page.locator('.booking-count').getByText(words, { exact: true })

const focused = (one: Locator) => one.and(one.page().locator(':focus'))

async function joinList(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Join the list' }).click()
}

async function signUp(page: Page, name: string): Promise<void> {
  await page.goto('/sign-up')
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Email').fill(`${crypto.randomUUID()}@example.com`)
  await page.getByLabel('Password', { exact: true }).fill('a long enough password')
  // The button changes its words at once; whoever leaves then has no account yet.
  const made = page.waitForResponse((answer) => answer.url().endsWith('/api/auth/register'))
  await page.getByRole('button', { name: 'Make an account' }).click()
  await made
}

/** One place, in a week, of somebody who teaches; answers the address of its page. */
async function aClassOfOne(title: string): Promise<string> {
  const ask = olderClient(inject('origin'))
  const jane = await ask('POST', '/api/auth/register', undefined, {
    ...{ name: 'Jane Teacher', email: `${crypto.randomUUID()}@example.com` },
    ...{ password: 'a long enough password', role: 'facilitator' },
  })
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  const { json } = await ask('POST', '/api/sessions', jane.json.access_token, {
    ...{ title, session_type: 'session', price: 0, capacity: 1 },
    ...{ start_time: at(7 * 24), end_time: at(7 * 24 + 1), time_zone: 'Europe/Amsterdam' },
  })
  return `/sessions/${json.session_id}`
}
