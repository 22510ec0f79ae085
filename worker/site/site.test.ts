import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { request, requestWith } from '../test/client'
import { aCtx } from '../test/factories'
import { faultyD1 } from '../test/faults'
import { MAIL_SETTINGS } from '../test/mail'
import { describeSite, MAIL_STATE_KEPT_MS } from './describe'

it('says what a page must know of its site', async () => {
  const answer = await request('/api/site')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({
    name: 'Stillpoint',
    url: null,
    contact_email: 'hello@example.com',
    currency: 'EUR',
    default_time_zone: 'Europe/Amsterdam',
    facilitator_signup: 'open',
    mail: false,
    mail_state: 'off',
    google: false,
    crm: false,
    privacy_url: null,
    imprint_url: null,
  })
})

it('follows the configuration, of which empty settings are no part', async () => {
  const configured = {
    SITE_NAME: 'The Quiet Room',
    CONTACT_EMAIL: '',
    CURRENCY: 'NOK',
    DEFAULT_TIME_ZONE: 'Europe/Oslo',
    FACILITATOR_SIGNUP: 'closed',
    MAIL_FROM: 'post@example.com',
    SITE_URL: 'https://quiet.example',
    GOOGLE_CLIENT_ID: 'half of what Google needs',
    CRM_SERVICE_URL: 'https://crm.example.com/told',
    PRIVACY_URL: 'https://example.com/privacy',
  }
  const answer = await requestWith(configured, '/api/site')
  expect(await answer.json()).toEqual({
    name: 'The Quiet Room',
    url: 'https://quiet.example',
    contact_email: null,
    currency: 'NOK',
    default_time_zone: 'Europe/Oslo',
    facilitator_signup: 'closed',
    mail: true,
    mail_state: 'working',
    google: false,
    crm: true,
    privacy_url: 'https://example.com/privacy',
    imprint_url: null,
  })
})

it('offers Google only where it can lead there and back', async () => {
  const whole = {
    GOOGLE_CLIENT_ID: 'the site at Google',
    GOOGLE_CLIENT_SECRET: 'a secret between the two',
    SITE_URL: 'https://sit.example.com',
  }
  const offered = async (changes: object) => {
    const answer = await requestWith({ ...whole, ...changes }, '/api/site')
    return (await answer.json<{ google: boolean }>()).google
  }
  expect(await offered({})).toBe(true)
  for (const part of Object.keys(whole)) expect(await offered({ [part]: '' })).toBe(false)
})

it('whether mail works is asked of D1 once in a while, however many pages open', async () => {
  const settings = { ...env, ...MAIL_SETTINGS }
  const d1 = faultyD1(env.DB)
  const now = Date.now() + 60 * MAIL_STATE_KEPT_MS
  const at = (ms: number) => describeSite(aCtx({ env: settings, db: openDb(d1.database), now: ms }))
  const all = await Promise.all([at(now), at(now), at(now + MAIL_STATE_KEPT_MS - 1)])
  expect(all.map(({ mail_state }) => mail_state)).toEqual(Array(3).fill('working'))
  expect(d1.calls).toBe(1)
  await at(now + MAIL_STATE_KEPT_MS)
  expect(d1.calls).toBe(2)
})
