import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { aMailEvent, MAIL_SETTINGS } from '../test/mail'
import { compose } from './compose'

const SITE = { ...env, ...MAIL_SETTINGS, CONTACT_EMAIL: 'hello@stillpoint.test' }
const ANN = { name: 'Ann Visitor', email: 'ann@example.com' }
const JANE = { name: 'Jane Smith', email: 'jane@example.com' }

const toAnn = (parts: Parameters<typeof aMailEvent>[0] = {}) =>
  compose(SITE, aMailEvent(parts), ANN)
const toJane = (parts: Parameters<typeof aMailEvent>[0] = {}) =>
  compose(SITE, aMailEvent({ ...parts, to: { userId: 2, as: 'facilitator' } }), JANE)

describe('who booked', () => {
  it('reads all there is to know to come, and how to cancel', () => {
    const letter = toAnn()
    expect(letter).toMatchObject({
      from: { email: 'post@stillpoint.test', name: 'Stillpoint' },
      to: 'ann@example.com',
      replyTo: 'hello@stillpoint.test',
      subject: 'Booked: Morning Meditation, Fri 4 Dec, 10:00',
    })
    expect(letter.text).toBe(`Hello Ann Visitor,

You have 2 seats in Morning Meditation.

Session: Morning Meditation
When: Friday, 4 December 2026, 10:00–11:00, Amsterdam time (GMT+1)
Where: The Loft
  Keizersgracht 1, Amsterdam
With: Jane Smith
Seats: 2, with Ben
Total: €50.00
Payment: Pay Jane on the day.
Your note: My knee is stiff.
On arrival: The bell says Loft.
Booking number: 7000001

See or cancel your booking:
https://stillpoint.test/my-bookings

Cancelling is free until Thursday, 3 December 2026, 10:00; after that it counts as late.

Stillpoint

Questions? Answer this letter, and a person reads it.
`)
  })

  it('reads the same in HTML', () => {
    const { text = '', html = '' } = toAnn()
    for (const line of ['Morning Meditation', '10:00–11:00', 'The bell says Loft.', '€50.00']) {
      expect(text).toContain(line)
      expect(html).toContain(line)
    }
    expect(html).toContain('href="https://stillpoint.test/my-bookings"')
  })

  it('gets the link of a session online, and pays as its facilitator says', () => {
    const { text, html } = toAnn({
      session: {
        onlineUrl: 'https://meet.example/om?a=1&b=2',
        paymentNote: 'By bank, in advance.',
      },
    })
    expect(text).toContain('Online: https://meet.example/om?a=1&b=2')
    expect(html).toContain('href="https://meet.example/om?a=1&amp;b=2"')
    expect(text).toContain('Payment: By bank, in advance.')
  })

  it('pays nothing where nothing is to pay', () => {
    const { text } = toAnn({ booking: { priceMinor: 0 } })
    expect(text).toContain('Total: Free')
    expect(text).not.toContain('Payment')
  })

  it.each([
    ['booking_cancelled', { booking: { cancelledBy: 'user', late: true } }, 'it counts as late'],
    [
      'booking_cancelled',
      { booking: { cancelledBy: 'facilitator', cancelReason: 'The room is too small.' } },
      'Jane Smith cancelled your booking of Morning Meditation.',
    ],
    ['session_cancelled', { session: { cancelReason: 'A burst pipe.' } }, 'Reason: A burst pipe.'],
  ] as const)('%s: reads why, and neither link nor arrival note', (kind, parts, told) => {
    const { text } = toAnn({
      kind,
      ...parts,
      session: { ...SECRETS, ...('session' in parts ? parts.session : {}) },
    })
    expect(text).toContain(told)
    expect(text).not.toContain('meet.example')
    expect(text).not.toContain('The bell')
    expect(text).not.toContain('my-bookings')
  })

  it.each([
    ['session_changed', 'Changed: Morning Meditation, now Fri 4 Dec, 10:00'],
    ['reminder_24h', 'Coming up: Morning Meditation, Fri 4 Dec, 10:00'],
    ['reminder_1h', 'Soon: Morning Meditation, Fri 4 Dec, 10:00'],
  ] as const)('%s: reads when and where it is now', (kind, subject) => {
    const letter = toAnn({ kind })
    expect(letter.subject).toBe(subject)
    expect(letter.text).toContain('When: Friday, 4 December 2026, 10:00–11:00')
    expect(letter.text).toContain('The Loft')
  })
})

