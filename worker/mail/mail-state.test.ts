import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { requestWith } from '../test/client'
import { aUser, d1Away } from '../test/factories'
import { aMailEvent, aPostOffice, bindingError, deliver, MAIL_SETTINGS } from '../test/mail'
import { planOf } from '../test/plan'
import { mailState, REFUSING_FOR_MS } from './mail-state'
import { post } from './post'
import { metSince } from './queries'
import { SITE_FAULTS } from './refusals'

const ON = { ...env, ...MAIL_SETTINGS }

/** One letter, as the site's mail takes it. */
async function send(office: ReturnType<typeof aPostOffice>, now: number) {
  const { userId } = await aUser()
  const letter = aMailEvent({ to: { userId, as: 'visitor' }, booking: { userId } })
  await deliver(office, [letter], { now })
  return letter
}

it.each(['MAIL', 'EMAIL', 'MAIL_FROM', 'SITE_URL'] as const)(
  'without %s it is off',
  async (name) => {
    const changes = { ...MAIL_SETTINGS, [name]: undefined }
    const site = await (await requestWith(changes, '/api/site')).json()
    expect(site).toMatchObject({ mail: false, mail_state: 'off' })
    const letter = { id: 'x', kind: 'verify_email', to: { userId: 1 }, token: 't' } as const
    expect(await post({ ...env, ...changes }, letter)).toBe(false)
  },
)

it('a refused recipient is said to page and operator, for a day', async () => {
  const now = Date.now()
  const state = (at: number) => mailState(ON, openDb(env.DB), at)
  expect(await state(now)).toBe('working')
  await send(aPostOffice(bindingError('E_RECIPIENT_NOT_ALLOWED')), now)
  expect(await state(now + 1)).toBe('refusing')
  expect(await state(now + REFUSING_FOR_MS + 1)).toBe('working')

  const site = await (await requestWith(MAIL_SETTINGS, '/api/site')).json()
  expect(site).toMatchObject({ mail: false, mail_state: 'refusing' })
  const health = await (await requestWith(MAIL_SETTINGS, '/health')).json()
  expect(health).toMatchObject({ status: 'degraded', mail: 'refusing' })
})

it('a sender that becomes verified works as soon as the waiting letters are out', async () => {
  const now = Date.now() + 10 * REFUSING_FOR_MS
  const office = aPostOffice(bindingError('E_SENDER_NOT_VERIFIED'))
  const letter = await send(office, now)
  expect(await mailState(ON, openDb(env.DB), now)).toBe('refusing')
  await deliver(office, [letter], { now: now + 60_000 })
  expect(await mailState(ON, openDb(env.DB), now + 60_000)).toBe('working')
})

it('one full or closed mailbox is nobody else’s concern', async () => {
  const now = Date.now() + 20 * REFUSING_FOR_MS
  await send(aPostOffice(bindingError('E_RECIPIENT_SUPPRESSED')), now)
  expect(await mailState(ON, openDb(env.DB), now)).toBe('working')
})

it('without D1 it is taken for working', async () => {
  expect(await mailState(ON, openDb(d1Away()), Date.now())).toBe('working')
})

it('asking reads no whole table', async () => {
  const plan = await planOf(metSince(openDb(env.DB), SITE_FAULTS, 0))
  expect(plan).toContain('mail_errors')
  expect(plan).not.toContain('SCAN')
})
