import { env } from 'cloudflare:workers'
import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import { aMailEvent, MAIL_SETTINGS } from '../test/mail'
import { compose } from './compose'

const SITE = { ...env, ...MAIL_SETTINGS }
const ANN = { name: 'Ann "Q", Visitor;', email: 'ann@example.com' }

it('a confirmed booking is an entry to keep, at the right instant', () => {
  const { type, method, event, property } = entryOf(aMailEvent())
  expect(type).toBe('text/calendar; charset=utf-8; method=REQUEST')
  expect(method).toBe('REQUEST')
  expect(event.uid).toBe('booking-7000001@stillpoint.test')
  expect(event.sequence).toBe(3)
  expect(event.summary).toBe('Morning Meditation')
  expect(event.location).toBe('The Loft, Keizersgracht 1, Amsterdam')
  expect(event.description).toBe('The bell says Loft.')
  expect(event.startDate.toJSDate().toISOString()).toBe('2026-12-04T09:00:00.000Z')
  expect(event.endDate.toJSDate().toISOString()).toBe('2026-12-04T10:00:00.000Z')
  expect(property('status')).toBe('CONFIRMED')
  expect(property('attendee')).toMatch(/^mailto:ann@example.com$/i)
})

it('a moved session is the same entry, later in its sequence', () => {
  const startTime = Date.parse('2026-12-05T15:00:00Z')
  const moved = aMailEvent({
    kind: 'session_changed',
    rev: 9,
    session: { startTime, endTime: startTime + 3_600_000 },
  })
  const [before, after] = [entryOf(aMailEvent()), entryOf(moved)]
  expect(after.method).toBe('REQUEST')
  expect(after.event.uid).toBe(before.event.uid)
  expect(after.event.sequence).toBeGreaterThan(before.event.sequence)
  expect(after.event.startDate.toJSDate().getTime()).toBe(startTime)
})

it.each(['booking_cancelled', 'session_cancelled'] as const)(
  '%s takes the entry out again',
  (kind) => {
    const { type, method, event, property } = entryOf(aMailEvent({ kind, rev: 4 }))
    expect(type).toContain('method=CANCEL')
    expect(method).toBe('CANCEL')
    expect(event.uid).toBe('booking-7000001@stillpoint.test')
    expect(event.sequence).toBe(4)
    expect(property('status')).toBe('CANCELLED')
  },
)

it('a smaller party is the same entry, later in its sequence', () => {
  const reduced = entryOf(aMailEvent({ kind: 'booking_reduced', rev: 5 }))
  expect([reduced.method, reduced.event.sequence]).toEqual(['REQUEST', 5])
})

it.each(['waitlist_joined', 'seat_offered', 'offer_ended', 'waitlist_ended'] as const)(
  '%s carries no entry: nothing is theirs yet',
  (kind) => {
    expect(compose(SITE, aMailEvent({ kind }), ANN).attachments).toBeUndefined()
  },
)

it('reminders carry no entry: the calendar has it', () => {
  expect(compose(SITE, aMailEvent({ kind: 'reminder_1h' }), ANN).attachments).toBeUndefined()
})

it('what people typed stays inside its property', () => {
  const title = 'Sit; breathe, begin\r\nEND:VEVENT\r\nATTENDEE:mailto:evil@example.com \\ "x" 🌿'
  const arrivalNote = 'One\nEND:VCALENDAR\r\nTwo'
  const { event, calendar } = entryOf(aMailEvent({ session: { title, arrivalNote } }))
  expect(event.summary).toBe(
    'Sit; breathe, begin END:VEVENT ATTENDEE:mailto:evil@example.com \\ "x" 🌿',
  )
  expect(event.description).toBe('One\nEND:VCALENDAR\nTwo')
  expect(event.attendees).toHaveLength(1)
  expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1)
})

/** What another library than the one that wrote it reads out of a letter's calendar part. */
function entryOf(mail: ReturnType<typeof aMailEvent>) {
  const [part] = compose(SITE, mail, ANN).attachments ?? []
  if (!part || typeof part.content === 'string') throw new Error('no calendar part in bytes')
  const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(part.content)))
  const component = calendar.getFirstSubcomponent('vevent')
  if (!component) throw new Error('no event in it')
  return {
    type: part.type,
    calendar,
    method: calendar.getFirstPropertyValue('method'),
    event: new ICAL.Event(component),
    property: (name: string) => component.getFirstPropertyValue(name),
  }
}
