import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { test } from './site'
import { run } from './stillpoint'

const FIRST = 'a long enough password'
const SECOND = 'another that is long enough'

test('an account is made, renamed, given a new password, and deleted with it', async ({
  newPerson,
}) => {
  const { page, troubles } = await newPerson()
  const email = await signUp(page)

  await page.goto('/account')
  const name = page.getByLabel('Name')
  await name.fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  const lacks = page.getByText('Your name is needed')
  await lacks.waitFor()
  expect(await name.getAttribute('aria-invalid')).toBe('true')
  expect(await name.evaluate((field) => field === document.activeElement)).toBe(true)
  await name.fill('Ann de Vries')
  expect(await lacks.count()).toBe(0)
  await page.getByRole('button', { name: 'Save' }).click()
  await said(page, 'Saved.')
  await page.reload()
  expect(await page.getByLabel('Name').inputValue()).toBe('Ann de Vries')

  await page.getByText('Change password').first().click()
  await page.getByLabel('Current password').fill('not the one')
  await page.getByLabel('New password').fill(SECOND)
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByText('This is not your password.').waitFor()
  expect(await page.getByLabel('New password').inputValue()).toBe(SECOND)
  await page.getByLabel('Current password').fill(FIRST)
  await page.getByRole('button', { name: 'Change password' }).click()
  await said(page, 'Your password is changed.')

  await page.getByRole('button', { name: 'Sign out' }).click()
  await said(page, 'You are signed out.')
  await signIn(page, email, FIRST)
  await page.getByRole('alert').waitFor()
  await signIn(page, email, SECOND)
  await page.waitForURL('**/my-bookings')

  await page.goto('/account')
  await page.getByRole('button', { name: 'Delete my account' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Your password').fill(SECOND)
  await dialog.getByRole('button', { name: 'Delete my account' }).click()
  await said(page, 'Your account is deleted.')
  await page.getByRole('link', { name: 'Sign in' }).waitFor()
  await signIn(page, email, SECOND)
  await page.getByRole('alert').waitFor()
  expect(troubles).toEqual([])
})

test('who forgot the password chooses another by a link, once', async ({ newPerson }) => {
  const { page } = await newPerson()
  const email = await signUp(page)
  const elsewhere = await newPerson()

  await elsewhere.page.goto('/sign-in')
  await elsewhere.page.getByLabel('Email').fill(email)
  await elsewhere.page.getByRole('button', { name: 'Forgot password?' }).click()
  expect(await elsewhere.page.getByLabel('Email').inputValue()).toBe(email)
  await elsewhere.page.getByRole('button', { name: 'Send the letter' }).click()
  await elsewhere.page.getByText('a letter with a link is on its way').waitFor()

  const link = await resetLink(email)
  await choose(elsewhere.page, link, SECOND)
  await elsewhere.page.getByRole('heading', { name: 'Your password is changed' }).waitFor()
  await signIn(elsewhere.page, email, SECOND)
  await elsewhere.page.waitForURL('**/my-bookings')

  await choose(elsewhere.page, link, FIRST)
  await elsewhere.page.getByRole('heading', { name: 'This link has ended' }).waitFor()
})

test('a user becomes a facilitator and stands at a desk of their own', async ({ newPerson }) => {
  const { page, troubles } = await newPerson()
  await signUp(page)
  await page.goto('/account')
  await page.getByText('Become a facilitator').first().click()
  await page.getByLabel('What you teach').fill('Breath')
  await page.getByRole('button', { name: 'Become a facilitator' }).click()
  await page.waitForURL('**/desk')
  // The socket asks for the new role, so its proof was changed too.
  await page.getByText('Live', { exact: true }).first().waitFor()

  await page.goto('/account')
  expect(await page.getByLabel('What you teach').inputValue()).toBe('Breath')
  expect(await page.getByRole('heading', { name: 'Teach here' }).count()).toBe(0)
  expect(troubles).toEqual([])
})

test('a place where one is signed in is ended from another', async ({ newPerson }) => {
  const [here, there] = [await newPerson(), await newPerson()]
  const email = await signUp(here.page)
  await signIn(there.page, email, FIRST)
  await there.page.waitForURL('**/my-bookings')

  await here.page.goto('/account')
  await here.page.getByRole('button', { name: 'End: Chrome, Linux' }).click()
  await said(here.page, 'Chrome, Linux is signed out.')
  const refresh = () => fetch('/api/auth/refresh', { method: 'POST' }).then(({ status }) => status)
  expect(await there.page.evaluate(refresh)).toBe(401)
  expect(await here.page.evaluate(refresh)).toBe(200)
})

test('who never signed in here causes no refusal', async ({ newPerson }) => {
  const { page } = await newPerson()
  const refused: string[] = []
  page.on('response', (answer) => {
    if (answer.status() >= 400) refused.push(answer.url())
  })
  await page.goto('/sessions')
  await page.getByRole('link', { name: 'Sign in' }).waitFor()
  await page.goto('/account')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(refused).toEqual([])
})

async function signUp(page: Page): Promise<string> {
  const email = `${crypto.randomUUID()}@example.com`
  await page.goto('/sign-up')
  await page.getByLabel('Name').fill('Ann Early')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(FIRST)
  await page.getByRole('button', { name: 'Make an account' }).click()
  await page.waitForURL('**/my-bookings')
  return email
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function choose(page: Page, link: string, password: string): Promise<void> {
  // Only the fragment differs from a page of before: that alone would load nothing.
  await page.goto('about:blank')
  await page.goto(link)
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Choose a new password' }).click()
}

const said = (page: Page, words: string) => page.getByRole('status').getByText(words).waitFor()

/** As an operator prints it, whom a person without mail asked. */
async function resetLink(email: string): Promise<string> {
  const port = new URL(inject('origin')).port
  const script = run('scripts/run.js', ['reset-link', email], {
    PORT: port,
    STATE_DIR: inject('stateDir'),
  })
  let printed = ''
  script.stdout?.on('data', (text: Buffer) => {
    printed += text
  })
  await new Promise((resolve) => script.once('close', resolve))
  const link = /http\S+\/reset-password#\S+/.exec(printed)?.[0]
  if (!link) throw new Error(`No link was printed: ${printed}`)
  return link
}
