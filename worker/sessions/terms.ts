import { ApiError, type Detail } from '../errors'
import type { SessionFields } from './schema'
import { decimal, minorDigits, type Session, type SessionChanges, toMinor } from './session'
import { dateAt, instantOf } from './times'

const DAY_MS = 86_400_000
export const SESSION_MAX_MS = DAY_MS
export const RETREAT_MAX_DAYS = 60
export const AHEAD_MAX_YEARS = 10
const YEAR_MS = 365.25 * DAY_MS

/** What the fields of a request mean for a session kept in `timeZone` and sold in `currency`. */
export function changesFrom(
  fields: SessionFields,
  { timeZone, currency }: { timeZone: string; currency: string },
): SessionChanges {
  const wrong = [...wrongTimes(fields, timeZone), ...wrongPrice(fields.price, currency)]
  if (wrong.length > 0) throw invalid(wrong)
  return defined({
    title: fields.title,
    description: fields.description === null ? '' : fields.description,
    sessionType: fields.session_type,
    startTime: instant(fields.start_time, timeZone),
    endTime: instant(fields.end_time, timeZone),
    timeZone: fields.time_zone,
    capacity: fields.capacity,
    priceMinor: fields.price === undefined ? undefined : toMinor(fields.price, currency),
    paymentNote: fields.payment_note,
    placeName: fields.place_name,
    placeAddress: fields.place_address,
    onlineUrl: fields.online_url,
    whatToExpect: fields.what_to_expect,
    arrivalNote: fields.arrival_note,
    days: fields.days === null ? [] : fields.days,
    bookingClosesHours: fields.booking_closes_hours,
    freeCancelHours: fields.free_cancel_hours,
    waitlistPolicy: fields.waitlist_policy,
    promotionClosesHours: fields.promotion_closes_hours,
    status: fields.status,
  })
}

type Terms = Pick<Session, 'sessionType' | 'startTime' | 'endTime' | 'timeZone' | 'days'>

/** What is wrong with a session as a whole, however its fields came together. */
export function problemsOf(terms: Terms): Detail[] {
  const lengthMs = terms.endTime - terms.startTime
  if (lengthMs <= 0) return [{ path: 'end_time', message: 'The end must come after the start.' }]
  if (terms.sessionType === 'session' && lengthMs > SESSION_MAX_MS) {
    const message = 'A session lasts at most 24 hours; what runs over days is a retreat.'
    return [{ path: 'end_time', message }]
  }
  if (lengthMs > RETREAT_MAX_DAYS * DAY_MS) {
    return [{ path: 'end_time', message: `A retreat lasts at most ${RETREAT_MAX_DAYS} days.` }]
  }
  return wrongDays(terms)
}

/** A start that is being set must lie ahead, and not so far that it is a slip of the pen. */
export function assertAhead(startTime: number, now: number): void {
  if (startTime <= now) {
    throw invalid([{ path: 'start_time', message: 'The start lies in the past.' }])
  }
  if (startTime <= now + AHEAD_MAX_YEARS * YEAR_MS) return
  const message = `The start lies more than ${AHEAD_MAX_YEARS} years ahead.`
  throw invalid([{ path: 'start_time', message }])
}

export function assertSound(terms: Terms): void {
  const problems = problemsOf(terms)
  if (problems.length > 0) throw invalid(problems)
}

/** 400, with the first field named in the sentence too. */
export function invalid(details: Detail[]): ApiError {
  const [first] = details
  return new ApiError('invalid', first ? `${first.path}: ${first.message}` : 'Not valid.', details)
}

function wrongTimes(fields: SessionFields, timeZone: string): Detail[] {
  return (['start_time', 'end_time'] as const)
    .filter((path) => fields[path] !== undefined && instant(fields[path], timeZone) === undefined)
    .map((path) => ({ path, message: 'A time such as 2027-01-15T09:00, or with an offset or Z.' }))
}

function wrongPrice(price: number | undefined, currency: string): Detail[] {
  if (price === undefined || decimal(toMinor(price, currency), currency) === price) return []
  const digits = minorDigits(currency)
  const message = digits === 0 ? `Whole ${currency} only.` : `At most ${digits} decimals.`
  return [{ path: 'price', message }]
}

function wrongDays({ sessionType, startTime, endTime, timeZone, days }: Terms): Detail[] {
  if (days.length === 0) return []
  if (sessionType === 'session') return [{ path: 'days', message: 'Only a retreat has days.' }]
  const [first, last] = [dateAt(startTime, timeZone), dateAt(endTime, timeZone)]
  return days.flatMap(({ date }, at) =>
    date < first || date > last
      ? [{ path: `days.${at}.date`, message: `A day from ${first} to ${last}.` }]
      : [],
  )
}

function instant(time: string | undefined, timeZone: string): number | undefined {
  return time === undefined ? undefined : (instantOf(time, timeZone) ?? undefined)
}

/** Without the fields nobody sent: a desk lays these over what it has. */
function defined(changes: SessionChanges): SessionChanges {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
}
