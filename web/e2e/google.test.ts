import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { aProvider } from './google-provider'
import { test } from './site'
import { aStillpoint, type Stillpoint } from './stillpoint'

let provider: Awaited<ReturnType<typeof aProvider>>
let stillpoint: Stillpoint
let session: string

beforeAll(async () => {
  provider = await aProvider()
  stillpoint = await aStillpoint(provider.settings)
  provider.open(stillpoint.origin)
  session = await aPublishedSession()
}, 180_000)

afterAll(async () => {
  await stillpoint?.stop()
  await provider?.close()
}, 20_000)

test('a visitor on the way to a seat signs in at Google and lands on the same panel', async ({
  newPerson,
}) => {
  const { page, context } = await newPerson({ baseURL: stillpoint.origin })
  await page.goto(session)
  await note(page).fill('I bring my own cushion')
  await page.getByRole('button', { name: 'Book this seat' }).click()
  await withGoogle(page).click()
  await consent(page, 'ann@example.com')

  await page.waitForURL(stillpoint.origin + session)
  expect(await note(page).inputValue()).toBe('I bring my own cushion')
  await page.getByRole('button', { name: 'Book this seat' }).click()
  await page.getByText('You have a seat.').first().waitFor()
  const cookies = await context.cookies(stillpoint.origin)
  expect(cookies.map(({ name, sameSite }) => `${name} ${sameSite}`).toSorted()).toEqual([
    '__Host-access Strict',
    '__Host-refresh Strict',
  ])
})

test('who comes back another day is the same', async ({ newPerson }) => {
  const seen: unknown[] = []
  for (const _ of ['one day', 'another day']) {
    const { page } = await newPerson({ baseURL: stillpoint.origin })
    await page.goto('/sign-in')
    await withGoogle(page).click()
    await consent(page, 'ben@example.com')
    await page.waitForURL('**/my-bookings')
    const answer = await page.request.get('/api/auth/me')
    seen.push((await answer.json()).user)
  }
  expect(seen[0]).toMatchObject({ email: 'ben@example.com', name: 'ben', role: 'user' })
  expect(seen[1]).toEqual(seen[0])
})

test('who turns back is told so on the way in, and still knows where to go', async ({
  newPerson,
}) => {
  const { page } = await newPerson({ baseURL: stillpoint.origin })
  await page.goto(`/sign-in?back=${session}`)
  await withGoogle(page).click()
  await page.getByRole('link', { name: 'Cancel' }).click()
  await page.getByText('You went no further with Google.').waitFor()
  await withGoogle(page).click()
  await consent(page, 'cleo@example.com')
  await page.waitForURL(stillpoint.origin + session)
})

test('an email that the provider has not verified makes no account', async ({ newPerson }) => {
  const { page } = await newPerson({ baseURL: stillpoint.origin })
  await page.goto('/sign-in')
  await withGoogle(page).click()
  await consent(page, 'unverified@example.com')
  await page.getByText('Google has not verified your email address.').waitFor()
  expect((await page.request.get('/api/auth/me')).status()).toBe(401)
})

test('the address on which somebody came back opens nothing in another browser', async ({
  newPerson,
}) => {
  const [dora, mallory] = [
    await newPerson({ baseURL: stillpoint.origin }),
    await newPerson({ baseURL: stillpoint.origin }),
  ]
  const cameBack = dora.page.waitForRequest((request) => request.url().includes('/callback?'))
  await dora.page.goto('/sign-in')
  await withGoogle(dora.page).click()
  await consent(dora.page, 'dora@example.com')
  await dora.page.waitForURL('**/my-bookings')

  await mallory.page.goto((await cameBack).url())
  await mallory.page.getByText('This way to Google was used').waitFor()
  expect((await mallory.page.request.get('/api/auth/me')).status()).toBe(401)
})

test('a site without Google does not offer it', async ({ newPerson }) => {
  const { page } = await newPerson()
  const site = page.waitForResponse('**/api/site')
  await page.goto('/sign-up')
  expect(await (await site).json()).toMatchObject({ google: false, facilitator_signup: 'open' })
  // Comes with the same answer as the way by Google would.
  await page.getByLabel(/I give sessions or retreats/).waitFor()
  expect(await withGoogle(page).count()).toBe(0)
})

const withGoogle = (page: Page) => page.getByRole('link', { name: 'Continue with Google' })
const note = (page: Page) => page.getByLabel(/^Note for/)

/** The two pages of the provider, on its own site: who one is, and that Stillpoint may know. */
async function consent(page: Page, email: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(email)
  expect(page.url()).toContain(provider.issuer)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

async function aPublishedSession(): Promise<string> {
  const email = `${crypto.randomUUID()}@example.com`
  const jane = { name: 'Jane', email, password: 'still as a pond', role: 'facilitator' }
  const { access_token } = await post('/auth/register', jane)
  const startsAt = Date.now() + 7 * 24 * 3_600_000
  const { session_id } = await post(
    '/sessions',
    {
      title: 'Dawn sit',
      start_time: new Date(startsAt).toISOString(),
      end_time: new Date(startsAt + 3_600_000).toISOString(),
      capacity: 10,
      price: 0,
    },
    access_token,
  )
  return `/sessions/${session_id}`
}

async function post(path: string, body: object, bearer?: string) {
  const answer = await fetch(`${stillpoint.origin}/api${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}),
    },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}
