import { expect, test } from 'vitest'
import { calendarLinks } from './calendar-links'

const session = {
  title: 'Yin & tea + cake',
  facilitator: 'Jo Adeyemi',
  session_type: 'session' as const,
  start_time: '2027-05-14T16:30:00.000Z',
  end_time: '2027-05-14T17:45:00.000Z',
  place_name: 'The tea room',
  place_address: 'Kade 3, Rotterdam',
  is_online: false,
}

test('another’s calendar opens with the right words at the right instant', () => {
  const { google, outlook } = calendarLinks(session, 'https://stillpoint.test/sessions/7')
  const there = new URL(google).searchParams
  expect(there.get('dates')).toBe('20270514T163000Z/20270514T174500Z')
  expect(there.get('text')).toBe('Yin & tea + cake')
  expect(there.get('location')).toBe('The tea room, Kade 3, Rotterdam')
  expect(there.get('details')).toBe('Session with Jo Adeyemi\nhttps://stillpoint.test/sessions/7')

  expect(outlook).not.toContain('+')
  const then = new URL(outlook).searchParams
  expect(then.get('startdt')).toBe(session.start_time)
  expect(then.get('enddt')).toBe(session.end_time)
  expect(then.get('subject')).toBe('Yin & tea + cake')
})
