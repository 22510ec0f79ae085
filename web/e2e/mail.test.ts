import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aStillpoint, type Stillpoint } from './stillpoint'

/** Noon in Auckland, after its clocks have gone back, in a year whose rules are known today. */
const STARTS_AT = '2027-04-05T12:00'
const TOLD = 'Monday, 5 April 2027, 12:00–13:00, Auckland time (GMT+12)'
const INSTANT = '2027-04-05T00:00:00.000Z'
const DEADLINE_MS = 20_000

let stillpoint: Stillpoint

beforeAll(async () => {
  stillpoint = await aStillpoint()
}, 180_000)

afterAll(() => stillpoint?.stop(), 20_000)

it('who books, moves and cancels reads of it, in words and in the calendar', async () => {
  const jane = await register('Jane <b>Smith</b>', 'facilitator')
  const ann = await register('Ann\r\nBcc: all@example.com', 'user')
  const { session_id } = await call('POST', '/sessions', jane, {
    title: 'Dawn — sit',
    session_type: 'session',
    start_time: STARTS_AT,
    end_time: STARTS_AT.replace('12:', '13:'),
    time_zone: 'Pacific/Auckland',
    capacity: 10,
    price: 12,
    place_name: 'The Loft',
    arrival_note: 'The bell says Loft.',
  })
  const notes = '<script>alert(1)</script>'
  const { booking_id } = await call('POST', '/bookings', ann, { session_id, notes, party_size: 2 })

  const booked = await letter(ann, 'Booked: Dawn — sit')
  expect(booked.text).toContain(`When: ${TOLD}`)
  for (const words of ['The Loft', 'The bell says Loft.', '€24.00', String(booking_id)]) {
    expect(booked.text).toContain(words)
    expect(booked.html).toContain(words)
  }
  expect(booked.text).toContain(`${stillpoint.origin}/my-bookings`)
  expect(booked.html).not.toContain('<script>')
  expect(booked.html).toContain('&lt;script&gt;')
  expect(booked.html).not.toContain('<b>Smith')
  const entry = booked.entry()
  expect(entry.method).toBe('REQUEST')
  expect(entry.event.startDate.toJSDate().toISOString()).toBe(INSTANT)

  const hers = await letter(jane, 'booked Dawn — sit')
  expect(hers.text).toContain(`Email: ${ann.email}`)
  expect(hers.text).toContain('Seats left: 8 of 10')
  expect(hers.headers).not.toMatch(/^Bcc:/im)

  await call('PUT', `/sessions/${session_id}`, jane, {
    start_time: STARTS_AT.replace('12:', '14:'),
    end_time: STARTS_AT.replace('12:', '15:'),
  })
  const moved = await letter(ann, 'Changed: Dawn — sit')
  expect(moved.text).toContain('14:00–15:00, Auckland time')
  expect(moved.entry().event.uid).toBe(entry.event.uid)
  expect(moved.entry().event.sequence).toBeGreaterThan(entry.event.sequence)

  await call('POST', `/bookings/${booking_id}/cancel`, ann, {})
  const cancelled = await letter(ann, 'Cancelled: Dawn — sit')
  expect(cancelled.entry().method).toBe('CANCEL')
  expect(cancelled.entry().event.uid).toBe(entry.event.uid)
  expect(cancelled.entry().event.sequence).toBeGreaterThan(moved.entry().event.sequence)
  await letter(jane, 'cancelled Dawn — sit')
}, 120_000)

it('everybody who booked reads that a session does not take place, and why', async () => {
  const jane = await register('Jane', 'facilitator')
  const [ann, ben] = [await register('Ann', 'user'), await register('Ben', 'user')]
  const { session_id } = await call('POST', '/sessions', jane, {
    title: 'Evening walk',
    session_type: 'session',
    start_time: '2027-05-01T18:00:00Z',
    end_time: '2027-05-01T19:00:00Z',
    capacity: 10,
    price: 0,
  })
  for (const who of [ann, ben]) await call('POST', '/bookings', who, { session_id })
  await call('POST', `/sessions/${session_id}/cancel`, jane, { reason: 'A burst pipe.' })
  for (const who of [ann, ben]) {
    const { text, entry } = await letter(who, 'Does not take place: Evening walk')
    expect(text).toContain('Reason: A burst pipe.')
    expect(entry().method).toBe('CANCEL')
  }
}, 60_000)

type Account = { email: string; bearer: string }

/** The files of the first letter to somebody with such a subject, which only the log can tell. */
async function letter({ email }: Account, subject: string) {
  const found = () => listed(email, subject)
  await expect.poll(found, { timeout: DEADLINE_MS }).toHaveLength(1)
  const [headers = ''] = await found()
  const file = (label: string) => {
    const path = new RegExp(`^${label} (.+)$`, 'm').exec(headers)?.[1]
    if (!path) throw new Error(`the letter has no ${label}:\n${headers}`)
    return readFile(path, 'utf8')
  }
  const [text, html] = await Promise.all([file('Text:'), file('HTML:')])
  const ics = headers.includes('.ics') ? await file('Attachment .+ ->') : ''
  return { headers, text, html, entry: () => entryOf(ics) }
}

/** One block of the log a letter: From, To, Subject, and the paths of its files. */
async function listed(email: string, subject: string): Promise<string[]> {
  const log = await readFile(join(stillpoint.stateDir, 'server.log'), 'utf8')
  const blocks = log.split('send_email binding called with MessageBuilder:').slice(1)
  return blocks
    .map((block) => block.split('[wrangler:info]')[0] ?? '')
    .filter((block) => block.includes(`To: ${email}`) && subjectOf(block).includes(subject))
    .filter((block) => block.includes('HTML: '))
}

function subjectOf(block: string): string {
  return /^Subject: (.*)$/m.exec(block)?.[1] ?? ''
}

function entryOf(ics: string) {
  const calendar = new ICAL.Component(ICAL.parse(ics))
  const component = calendar.getFirstSubcomponent('vevent')
  if (!component) throw new Error('no event in it')
  return { method: calendar.getFirstPropertyValue('method'), event: new ICAL.Event(component) }
}

async function register(name: string, role: 'user' | 'facilitator'): Promise<Account> {
  const email = `${crypto.randomUUID()}@example.com`
  const account = { name, email, password: 'still as a pond', role }
  const { access_token } = await call('POST', '/auth/register', null, account)
  return { email, bearer: access_token }
}

async function call(method: string, path: string, who: Account | null, body: object) {
  const answer = await fetch(`${stillpoint.origin}/api${path}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(who ? { Authorization: `Bearer ${who.bearer}` } : {}),
    },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}
