import { blankForm, type SessionForm } from './session-form'
import { starterWords } from './starter-words'

/** What a new facilitator may begin with, as the editor's address spells it. */
export const STARTERS = ['weekly-class', 'weekend-retreat'] as const
export type Starter = (typeof STARTERS)[number]

export const starterIn = (text: unknown): Starter | undefined =>
  STARTERS.find((one) => one === text)

/** A form that is filled in but for its date; the programme's days get theirs from the first one. */
export function starterForm(starter: Starter, zone: string): SessionForm {
  const { days, ...texts } = starterWords[starter]
  const programme = days.map((day) => ({ ...day, date: '' }))
  return { ...blankForm(zone), ...TERMS[starter], ...texts, days: programme }
}

const TERMS = {
  'weekly-class': {
    session_type: 'session',
    start: '18:30',
    length: '75',
    capacity: '12',
    price: '15',
    free_cancel_hours: '24',
  },
  'weekend-retreat': {
    session_type: 'retreat',
    start: '17:00',
    end: '15:00',
    capacity: '14',
    price: '320',
    booking_closes_hours: '72',
    free_cancel_hours: '336',
  },
} as const satisfies Record<Starter, Partial<SessionForm>>
