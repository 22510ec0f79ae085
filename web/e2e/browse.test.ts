import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, expect, inject } from 'vitest'
import { olderClient } from './older-client'
import { test } from './site'

/** A word that nobody else's session says, whatever else these journeys leave behind. */
const WORD = 'quincequiet'
const AFTERNOON = `${WORD} in the afternoon`
const FULL = `${WORD} that is full`
const DUSK = `${WORD} at dusk`

/** Who gives them. */
let name: string

beforeAll(async () => {
  name = await publishThree(inject('origin'))
})

test('a session is found by a word, an hour and a free seat, and so is who gives it', async ({
  newPerson,
}) => {
  const { page, troubles } = await newPerson()

  await page.goto('/')
  await page.getByRole('link', { name: 'Sessions' }).first().click()
  await find(page).pressSequentially(WORD.slice(0, -2))
  await foundAre(page, [AFTERNOON, DUSK, FULL])

  await hour(page).click()
  await foundAre(page, [AFTERNOON, FULL])
  await onlyFree(page).check()
  await foundAre(page, [AFTERNOON])

  const address = page.url()
  await page.reload()
  await foundAre(page, [AFTERNOON])
  expect(page.url()).toBe(address)
  expect(await find(page).inputValue()).toBe(WORD.slice(0, -2))
  expect(await hour(page).getAttribute('aria-pressed')).toBe('true')
  expect(await onlyFree(page).isChecked()).toBe(true)

  await page.getByRole('link', { name: AFTERNOON }).click()
  await page.getByRole('heading', { level: 1, name: AFTERNOON }).waitFor()
  await page.getByRole('link', { name, exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByText('Sits still for a living.').waitFor()
  await foundAre(page, [AFTERNOON, DUSK, FULL])

  await page.goBack()
  await page.getByRole('heading', { level: 1, name: AFTERNOON }).waitFor()
  await page.goBack()
  await foundAre(page, [AFTERNOON])
  expect(page.url()).toBe(address)
  expect(troubles).toEqual([])
})

test('where nothing fits, letting go of one wish finds something again', async ({ newPerson }) => {
  const { page } = await newPerson()
  await page.goto(`/sessions?q=${WORD}&hour=dawn`)
  await page.getByText(`Nothing is planned yet that says “${WORD}”, at dawn.`).waitFor()
  await page.getByRole('button', { name: 'At any time of day' }).click()
  await foundAre(page, [AFTERNOON, DUSK, FULL])
})

test('a month shows what fits, and a session goes into any calendar or to a friend', async ({
  newPerson,
}) => {
  const { page, troubles } = await newPerson()
  await page.context().grantPermissions(['clipboard-write', 'clipboard-read'])
  const month = inAWeek().slice(0, 7)
  await page.goto(`/sessions?q=${WORD}&hour=afternoon`)
  await page.getByRole('link', { name: 'Calendar', exact: true }).click()
  const grid = page.getByRole('table')
  await grid.waitFor()
  expect(page.url()).toContain(`q=${WORD}&hour=afternoon&view=calendar`)

  await page.goto(`/sessions?q=${WORD}&hour=afternoon&view=calendar&month=${month}`)
  await grid.getByRole('link', { name: AFTERNOON }).waitFor()
  expect(await grid.getByRole('link').count()).toBe(2)
  await page.getByRole('link', { name: 'List', exact: true }).click()
  await foundAre(page, [AFTERNOON, FULL])
  await page.goBack()
  await grid.getByRole('link', { name: AFTERNOON }).click()
  await page.getByRole('heading', { level: 1, name: AFTERNOON }).waitFor()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Calendar file' }).click(),
  ])
  expect(await readFile(await file.path(), 'utf8')).toContain(`SUMMARY:${AFTERNOON}`)
  const google = await page.getByRole('link', { name: 'Google Calendar' }).getAttribute('href')
  expect(new URL(google ?? '').searchParams.get('text')).toBe(AFTERNOON)

  await page.getByRole('button', { name: 'Share this page' }).click()
  await page.getByText('The link is copied.').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
  expect(troubles).toEqual([])
})

test('on a phone the filters are a sheet, and the keyboard reaches every hour', async ({
  newPerson,
}) => {
  const { page } = await newPerson({ viewport: { width: 390, height: 844 } })
  await page.goto(`/sessions?q=${WORD}`)
  await page.getByRole('button', { name: 'Filter · 1' }).click()
  const sheet = page.getByRole('dialog', { name: 'Filter' })
  await sheet.getByRole('button', { name: /^Noon/ }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await sheet.getByRole('button', { name: 'Show 2' }).click()
  await page.getByRole('button', { name: 'Filter · 2' }).waitFor()
  await foundAre(page, [AFTERNOON, FULL])
})

const find = (page: Page) => page.getByLabel('Find')
const hour = (page: Page) => page.getByRole('button', { name: /^Afternoon/ })
const onlyFree = (page: Page) => page.getByLabel('Only with free seats')

/** Waits until the list shows these and no others. */
async function foundAre(page: Page, titles: string[]): Promise<void> {
  const listed = () =>
    page
      .getByRole('main')
      .getByRole('heading', { level: 3 })
      .allInnerTexts()
      .then((found) => found.toSorted())
  await expect.poll(listed, { timeout: 15_000 }).toEqual(titles.toSorted())
}

const inAWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)

/** Answers the name of who gives them. */
async function publishThree(origin: string): Promise<string> {
  const ask = olderClient(origin)
  const name = `Jane ${crypto.randomUUID().slice(0, 8)}`
  const register = async (role: 'user' | 'facilitator') => {
    const email = `${crypto.randomUUID()}@example.com`
    const password = 'a long enough password'
    const bio = 'Sits still for a living.'
    const body = { name, email, password, role, bio }
    return (await ask('POST', '/api/auth/register', undefined, body)).json.access_token
  }
  const [jane, guest] = await Promise.all([register('facilitator'), register('user')])
  const publish = async (title: string, at: string, capacity: number) => {
    const date = inAWeek()
    const body = {
      ...{ title, capacity, session_type: 'session', price: 0, time_zone: 'Europe/Lisbon' },
      ...{ start_time: `${date}T${at}:00`, end_time: `${date}T${at}:45` },
    }
    return (await ask('POST', '/api/sessions', jane, body)).json.session_id
  }
  await publish(AFTERNOON, '15', 2)
  await publish(DUSK, '18', 2)
  const session_id = await publish(FULL, '16', 1)
  const booked = await ask('POST', '/api/bookings', guest, { session_id })
  expect(booked.status).toBe(201)
  return name
}
