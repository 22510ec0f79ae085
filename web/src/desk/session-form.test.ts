import { describe, expect, it } from 'vitest'
import type { DeskSession } from './queries'
import { blankForm, bodyOf, fieldOf, formOf, problemsOf, type SessionForm } from './session-form'

const ZONE = 'Europe/Amsterdam'
const sit: SessionForm = {
  ...blankForm(ZONE),
  title: 'Dawn sit',
  date: '2027-05-15',
  start: '06:45',
  length: '45',
  price: '17.5',
}
const retreat: SessionForm = {
  ...sit,
  session_type: 'retreat',
  last_day: '2027-05-18',
  end: '11:00',
  days: [{ date: '2027-05-15', title: 'Arrive', text: '' }],
}

describe('a session as it was typed', () => {
  it('is sent as instants and numbers, what was left empty as empty', () => {
    expect(bodyOf(sit)).toMatchObject({
      start_time: '2027-05-15T04:45:00.000Z',
      end_time: '2027-05-15T05:30:00.000Z',
      time_zone: ZONE,
      capacity: 12,
      price: 17.5,
      online_url: '',
      days: [],
    })
  })

  it('ends after minutes of her own choice', () => {
    const body = bodyOf({ ...sit, length: 'other', other_minutes: '50' })
    expect(body.end_time).toBe('2027-05-15T05:35:00.000Z')
  })

  it('ends on its last day when it is a retreat, and keeps its days', () => {
    expect(bodyOf(retreat)).toMatchObject({
      end_time: '2027-05-18T09:00:00.000Z',
      days: [{ date: '2027-05-15', title: 'Arrive', text: '' }],
    })
  })

  it('loses the days when it becomes a session again', () => {
    expect(bodyOf({ ...retreat, session_type: 'session' }).days).toEqual([])
  })

  it('says what is unfinished at the field where it is', () => {
    const paths = (form: SessionForm) => problemsOf(form).map(({ path }) => path)
    expect(paths(sit)).toEqual([])
    expect(paths({ ...sit, time_zone: 'Europe/Nowhere' })).toEqual(['time_zone'])
    expect(paths({ ...sit, date: '' })).toEqual(['start'])
    expect(paths({ ...sit, length: 'other', other_minutes: '' })).toEqual(['other_minutes'])
    expect(paths({ ...retreat, last_day: '2027-05-14' })).toEqual(['last_day'])
  })

  it('shows what the server says of a time at the field she typed it in', () => {
    expect(fieldOf('start_time', sit)).toBe('start')
    expect(fieldOf('end_time', sit)).toBe('length')
    expect(fieldOf('end_time', retreat)).toBe('last_day')
    expect(fieldOf('days.0.title', retreat)).toBe('days.0.title')
  })
})

describe('a session as it was saved', () => {
  it('comes back into the form and out again unchanged', () => {
    const strict = { ...sit, waitlist_policy: 'strict', promotion_closes_hours: '3' } as const
    for (const form of [sit, retreat, strict, { ...sit, length: 'other', other_minutes: '50' }]) {
      const again = bodyOf(formOf(saved(form)))
      expect(again).toEqual(bodyOf(form))
    }
  })

  it('lends the form nothing of its own: a session lies in a store, of which nothing is cloned', () => {
    const inStore = <Row extends object>(row: Row) => new Proxy(row, {})
    const session = saved(retreat)
    expect(session.days.length).toBeGreaterThan(0)
    const form = formOf({ ...session, days: inStore(session.days.map(inStore)) })
    expect(structuredClone(form).days).toEqual(session.days)
  })
})

function saved(form: SessionForm): DeskSession {
  const body = bodyOf(form)
  return {
    ...body,
    id: 1,
    facilitator: 'Marije',
    facilitator_id: 1,
    status: 'active',
    currency: 'EUR',
    is_online: false,
    promotion_closes_at: '2027-05-14T09:00:00.000Z',
    moved_at: null,
    moved_free_until: null,
    cancel_reason: null,
    hidden_at: null,
    taken: 0,
    pending: 0,
    waiting: 0,
    available_spots: body.capacity,
    over: 0,
    created_at: '2027-01-01T00:00:00.000Z',
    bookings_count: 0,
    booked_value: 0,
  }
}
