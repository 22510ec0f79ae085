import type { SessionForm } from './session-form'

type Dated = Pick<SessionForm, 'session_type' | 'date' | 'last_day' | 'days'>

const DAY_MS = 86_400_000
/** Further apart than any retreat lasts, two dates are a slip of the keyboard. */
const DAYS_MOST = 62

/**
 * What changes with the first day: a programme without dates gets them, and one that has them moves
 * along with its last day. A date field says `0002`, `0020`, `0202` while a year is typed: each of
 * these moves on from the one before.
 */
export function withFirstDay(form: Dated, date: string): Partial<Dated> {
  const isNew = form.last_day === '' && form.days.length > 0
  if (form.session_type === 'session' || date === '') return { date }
  if (isNew) {
    const days = form.days.map((day, at) => ({ ...day, date: moved(date, at) }))
    return { date, days, last_day: moved(date, days.length - 1) }
  }
  const length = daysFrom(form.date, form.last_day)
  if (!(length >= 0 && length <= DAYS_MOST)) return { date }
  const shift = daysFrom(form.date, date)
  return {
    date,
    last_day: moved(form.last_day, shift),
    days: form.days.map((day) => (day.date ? { ...day, date: moved(day.date, shift) } : day)),
  }
}

/** NaN where one of them is no date. */
const daysFrom = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS

const moved = (date: string, days: number) =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
