import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { film, seeing } from './fake-camera'
import { olderClient } from './older-client'
import { FLAGS, test } from './site'
import { aStillpoint, type Stillpoint } from './stillpoint'

const PASSWORD = 'a long enough password'
const HOUR_MS = 3_600_000
/** Long enough to take a seat, short enough to wait for. */
const OFFER_SECONDS = 15

const folder = await mkdtemp(join(tmpdir(), 'stillpoint-camera-'))
const camera = join(folder, 'camera.y4m')
const browsers: Browser[] = []
let stillpoint: Stillpoint
let ask: ReturnType<typeof olderClient>

beforeAll(async () => {
  // How long an offer stands is a setting of the site; here nobody is given two hours.
  stillpoint = await aStillpoint({ OFFER_MINUTES: String(OFFER_SECONDS / 60) })
  ask = olderClient(stillpoint.origin)
})

afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()))
  await stillpoint?.stop()
  await rm(folder, { recursive: true, force: true })
})

/*
 * A full class and two on its list. One gives the seat back, the first lets the offer lapse, the
 * second takes it and is let in by her code; a third window sees it all and touches nothing.
 */
test('an offer that lapses goes to the next, who takes it and is let in by her code', async ({
  executablePath,
}) => {
  const browser = await launch(executablePath)
  const jane = await register('Jane Teacher', 'facilitator')
  const id = await aClassOfOne(jane.token)
  const [ann, ben, cleo] = [
    await register('Ann Holder', 'user'),
    await register('Ben First', 'user'),
    await register('Cleo Second', 'user'),
  ]
  const booked = await ask('POST', '/api/bookings', ann.token, { session_id: id })
  for (const { token } of [ben, cleo]) {
    expect((await ask('POST', `/api/sessions/${id}/waitlist`, token, {})).status).toBe(201)
  }
  const path = `/sessions/${id}`
  const [his, hers] = [await signedIn(browser, ben.email), await signedIn(browser, cleo.email)]
  const third = await visitor(browser)
  for (const page of [his, hers, third]) await page.goto(path)
  await count(third, 'Full. Two are waiting.').waitFor()
  await hers.getByRole('heading', { name: 'You are second of two.' }).waitFor()

  await ask('POST', `/api/bookings/${booked.json.booking_id}/cancel`, ann.token, {})
  await his.getByRole('heading', { name: /^A seat has come free for you\./ }).waitFor()
  await count(third, 'Full. One is waiting.').waitFor()

  // He does nothing; nobody turns a clock.
  await his.getByText(/^That offer ended at /).waitFor({ timeout: 2_000 * OFFER_SECONDS })
  await hers.getByRole('heading', { name: /^A seat has come free for you\./ }).waitFor()
  await count(third, 'Full').waitFor()
  await hers.getByRole('button', { name: 'Take the seat' }).click()
  await hers.getByText('You have a seat.').first().waitFor()
  await third.getByRole('img', { name: '1 of 1 seat taken, 0 left' }).waitFor()

  await film(camera, [{ text: await ticketOf(cleo.token), seconds: 2 }])
  const door = await launch(executablePath, seeing(camera))
  const desk = await signedIn(door, jane.email)
  await desk.goto(`/desk/sessions/${id}/door`)
  await desk.getByRole('button', { name: 'Scan a code' }).click()
  await desk.getByRole('dialog').getByText('Cleo Second').first().waitFor()
  await desk.getByRole('button', { name: 'Done' }).click()
  await desk.getByRole('heading', { name: 'The one expected is in' }).waitFor()
  const list = await ask('GET', `/api/facilitator/sessions/${id}/decisions`, jane.token)
  expect(list.json.map(({ kind }: { kind: string }) => kind).reverse()).toEqual([
    ...['joined', 'joined', 'offered', 'lapsed', 'offered', 'accepted'],
  ])
}, 180_000)

async function launch(executablePath: string, more: string[] = []): Promise<Browser> {
  const browser = await chromium.launch({ executablePath, args: [...FLAGS, ...more] })
  browsers.push(browser)
  return browser
}

const visitor = async (browser: Browser): Promise<Page> => (await windowOf(browser)).newPage()

const windowOf = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ baseURL: stillpoint.origin, locale: 'en-GB' })

async function signedIn(browser: Browser, email: string): Promise<Page> {
  const page = await visitor(browser)
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/^(?!.*sign-in)/)
  return page
}

const count = (page: Page, words: string) =>
  page.locator('.booking-count').getByText(words, { exact: true })

async function ticketOf(token: string): Promise<string> {
  const { json } = await ask('GET', '/api/bookings/my?when=upcoming', token)
  return json[0].ticket
}

/** One mat, within the hour, so that the door is open already. */
async function aClassOfOne(token: string): Promise<number> {
  const at = (ms: number) => new Date(Date.now() + ms).toISOString()
  const { json } = await ask('POST', '/api/sessions', token, {
    ...{ title: 'One mat only', session_type: 'session', price: 0, capacity: 1 },
    ...{ start_time: at(HOUR_MS), end_time: at(2 * HOUR_MS), time_zone: 'Europe/Oslo' },
  })
  return json.session_id
}

async function register(name: string, role: 'user' | 'facilitator') {
  const email = `${crypto.randomUUID()}@example.com`
  const { json } = await ask('POST', '/api/auth/register', undefined, {
    ...{ name, email, password: PASSWORD, role },
  })
  return { email, token: json.access_token as string }
}
