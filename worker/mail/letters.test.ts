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

describe('who waits', () => {
  const at = Date.parse('2026-12-03T09:00:00Z')
  const nobody: string[] = []
  const waits = { state: 'waitlisted' as const, waitedAt: at, names: nobody }
  const offered = { ...waits, state: 'offered' as const, expiresAt: at + 2 * 3_600_000 }
  const left = { ...waits, state: 'left' as const, cancelledBy: 'session' as const }
  const seats = { taken: 10, pending: 0, waiting: 3, available: 0 }

  it('reads their place, and how to leave', () => {
    const letter = toAnn({ kind: 'waitlist_joined', booking: waits, seats })
    expect(letter.subject).toBe('On the list: Morning Meditation, Fri 4 Dec, 10:00')
    expect(letter.text).toContain('You are on the list for 2 seats in Morning Meditation.')
    expect(letter.text).toContain('You are number 3 on the list.')
    expect(letter.text).toContain('or leave the list:\nhttps://stillpoint.test/my-bookings\n')
  })

  it('reads all of an offer, until when it stands, and one link that leads to take it or pass it on', () => {
    const event = aMailEvent({ kind: 'seat_offered', booking: offered, at, session: SECRETS })
    const letter = compose(SITE, event, { ...ANN, offerToken: 'a.b.c' })
    expect(letter.subject).toBe('It is your turn: Morning Meditation, Fri 4 Dec, 10:00')
    expect(letter.text).toBe(`Hello Ann Visitor,

It is your turn: you can have 2 seats in Morning Meditation.

It is kept for you until Thursday, 3 December 2026, 12:00; after that others may have it.

Session: Morning Meditation
When: Friday, 4 December 2026, 10:00–11:00, Amsterdam time (GMT+1)
Where: The Loft
  Keizersgracht 1, Amsterdam
With: Jane Smith
Seats: 2
Total: €50.00
Payment: Pay Jane on the day.
Booking number: 7000001

Take it or pass it on:
https://stillpoint.test/offers/7000001#a.b.c

Opening the link changes nothing yet: you choose on the page.

Stillpoint

Questions? Answer this letter, and a person reads it.
`)
    expect(letter.html?.match(/href="[^"]+"/g)).toEqual([
      'href="https://stillpoint.test/offers/7000001#a.b.c"',
    ])
  })

  it('reads of a retreat’s places', () => {
    const session = { sessionType: 'retreat' } as const
    const { text } = toAnn({ kind: 'seat_offered', booking: { ...offered, partySize: 1 }, session })
    expect(text).toContain('you can have a place in Morning Meditation.')
  })

  it('reads that nobody took what was kept, and where to look again', () => {
    const { text } = toAnn({ kind: 'offer_ended', booking: { ...offered, state: 'expired' } })
    expect(text).toContain('We kept 2 seats in Morning Meditation for you and heard nothing')
    expect(text).toContain('https://stillpoint.test/sessions/7\n')
  })

  it.each([
    ['nothing came free for you: you waited for 2 seats.', { booking: left }],
    [
      'now has a seat in all, and you wait for 2 seats.',
      { booking: left, session: { capacity: 1 } },
    ],
    [
      'Jane Smith took you off the list of Morning Meditation.',
      { booking: { ...waits, state: 'cancelled', cancelledBy: 'facilitator' } },
    ],
    [
      'Jane Smith had to cancel Morning Meditation, and the list ended with it.',
      { booking: { ...left, state: 'cancelled' }, session: { status: 'cancelled' } },
    ],
  ] as const)('reads why the list has ended for them: %s', (why, parts) => {
    const reason = { cancelReason: 'The room is small.' }
    const { text, attachments } = toAnn({
      kind: 'waitlist_ended',
      session: 'session' in parts ? parts.session : {},
      booking: { ...parts.booking, ...reason },
    })
    expect(text).toContain(why)
    expect(text).toContain('Reason: The room is small.')
    expect(text).toContain('https://stillpoint.test/sessions\n')
    expect(attachments).toBeUndefined()
  })

  it('reads that it moved, that they keep their place, and no secret of who is in', () => {
    const moved = { kind: 'session_changed', at, session: { ...SECRETS, movedAt: at } } as const
    const { text, attachments } = toAnn({ ...moved, booking: waits })
    expect(text).toContain('You keep your place on the list.')
    expect(text).not.toContain('Your booking stands')
    expect(text).not.toContain('meet.example')
    expect(text).not.toContain('The bell')
    expect(attachments).toBeUndefined()
    const offer = toAnn({ ...moved, booking: offered })
    expect(offer.text).toContain('You can still have 2 seats.')
    expect(offer.text).toContain('kept for you until Thursday, 3 December 2026, 12:00')
  })
})

describe('what is agreed', () => {
  const at = Date.parse('2026-12-02T09:00:00Z')
  const start = Date.parse('2026-12-04T09:00:00Z')

  it.each([
    [
      'a day',
      { movedFreeUntil: start - 3_600_000 },
      'cancelling is free until Friday, 4 December 2026, 09:00, because it changed.',
    ],
    ['all the time', { movedFreeUntil: start }, 'cancelling is free until it begins, because it'],
  ])('moved, it may be given back freely for %s', (_, moved, told) => {
    const session = { movedAt: at, ...moved }
    const { text } = toAnn({ kind: 'session_changed', at, session })
    expect(text).toContain(told)
    // Who booked since agreed to it as it is.
    const later = toAnn({ at: at + 2, session, booking: { createdAt: at + 1 } })
    expect(later.text).toContain('Cancelling is free until Thursday, 3 December 2026, 10:00;')
  })

  it('another link to a room is no reason to go', () => {
    const { text } = toAnn({ kind: 'session_changed', at, session: { movedAt: null } })
    expect(text).toContain('Cancelling is free until Thursday, 3 December 2026, 10:00;')
  })

  it('a smaller party is said to both, with what it costs now', () => {
    const parts = {
      kind: 'booking_reduced',
      booking: { partySize: 1, late: true },
    } as const
    const letter = toAnn(parts)
    expect(letter.subject).toBe('A smaller party: Morning Meditation, Fri 4 Dec, 10:00')
    expect(letter.text).toContain('and now have a seat in Morning Meditation.')
    expect(letter.text).toContain('it counts as late.')
    expect(letter.text).toContain('Total: €25.00')
    const hers = toJane(parts)
    expect(hers.subject).toBe('Ann Visitor comes with fewer: Morning Meditation, Fri 4 Dec, 10:00')
    expect(hers.text).toContain('gave some of their party back and now has a seat in')
  })

  it('who was added by a facilitator reads by whom, and how to see it', () => {
    const { text } = toAnn({ booking: { bookedBy: 'facilitator' } })
    expect(text).toContain('Jane Smith booked 2 seats for you in Morning Meditation.')
    expect(text).toContain('“Forgot password?” lets you choose one.')
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
    expect(text).toContain('Places: 2, with Ben')
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
