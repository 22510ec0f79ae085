import { z } from 'zod'
import { HOURS, SESSION_TYPES, WAITLIST_POLICIES } from '../db/schema'
import { cursor, once, pageQuery } from '../paging'
import { atMost, blankIsAbsent, neededText, optionalText, say, text } from '../validate'
import { instantOf, isDate, zoneNamed } from './times'

export const TITLE_MAX = 200
export const DESCRIPTION_MAX = 10_000
export const CAPACITY_MAX = 10_000
export const PRICE_MAX = 1_000_000
/** More entries than a retreat has days helps nobody. */
export const DAYS_MAX = 62
const HOURS_MAX = 8_760
/** What is typed into a search box; whole pages are a mistake. */
const Q_MAX = 200

const day = z.object({
  date: z.string(say('A date is expected here.')).refine(isDate, 'A date such as 2027-05-01.'),
  title: neededText(TITLE_MAX, 'A title is needed.'),
  text: text(2_000)
    .nullish()
    .transform((words) => words ?? ''),
})

/** `POST /sessions`. Times wait for their zone, and the price for its currency, in terms.ts. */
export const newSession = z.object({
  title: neededText(TITLE_MAX, 'A title is needed.'),
  description: clearable(DESCRIPTION_MAX),
  session_type: blankIsAbsent(z.enum(SESSION_TYPES, 'Either session or retreat.')),
  start_time: z.string(say('A time is expected here.')),
  end_time: z.string(say('A time is expected here.')),
  time_zone: blankIsAbsent(zone()),
  capacity: wholeNumber(1, CAPACITY_MAX),
  price: z
    .number(say('A number is expected here.'))
    .min(0, 'Zero or more.')
    .max(PRICE_MAX, atMost(PRICE_MAX)),
  payment_note: clearable(500),
  place_name: clearable(200),
  place_address: clearable(500),
  online_url: clearable(2_000).refine(isWebAddress, 'An address that begins with https://'),
  what_to_expect: clearable(5_000),
  arrival_note: clearable(5_000),
  days: z.array(day, 'A list of days.').max(DAYS_MAX, `At most ${DAYS_MAX} entries.`).nullish(),
  booking_closes_hours: blankIsAbsent(wholeNumber(0, HOURS_MAX)),
  free_cancel_hours: blankIsAbsent(wholeNumber(0, HOURS_MAX)),
  waitlist_policy: blankIsAbsent(z.enum(WAITLIST_POLICIES, 'Either skip or strict.')),
  promotion_closes_hours: blankIsAbsent(wholeNumber(0, HOURS_MAX)),
  status: blankIsAbsent(z.enum(['draft', 'active'], 'Either draft or active.')),
})

/** `PUT /sessions/:id`: what is not sent stays; "" or null empties what may be empty. */
export const sessionFields = newSession.partial()

export type NewSession = z.output<typeof newSession>
export type SessionFields = z.output<typeof sessionFields>

export const cancelling = z.object({ reason: optionalText(500) })

/** Half a year of weeks. */
export const WEEKS_MAX = 26

/** `POST /sessions/:id/duplicate`. */
export const duplicating = z.object({
  start_time: blankIsAbsent(z.string(say('A time is expected here.'))),
  weeks: blankIsAbsent(wholeNumber(1, WEEKS_MAX)),
  status: blankIsAbsent(z.enum(['draft', 'active'], 'Either draft or active.')),
})

export type Duplicating = z.output<typeof duplicating>

export const SORTS = ['soonest', 'price', 'relevance'] as const
export type Sort = (typeof SORTS)[number]

/**
 * `GET /sessions`. A time may be a date: `to=2027-05-31` still shows that day. What is searched
 * comes by relevance unless another order is asked for; without words that means soonest first.
 */
export const listQuery = pageQuery
  .extend({
    q: blankIsAbsent(once().trim().max(Q_MAX, atMost(Q_MAX, ' characters'))),
    type: blankIsAbsent(z.enum(SESSION_TYPES, 'Either session or retreat, once.')),
    hour: blankIsAbsent(z.enum(HOURS, `One of ${HOURS.join(', ')}, once.`)),
    facilitator: blankIsAbsent(
      once()
        .regex(/^[1-9]\d{0,14}$/, 'The id of a facilitator.')
        .transform(Number),
    ),
    max_price: blankIsAbsent(
      once()
        .regex(/^\d{1,9}(\.\d{1,3})?$/, 'An amount such as 25 or 12.50.')
        .transform(Number),
    ),
    available: blankIsAbsent(
      once()
        .regex(/^[1-9]\d{0,5}$/, 'How many seats, at least one.')
        .transform(Number),
    ),
    from: blankIsAbsent(moment()),
    to: blankIsAbsent(moment()),
    sort: blankIsAbsent(z.enum(SORTS, `One of ${SORTS.join(', ')}, once.`)),
    cursor: cursor().optional(),
  })
  .transform((query) => ({
    ...query,
    q: query.q || undefined,
    sort: query.sort ?? (query.q ? 'relevance' : 'soonest'),
  }))

export type ListQuery = z.output<typeof listQuery>

/** Text that may be empty: "" and null are both nothing, a missing field is no opinion. */
function clearable(maxLength: number) {
  return text(maxLength)
    .nullable()
    .transform((words) => words || null)
    .optional()
}

function wholeNumber(min: number, max: number) {
  return z
    .number(say('A number is expected here.'))
    .int('A whole number.')
    .min(min, `At least ${min}.`)
    .max(max, atMost(max))
}

function zone() {
  return z.string('Text is expected here.').transform((name, check) => {
    const zoneName = zoneNamed(name)
    if (zoneName) return zoneName
    check.addIssue('A time zone such as Europe/Amsterdam.')
    return z.NEVER
  })
}

function moment() {
  return once().refine(
    (moment) => isDate(moment) || instantOf(moment, 'UTC') !== null,
    'A date such as 2027-05-01, or a time such as 2027-05-01T09:00.',
  )
}

/** Only http and https: `javascript:` in a link would run on the page of whoever booked. */
function isWebAddress(address: string | null | undefined): boolean {
  if (!address) return true
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)
}
