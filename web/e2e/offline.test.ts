import type { Page } from 'playwright-core'
import { beforeAll, expect, inject } from 'vitest'
import { olderClient } from './older-client'
import { type Person, test } from './site'

const TITLE = 'Sitting where nobody calls'
const PASSWORD = 'a long enough password'

let made: Awaited<ReturnType<typeof aBooking>>

beforeAll(async () => {
  made = await aBooking(inject('origin'))
})

test('without a connection my seats are there, and no session pretends to know what is free', async ({
  newPerson,
}) => {
  const ann = await newPerson()
  await signIn(ann, made.ann)
  await ann.page.goto('/my-bookings')
  await mySeat(ann.page).waitFor()
  await isReadyForOffline(ann.page, ['/api/bookings/my'])

  await ann.context.setOffline(true)
  await ann.page.reload()
  await mySeat(ann.page).waitFor()
  await offlineNotice(ann.page, /^You are offline\. Your seats are here; counts are from \d+:\d\d/)

  await ann.page.goto(`/sessions/${made.id}`)
  await ann.page.getByRole('heading', { name: 'Nobody answers' }).waitFor()
  await offlineNotice(ann.page, /^You are offline\./)
  expect(await ann.page.getByText(/seats? left/i).count()).toBe(0)

  await ann.context.setOffline(false)
  await ann.page.goto(`/sessions/${made.id}`)
  await ann.page.getByRole('heading', { level: 1, name: TITLE }).waitFor()
  expect(await ann.page.getByText('You are offline.').count()).toBe(0)

  // What was hers goes with her.
  expect(await keptPaths(ann.page)).toContain('/api/bookings/my')
  await ann.page.goto('/account')
  await ann.page.getByRole('button', { name: 'Sign out' }).click()
  await ann.page.getByText('You are signed out.').first().waitFor()
  expect(await keptPaths(ann.page)).toEqual([])
  await ann.context.setOffline(true)
  await ann.page.goto('/my-bookings')
  await ann.page.getByRole('heading', { level: 1 }).waitFor()
  expect(await mySeat(ann.page).count()).toBe(0)
})

test('a facilitator reads at the door who comes, though there is no signal', async ({
  newPerson,
}) => {
  const jane = await newPerson()
  await signIn(jane, made.jane)
  await jane.page.goto(`/desk/sessions/${made.id}`)
  await jane.page.getByText('Ann Early').first().waitFor()
  const session = `/api/facilitator/sessions/${made.id}`
  await isReadyForOffline(jane.page, [session, `${session}/bookings`])

  await jane.context.setOffline(true)
  await jane.page.reload()
  await jane.page.getByText('Ann Early').first().waitFor()
  await offlineNotice(jane.page, /^You are offline\. This list is here; counts are from \d+:\d\d/)
})

test('the site can be installed', async ({ newPerson, origin }) => {
  const { page } = await newPerson()
  await page.goto('/')
  const devtools = await page.context().newCDPSession(page)
  const { errors, url } = await devtools.send('Page.getAppManifest')
  expect({ errors, url }).toEqual({ errors: [], url: `${origin}/manifest.webmanifest` })
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  // A window of its own for a test is a private one, in which nothing can be installed.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])

  const worker = await fetch(`${origin}/sw.js`)
  expect(worker.headers.get('cache-control')).toBe('no-cache')
  expect(worker.headers.get('content-type')).toContain('javascript')
})

const mySeat = (page: Page) => page.getByRole('link', { name: TITLE }).first()

async function offlineNotice(page: Page, words: RegExp): Promise<void> {
  await page.getByRole('status').filter({ hasText: words }).first().waitFor()
}

/** The service worker has everything, and these answers are written. */
async function isReadyForOffline(page: Page, answers: string[]): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}))
  await expect.poll(() => keptPaths(page)).toEqual(expect.arrayContaining(answers))
}

const keptPaths = (page: Page) =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('mine-'))
    const shelves = await Promise.all(names.map((name) => caches.open(name)))
    const kept = await Promise.all(shelves.map((shelf) => shelf.keys()))
    return kept.flat().map(({ url }) => new URL(url).pathname)
  })

async function signIn({ page }: Person, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/(my-bookings|desk)$/)
}

/** Ann has a seat in a session of Jane's. */
async function aBooking(origin: string) {
  const ask = olderClient(origin)
  const register = async (name: string, role: 'user' | 'facilitator') => {
    const email = `${crypto.randomUUID()}@example.com`
    const body = { name, email, password: PASSWORD, role }
    const { json } = await ask('POST', '/api/auth/register', undefined, body)
    return { email, token: json.access_token as string }
  }
  const [ann, jane] = [await register('Ann Early', 'user'), await register('Jane', 'facilitator')]
  const date = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  const { json } = await ask('POST', '/api/sessions', jane.token, {
    ...{ title: TITLE, session_type: 'session', price: 0, capacity: 4, time_zone: 'Europe/Oslo' },
    ...{ start_time: `${date}T18:00`, end_time: `${date}T18:45` },
  })
  const id: number = json.session_id
  expect((await ask('POST', '/api/bookings', ann.token, { session_id: id })).status).toBe(201)
  return { id, ann: ann.email, jane: jane.email }
}
