import type { Page } from 'playwright-core'
import type { Furnished } from './furnish'

export type Who = 'nobody' | 'ann' | 'ben' | 'marije' | 'nora'

/** A page in one of its states: who looks at which address, and what they do there. */
export type State = {
  name: string
  as: Who
  path: string
  act?: (page: Page) => Promise<unknown>
  /** Only there on a phone, or only on a wide page. */
  only?: 390 | 1280
}

const press = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name }).first().click()
const openFirst = (page: Page) => page.locator('summary').first().click()
const send = (page: Page) => page.locator('form:has(:invalid) [type=submit]').first().click()

/** Every page in its important states, on a furnished site. */
export function statesOf(made: Furnished): State[] {
  const nobody: Omit<State, 'as'>[] = [
    { name: 'home', path: '/' },
    { name: 'browse', path: '/sessions' },
    { name: 'browse-found', path: '/sessions?q=sit&free=1' },
    { name: 'browse-nothing', path: '/sessions?q=quincequiet&hour=dawn&free=1' },
    { name: 'browse-retreats', path: '/sessions?type=retreat' },
    { name: 'browse-calendar', path: '/sessions?view=calendar' },
    { name: 'browse-filter', path: '/sessions', act: press(/^Filter/), only: 390 },
    { name: 'session', path: '/sessions/1' },
    { name: 'session-long', path: `/sessions/${made.long}` },
    { name: 'session-free', path: '/sessions/3' },
    { name: 'session-full', path: `/sessions/${made.waiting}` },
    { name: 'session-sign-in', path: `/sessions/${made.long}`, act: press(/^Book/) },
    { name: 'session-arcs', path: '/sessions/15' },
    { name: 'session-past', path: '/sessions/18' },
    { name: 'session-cancelled', path: `/sessions/${made.cancelled}` },
    { name: 'session-not-found', path: '/sessions/999999' },
    { name: 'retreat', path: '/sessions/13' },
    { name: 'facilitators', path: '/facilitators' },
    { name: 'facilitator', path: '/facilitators/1' },
    { name: 'privacy', path: '/privacy' },
    { name: 'sign-in', path: '/sign-in' },
    { name: 'sign-in-refused', path: '/sign-in', act: refusedSignIn },
    { name: 'sign-up', path: '/sign-up' },
    { name: 'sign-up-unfinished', path: '/sign-up', act: send },
    { name: 'forgot-password', path: '/forgot-password' },
    { name: 'reset-password', path: '/reset-password' },
    { name: 'verify-email', path: '/verify-email' },
    { name: 'offer-unknown', path: `/offers/${made.mine}` },
    { name: 'offer-broken', path: `/offers/${made.mine}#cut-off` },
    { name: 'not-found', path: '/nowhere' },
  ]
  const ann: Omit<State, 'as'>[] = [
    { name: 'home-signed-in', path: '/' },
    { name: 'session-yours', path: `/sessions/${made.yours}` },
    { name: 'session-waiting', path: `/sessions/${made.waiting}` },
    { name: 'session-offered', path: `/sessions/${made.offered}` },
    { name: 'session-party', path: `/sessions/${made.long}`, act: press(/^(More|One more)/) },
    { name: 'your-seats', path: '/my-bookings' },
    { name: 'your-seats-past', path: '/my-bookings?view=past' },
    { name: 'your-seats-cancel', path: `/my-bookings?cancel=${made.mine}` },
    { name: 'your-seats-fewer', path: `/my-bookings?fewer=${made.mine}` },
    { name: 'account', path: '/account' },
    { name: 'account-delete', path: '/account', act: press('Delete my account') },
    { name: 'not-a-facilitator', path: '/desk' },
  ]
  const desk = `/desk/sessions/${made.over}`
  const marije: Omit<State, 'as'>[] = [
    { name: 'desk-today', path: '/desk' },
    { name: 'desk-sessions', path: '/desk/sessions' },
    { name: 'desk-sessions-all', path: '/desk/sessions?show=all' },
    { name: 'desk-calendar', path: '/desk/sessions?view=calendar' },
    { name: 'desk-session-over', path: desk },
    { name: 'desk-session-waiting', path: `/desk/sessions/${made.waiting}` },
    { name: 'desk-session-offered', path: `/desk/sessions/${made.offered}` },
    { name: 'desk-session-cancelled', path: `/desk/sessions/${made.cancelled}` },
    { name: 'desk-session-draft', path: '/desk/sessions/17' },
    { name: 'desk-session-past', path: '/desk/sessions/18' },
    { name: 'desk-write', path: desk, act: press(/^Write/) },
    { name: 'desk-add', path: desk, act: press(/^Add/) },
    { name: 'desk-duplicate', path: desk, act: press(/^Duplicate/) },
    { name: 'desk-cancel', path: desk, act: press(/^Cancel this/) },
    { name: 'desk-edit', path: `${desk}/edit` },
    { name: 'desk-edit-retreat', path: '/desk/sessions/13/edit' },
    { name: 'desk-new', path: '/desk/sessions/new' },
    { name: 'desk-new-unfinished', path: '/desk/sessions/new', act: press(/^Publish/) },
    { name: 'desk-new-discarded', path: '/desk/sessions/new?starter=weekly-class', act: discard },
    { name: 'desk-door', path: `/desk/sessions/${made.door}/door` },
    { name: 'desk-people', path: '/desk/bookings' },
    { name: 'desk-numbers', path: '/desk/numbers' },
    { name: 'desk-numbers-table', path: '/desk/numbers', act: openFirst },
    { name: 'desk-notices', path: '/desk/notices' },
    { name: 'desk-not-found', path: '/desk/nowhere' },
  ]
  return [
    ...nobody.map((state) => ({ ...state, as: 'nobody' as const })),
    ...ann.map((state) => ({ ...state, as: 'ann' as const })),
    ...marije.map((state) => ({ ...state, as: 'marije' as const })),
    { name: 'your-seats-none', as: 'ben', path: '/my-bookings' },
    { name: 'desk-today-new', as: 'nora', path: '/desk' },
    { name: 'desk-sessions-new', as: 'nora', path: '/desk/sessions' },
    { name: 'desk-numbers-new', as: 'nora', path: '/desk/numbers' },
    { name: 'desk-notices-new', as: 'nora', path: '/desk/notices' },
  ]
}

/** What a site says on which nobody has planned anything. */
export const EMPTY_STATES: State[] = [
  { name: 'empty-home', as: 'nobody', path: '/' },
  { name: 'empty-browse', as: 'nobody', path: '/sessions' },
  { name: 'empty-calendar', as: 'nobody', path: '/sessions?view=calendar' },
  { name: 'empty-facilitators', as: 'nobody', path: '/facilitators' },
]

/** Goes there, does it, and waits until nothing is under way any more. */
export async function show(page: Page, { path, act }: State): Promise<void> {
  // By way of nothing, so that the same address is read anew.
  await page.goto('about:blank')
  await page.goto(path)
  await settled(page)
  if (!act) return
  await act(page)
  await settled(page)
}

export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => !document.querySelector('main[aria-busy=true]'))
  await page.evaluate(() => document.fonts.ready.then(() => {}))
}

export async function signInAs(page: Page, person: { email: string; password: string }) {
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

async function refusedSignIn(page: Page) {
  await page.getByLabel('Email').fill('nobody@example.org')
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('alert').first().waitFor()
}

async function discard(page: Page) {
  await page.getByLabel('Title').fill('Slow Thursday')
  await page.reload()
  await press('Discard it')(page)
  await page.getByRole('button', { name: 'Undo' }).waitFor()
}
