import type { RetreatDay } from '../../../worker/db/schema'
import { words } from './editor-words'
import type { DeskSession } from './queries'
import { clockAt, endOf, isZone, type Moment, minutesBetween, momentOf } from './wall-time'

/*
 * A session as a form holds it: text as it was typed, times as the clocks of the place show them.
 * Fields are named as on the wire where there is one, so that the server's details find theirs.
 */

export const LENGTHS_MIN = [45, 60, 75, 90] as const
/** As long as the server allows; here so that a field can stop in time. */
export const MOST = {
  title: 200,
  description: 10_000,
  note: 500,
  place_name: 200,
  text: 5_000,
  url: 2_000,
  dayTitle: 200,
  dayText: 2_000,
  days: 62,
  capacity: 10_000,
  price: 1_000_000,
  hours: 8_760,
  minutes: 24 * 60,
}

export type SessionForm = {
  session_type: 'session' | 'retreat'
  title: string
  description: string
  date: string
  start: string
  /** Minutes, or `other`. A retreat has a last day and an end instead. */
  length: string
  other_minutes: string
  last_day: string
  end: string
  days: RetreatDay[]
  time_zone: string
  capacity: string
  price: string
  payment_note: string
  place_name: string
  place_address: string
  online_url: string
  what_to_expect: string
  arrival_note: string
  booking_closes_hours: string
  free_cancel_hours: string
  waitlist_policy: 'skip' | 'strict'
  promotion_closes_hours: string
}

export type Problem = { path: string; message: string }

export function blankForm(zone: string): SessionForm {
  return {
    session_type: 'session',
    title: '',
    description: '',
    date: '',
    start: '',
    length: '60',
    other_minutes: '',
    last_day: '',
    end: '',
    days: [],
    time_zone: zone,
    capacity: '12',
    price: '',
    payment_note: '',
    place_name: '',
    place_address: '',
    online_url: '',
    what_to_expect: '',
    arrival_note: '',
    booking_closes_hours: '0',
    free_cancel_hours: '24',
    waitlist_policy: 'skip',
    promotion_closes_hours: '0',
  }
}

export function formOf(session: DeskSession): SessionForm {
  const zone = session.time_zone
  const start = clockAt(session.start_time, zone)
  const end = clockAt(session.end_time, zone)
  const minutes = minutesBetween(session.start_time, session.end_time)
  const isUsual = LENGTHS_MIN.some((length) => length === minutes)
  return {
    session_type: session.session_type,
    title: session.title,
    description: session.description,
    date: start.date,
    start: start.time,
    length: isUsual ? String(minutes) : 'other',
    other_minutes: isUsual ? '' : String(minutes),
    last_day: end.date,
    end: end.time,
    // Copies: what is typed must not be written into the session, and a store's rows cannot be cloned.
    days: session.days.map((day) => ({ ...day })),
    time_zone: zone,
    capacity: String(session.capacity),
    price: String(session.price),
    payment_note: session.payment_note ?? '',
    place_name: session.place_name ?? '',
    place_address: session.place_address ?? '',
    online_url: session.online_url ?? '',
    what_to_expect: session.what_to_expect ?? '',
    arrival_note: session.arrival_note ?? '',
    booking_closes_hours: String(session.booking_closes_hours),
    free_cancel_hours: String(session.free_cancel_hours),
    waitlist_policy: session.waitlist_policy,
    promotion_closes_hours: String(session.promotion_closes_hours),
  }
}

/** Start and end as far as they are typed. */
export function timesOf(form: SessionForm): { start: Moment | null; end: Moment | null } {
  const zone = form.time_zone
  const start = momentOf({ date: form.date, time: form.start }, zone)
  if (form.session_type === 'retreat') {
    return { start, end: momentOf({ date: form.last_day, time: form.end }, zone) }
  }
  const minutes = Number(form.length === 'other' ? form.other_minutes : form.length)
  return { start, end: start && minutes > 0 ? endOf(start, minutes, zone) : null }
}

/** What the platform's own form validation cannot know. */
export function problemsOf(form: SessionForm): Problem[] {
  if (!isZone(form.time_zone)) return [{ path: 'time_zone', message: words.noSuchZone }]
  const { start, end } = timesOf(form)
  if (!start) return [{ path: 'start', message: words.timeNeeded }]
  const endField = endFieldOf(form)
  if (!end) return [{ path: endField, message: words.endNeeded }]
  const isBackwards = Date.parse(end.instant) <= Date.parse(start.instant)
  return isBackwards ? [{ path: endField, message: words.endBeforeStart }] : []
}

/** What is sent. Only for a form without problems. */
export function bodyOf(form: SessionForm) {
  const { start, end } = timesOf(form)
  return {
    title: form.title,
    description: form.description,
    session_type: form.session_type,
    start_time: start?.instant ?? '',
    end_time: end?.instant ?? '',
    time_zone: form.time_zone,
    capacity: Number(form.capacity),
    price: Number(form.price),
    payment_note: form.payment_note,
    place_name: form.place_name,
    place_address: form.place_address,
    online_url: form.online_url,
    what_to_expect: form.what_to_expect,
    arrival_note: form.arrival_note,
    days: form.session_type === 'retreat' ? form.days : [],
    booking_closes_hours: Number(form.booking_closes_hours),
    free_cancel_hours: Number(form.free_cancel_hours),
    waitlist_policy: form.waitlist_policy,
    promotion_closes_hours: Number(form.promotion_closes_hours),
  }
}

/** The field at which something the server said of `path` is shown. */
export function fieldOf(path: string, form: SessionForm): string {
  if (path === 'start_time') return 'start'
  if (path === 'end_time') return endFieldOf(form)
  return path
}

function endFieldOf(form: SessionForm): string {
  if (form.session_type === 'retreat') return 'last_day'
  return form.length === 'other' ? 'other_minutes' : 'length'
}
