import { describe, expect, test } from 'vitest'
import { tagsOf } from './head'
import { type PublicSession, sessionHead } from './session-head'

const SITE = { name: 'Stillpoint', origin: 'https://sit.example' }
const BEFORE = Date.parse('2026-05-01T12:00:00Z')

const DUSK: PublicSession = {
  id: 7,
  title: 'Slow flow',
  description: 'A slow class.\nFor everybody.',
  facilitator: 'Marije',
  facilitator_id: 3,
  session_type: 'session',
  status: 'active',
  start_time: '2026-05-14T16:30:00.000Z',
  end_time: '2026-05-14T17:45:00.000Z',
  time_zone: 'Europe/Amsterdam',
  capacity: 24,
  price: 18,
  currency: 'EUR',
  payment_note: null,
  place_name: 'Studio Noord',
  place_address: 'Zwart Janstraat 12',
  is_online: false,
  what_to_expect: null,
  days: [],
  booking_closes_hours: 0,
  free_cancel_hours: 24,
  waitlist_policy: 'skip',
  promotion_closes_hours: 2,
  promotion_closes_at: '2027-05-14T09:00:00.000Z',
  moved_at: null,
  moved_free_until: null,
  cancel_reason: null,
  taken: 23,
  pending: 0,
  waiting: 0,
  available_spots: 1,
  over: 0,
  created_at: '2026-04-01T00:00:00.000Z',
}

const headOf = (changes: Partial<PublicSession> = {}, now = BEFORE) =>
  sessionHead({ ...DUSK, ...changes }, SITE, now)

describe('a link to a session', () => {
  test('says what, when by its own clock, with whom, where and for how much, and no count', () => {
    expect(headOf()).toMatchObject({
      title: 'Slow flow · Stillpoint',
      description:
        'Thursday 14 May, 18:30 to 19:45, Amsterdam time. With Marije at Studio Noord. €18. A slow class. For everybody.',
      url: 'https://sit.example/sessions/7',
      picture: { url: 'https://sit.example/previews/dusk.png' },
    })
  })

  test('of several days tells the first and the last', () => {
    const end_time = '2026-05-17T10:00:00.000Z'
    const { description } = headOf({ session_type: 'retreat', end_time })
    expect(description).toContain('14–17 May')
  })

  test('shows the light of its hour where it takes place, and a retreat its own', () => {
    const picture = (changes: Partial<PublicSession>) => headOf(changes).picture?.url
    expect(picture({ time_zone: 'America/New_York' })).toContain('/noon.png')
    expect(picture({ session_type: 'retreat' })).toContain('/retreat.png')
  })

  test('is one line of at most 220 characters, cut between words', () => {
    const { description } = headOf({ description: 'quiet '.repeat(100) })
    expect(description.length).toBeLessThanOrEqual(220)
    expect(description).toMatch(/quiet…$/)
  })

  test('says so when the session is over or cancelled, and offers nothing then', () => {
    const over = headOf({}, Date.parse('2026-06-01T00:00:00Z'))
    expect(over.description).toMatch(/^This session is over\./)
    expect(over.data).not.toHaveProperty('offers')

    const cancelled = headOf({ status: 'cancelled', session_type: 'retreat' })
    expect(cancelled.title).toBe('Cancelled: Slow flow · Stillpoint')
    expect(cancelled.description).toMatch(/^This retreat was cancelled\./)
    expect(cancelled.data).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' })
    expect(cancelled.data).not.toHaveProperty('offers')
  })
})

describe('the data of an event', () => {
  test('gives the hours of the place with their offset', () => {
    expect(headOf().data).toMatchObject({
      '@type': 'Event',
      startDate: '2026-05-14T18:30:00+02:00',
      endDate: '2026-05-14T19:45:00+02:00',
      eventStatus: 'https://schema.org/EventScheduled',
      location: [{ '@type': 'Place', name: 'Studio Noord', address: 'Zwart Janstraat 12' }],
      offers: { price: 18, priceCurrency: 'EUR', availability: 'https://schema.org/InStock' },
    })
    expect(headOf({ time_zone: 'UTC' }).data).toMatchObject({
      startDate: expect.stringMatching(/^2026-05-14T16:30:00(Z|\+00:00)$/),
    })
    expect(headOf({ available_spots: 0 }).data).toMatchObject({
      offers: { availability: 'https://schema.org/SoldOut' },
    })
  })

  test('names the page as the place of what is online', () => {
    const online = headOf({ is_online: true, place_name: null, place_address: null })
    expect(online.data).toMatchObject({
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      location: [{ '@type': 'VirtualLocation', url: 'https://sit.example/sessions/7' }],
    })
    expect(headOf({ is_online: true }).data).toMatchObject({
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    })
  })
})

test('no title ends a tag, an attribute or the block of data', () => {
  const title = `</script><script>alert(1)</script>"'><img src=x onerror=alert(1)><!--`
  const tags = tagsOf(headOf({ title, facilitator: title, description: title }))
  expect(tags).not.toContain('<img')
  expect(tags).not.toContain('<!--')
  expect(tags.match(/<\/?script/g)).toEqual(['<script', '</script'])
  for (const [tag] of tags.matchAll(/<meta [^>]*>/g)) {
    expect(tag).toMatch(/^<meta (name|property)="[\w:]+" content="[^"'<>]*" data-of-address>$/)
  }
  const [, json = ''] = /<script[^>]*>([^<]*)<\/script>$/.exec(tags) ?? []
  expect(JSON.parse(json)).toMatchObject({ name: title, organizer: { name: title } })
})