describe('a facilitator', () => {
  it('reads who comes, how to reach them, and how many seats are left', () => {
    const letter = toJane()
    expect(letter.subject).toBe('Ann Visitor booked Morning Meditation, Fri 4 Dec, 10:00')
    expect(letter.replyTo).toBe('ann@example.com')
    expect(letter.attachments).toBeUndefined()
    for (const line of [
      'Who: Ann Visitor',
      'Email: ann@example.com',
      'Seats: 2, with Ben',
      'Note: My knee is stiff.',
      'Seats left: 8 of 10',
      'https://stillpoint.test/desk/sessions/7',
    ]) {
      expect(letter.text).toContain(line)
    }
  })

  it('reads who cancelled', () => {
    const theirs = toJane({ kind: 'booking_cancelled', booking: { cancelledBy: 'user' } })
    expect(theirs.text).toContain('Ann Visitor cancelled 2 seats in Morning Meditation.')
    const hers = toJane({ kind: 'booking_cancelled', booking: { cancelledBy: 'facilitator' } })
    expect(hers.text).toContain('You cancelled 2 seats of Ann Visitor in Morning Meditation.')
  })
})

describe('times', () => {
  it.each([
    // The night of 25 October 2026 the clocks of Amsterdam go back.
    ['2026-10-24T08:00:00Z', 'Saturday, 24 October 2026, 10:00–11:00, Amsterdam time (GMT+2)'],
    ['2026-10-25T09:00:00Z', 'Sunday, 25 October 2026, 10:00–11:00, Amsterdam time (GMT+1)'],
    // And over the change itself, 02:30 comes twice.
    [
      '2026-10-25T00:30:00Z',
      'Sunday, 25 October 2026, 02:30–02:30, Amsterdam time (GMT+2, then GMT+1)',
    ],
  ])('%s reads as the clocks of its place show', (start, line) => {
    const startTime = Date.parse(start)
    const { text } = toAnn({ session: { startTime, endTime: startTime + 3_600_000 } })
    expect(text).toContain(`When: ${line}`)
  })

  it('a retreat over the change ends by the new clock', () => {
    const { text } = toAnn({
      session: {
        sessionType: 'retreat',
        startTime: Date.parse('2026-10-23T14:00:00Z'),
        endTime: Date.parse('2026-10-26T11:00:00Z'),
        timeZone: 'Europe/Amsterdam',
      },
    })
    expect(text).toContain('Retreat: Morning Meditation')
    expect(text).toContain('You have 2 places')
    expect(text).toContain(
      'When: Friday, 23 October 2026, 16:00 until Monday, 26 October 2026, 12:00, Amsterdam time (GMT+2, then GMT+1)',
    )
  })
})

describe('what people typed', () => {
  const EVIL = 'Ann\r\nBcc: all@example.com\r\n\r\n<script>alert(1)</script>'

  it('ends no header', () => {
    const event = aMailEvent({
      session: { title: EVIL },
      visitor: { name: EVIL, email: 'ann@example.com' },
      to: { userId: 2, as: 'facilitator' },
    })
    const letter = compose({ ...SITE, MAIL_FROM_NAME: EVIL, SITE_NAME: EVIL }, event, JANE)
    for (const header of [letter.subject, JSON.stringify(letter.from), String(letter.replyTo)]) {
      expect(header).not.toMatch(/[\r\n\u2028\u2029]|\\r|\\n/)
    }
    expect(letter.subject).toContain('Ann Bcc: all@example.com')
  })

  it('is no markup in HTML, wherever it stands', () => {
    const markup = '<img src=x onerror="alert(1)">&\''
    const { html = '' } = toAnn({
      session: { title: markup, placeName: markup, arrivalNote: markup, paymentNote: markup },
      booking: { notes: markup, names: [markup] },
      facilitator: { id: 3, userId: 2, name: markup },
    })
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;')
  })

  it('is a link only when it leads to the web', () => {
    const { html } = toAnn({ session: { onlineUrl: 'javascript:alert(1)' } })
    expect(html).not.toContain('href="javascript')
  })

  it('keeps its lines in a note, and cannot pass as a line of ours', () => {
    const { text } = toAnn({ booking: { notes: 'One\r\nTotal: €0.00' } })
    expect(text).toContain('Your note: One\n  Total: €0.00\n')
  })
})

describe('an account', () => {
  it.each([
    ['verify_email', 'https://stillpoint.test/verify-email#s3cret'],
    ['reset_password', 'https://stillpoint.test/reset-password#s3cret'],
  ] as const)('%s: the token is in the fragment, where no server reads it', (kind, link) => {
    const letter = compose(SITE, { id: 'x', kind, to: { userId: 1 }, token: 's3cret' }, ANN)
    expect(letter.text).toContain(`${link}\n`)
    expect(letter.html).toContain(`href="${link}"`)
    expect(letter.subject).not.toContain('s3cret')
  })
})

const SECRETS = { onlineUrl: 'https://meet.example/om' }
