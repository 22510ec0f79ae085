import {
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { test as base, inject } from 'vitest'

/**
 * A test with a browser in front of the running site. Every call of `newPerson` is somebody else:
 * cookies, storage and network of their own.
 *
 *     test('a seat is booked', async ({ newPerson }) => {
 *       const ann = await newPerson()
 *       await ann.page.goto('/sessions')
 */
export const test = base
  .extend('origin', { scope: 'worker' }, () => inject('origin'))
  .extend('executablePath', { scope: 'worker' }, () => {
    if (process.env.CHROMIUM) return process.env.CHROMIUM
    throw new Error('No Chromium was found: run npm test, which brings one, or set CHROMIUM.')
  })
  .extend('browser', { scope: 'worker' }, async ({ executablePath }, { onCleanup }) => {
    const browser = await chromium.launch({ executablePath, args: FLAGS })
    onCleanup(() => browser.close())
    return browser
  })
  .extend('newPerson', async ({ browser, origin }, { onCleanup }) => {
    const contexts: BrowserContext[] = []
    onCleanup(async () => {
      await Promise.all(contexts.map((context) => context.close()))
    })
    return async (options: BrowserContextOptions = {}): Promise<Person> => {
      const context = await browser.newContext({ baseURL: origin, locale: 'en-GB', ...options })
      contexts.push(context)
      const page = await context.newPage()
      return { page, context, troubles: listenForTrouble(page, origin) }
    }
  })

export type Person = { page: Page; context: BrowserContext; troubles: string[] }

/** For a container without a sandbox of its own and a machine without a screen or the internet. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
]

/** What no visit may cause: an error in the console, a broken answer, a request to anybody else. */
function listenForTrouble(page: Page, origin: string): string[] {
  const troubles: string[] = []
  page.on('console', (message) => {
    // The browser notes every refusal as an error of its own; 401 and 409 are ordinary answers.
    const isRefusal = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isRefusal) troubles.push(`console: ${message.text()}`)
  })
  page.on('response', (answer) => {
    if (answer.status() >= 500) troubles.push(`${answer.status()}: ${answer.url()}`)
  })
  page.on('pageerror', (error) => troubles.push(`page: ${error.message}`))
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    const isOurs = protocol === 'data:' || protocol === 'blob:' || host === new URL(origin).host
    if (!isOurs) troubles.push(`asks somebody else: ${request.url()}`)
  })
  return troubles
}
