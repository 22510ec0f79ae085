import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { film, seeing } from './fake-camera'
import { olderClient } from './older-client'
import { test as base, FLAGS, type Person } from './site'

const PASSWORD = 'a long enough password'
const HOUR_MS = 3_600_000

const folder = await mkdtemp(join(tmpdir(), 'stillpoint-door-'))
const seen = join(folder, 'camera.y4m')
const ask = olderClient(inject('origin'))

/** A browser whose camera sees the film. */
const test = base.extend(
  'browser',
  { scope: 'worker' },
  async ({ executablePath }, { onCleanup }) => {
    const browser = await chromium.launch({ executablePath, args: [...FLAGS, ...seeing(seen)] })
    onCleanup(() => browser.close())
    return browser
  },
)

let evening: Awaited<ReturnType<typeof anEvening>>

beforeAll(async () => {
  evening = await anEvening()
  // Away for longer than a hand trembles: then it is held up a second time.
  await film(seen, [{ text: evening.ann.ticket, seconds: 2 }, { seconds: 3 }])
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('a code lets in once, says so the second time, and what is done without a line arrives', async ({
  newPerson,
}) => {
  const jane = await newPerson()
  const { page } = jane
  await signIn(jane, evening.jane.email)
  await page.goto(`/desk/sessions/${evening.id}`)
  await page.getByRole('link', { name: 'Open the door' }).click()
  await page.getByRole('heading', { name: 'Three expected, nobody in yet' }).waitFor()
  expect(await scripts(page, 'DoorScan')).toBe(0)

  // By the camera: the first time, and the same code again.
  await page.getByRole('button', { name: 'Scan a code' }).click()
  const result = page.getByRole('dialog').getByRole('status')
  await result.getByText('Ann Early').first().waitFor()
  await result.getByText('One seat. Let in.').waitFor()
  await stateOf(evening.ann.id, 'attended')
  await result.getByText(/^Already in since /).waitFor()
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('heading', { name: '1 of 3 is in' }).waitFor()

  // By a finger: taken back.
  await row(page, 'Ann Early').getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('heading', { name: 'Three expected, nobody in yet' }).waitFor()
  await stateOf(evening.ann.id, 'confirmed')

  // Added by mistake, and in already: taken back all the same.
  await page.getByRole('button', { name: 'Add somebody' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Dora Twice')
  await page.getByRole('dialog').getByRole('button', { name: 'Add somebody' }).click()
  await page.getByText('Dora Twice is added and in.').waitFor()
  await page.getByRole('heading', { name: '1 of 4 is in' }).waitFor()
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Dora Twice is not added.').waitFor()
  await page.getByRole('heading', { name: 'Three expected, nobody in yet' }).waitFor()

  // In the cellar: it waits on the phone, over a reload too, and one cancels meanwhile.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}))
  await jane.context.setOffline(true)
  await row(page, 'Ben Late').getByRole('button', { name: 'Let in' }).click()
  await row(page, 'Cleo Gone').getByRole('button', { name: 'Let in' }).click()
  await page.getByText(/^Offline\. Two wait to be sent\. The list is from /).waitFor()
  const path = `/api/bookings/${evening.cleo.id}/cancel`
  expect((await ask('POST', path, evening.cleo.token, {})).status).toBe(200)
  await page.reload()
  await page.getByText(/^Offline\. Two wait to be sent\. The list is from /).waitFor()
  await page.getByRole('heading', { name: '2 of 3 are in' }).waitFor()
  await stateOf(evening.ben.id, 'confirmed')

  await jane.context.setOffline(false)
  await page.getByText(/^Cleo Gone was not let in\. /).waitFor()
  await page.getByRole('heading', { name: '1 of 2 is in' }).waitFor()
  await stateOf(evening.ben.id, 'attended')

  // What has not gone yet is told before it is forgotten.
  await jane.context.setOffline(true)
  await row(page, 'Ben Late').getByRole('button', { name: 'Undo' }).click()
  await page.getByText(/^Offline\. One waits to be sent\./).waitFor()
  await page.route('**/api/facilitator/bookings/*/undo', (route) => route.abort())
  await jane.context.setOffline(false)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  const warning = page.getByRole('dialog', { name: 'One check-in waits to be sent.' })
  await warning.getByRole('button', { name: 'Stay signed in' }).click()
  await warning.waitFor({ state: 'hidden' })

  // The names of people do not outlive the sign-in on a phone.
  expect(await doors(page)).toHaveLength(1)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await warning.getByRole('button', { name: 'Sign out and forget them' }).click()
  await page.getByText('You are signed out.').first().waitFor()
  await expect.poll(() => doors(page)).toEqual([])
  expect(jane.troubles).toEqual([])
})

const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })

/** As the desk's list has it. */
const stateOf = (id: number, state: string) =>
  expect
    .poll(async () => {
      const path = `/api/facilitator/sessions/${evening.id}/bookings`
      const { json } = await ask('GET', path, evening.jane.token)
      return json.find((booking: { id: number }) => booking.id === id)?.state
    })
    .toBe(state)

const scripts = (page: Page, name: string) =>
  page.evaluate(
    (part) =>
      performance.getEntriesByType('resource').filter((one) => one.name.includes(part)).length,
    name,
  )

const doors = (page: Page) =>
  page.evaluate(async () => {
    const all = await indexedDB.databases()
    return all.map(({ name }) => name).filter((name) => name?.startsWith('door-'))
  })

async function signIn({ page }: Person, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/desk$/)
}

/** A session of Jane's that begins within the hour, with three who have a seat. */
async function anEvening() {
  const jane = await register('Jane Teacher', 'facilitator')
  const at = (ms: number) => new Date(Date.now() + ms).toISOString()
  const { json } = await ask('POST', '/api/sessions', jane.token, {
    ...{ title: 'Under the ground', session_type: 'session', price: 0, capacity: 5 },
    ...{ start_time: at(HOUR_MS), end_time: at(2 * HOUR_MS), time_zone: 'Europe/Oslo' },
  })
  const id: number = json.session_id
  const seated = async (name: string) => {
    const person = await register(name, 'user')
    const booked = await ask('POST', '/api/bookings', person.token, { session_id: id })
    const { id: bookingId, ticket } = booked.json.booking
    return { ...person, id: bookingId as number, ticket: ticket as string }
  }
  const [ann, ben, cleo] = [
    await seated('Ann Early'),
    await seated('Ben Late'),
    await seated('Cleo Gone'),
  ]
  return { id, jane, ann, ben, cleo }
}

async function register(name: string, role: 'user' | 'facilitator') {
  const email = `${crypto.randomUUID()}@example.com`
  const { json } = await ask('POST', '/api/auth/register', undefined, {
    ...{ name, email, password: PASSWORD, role },
  })
  return { email, token: json.access_token as string }
}
