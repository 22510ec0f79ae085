import type { Hour } from '../ui/hour'
import { HOURS } from '../ui/hour'
import type { Filter } from './sessions'

/** What is looked for, as the page's address spells it; what is not set is not there. */
export type Search = {
  q?: string
  /** A date: that day only. */
  on?: string
  hour?: Hour
  type?: 'session' | 'retreat'
  /** Only what has a seat left. */
  free?: '1'
  facilitator?: string
}

type Query = Record<string, string | string[] | undefined>

/** Leaves out what nobody could have chosen: addresses are typed and shared. */
export function searchIn(query: Query): Search {
  const { q, on, type, free, facilitator } = onlyOnce(query)
  const words = q?.trim().slice(0, Q_MAX)
  const hour = HOURS.find((one) => one.hour === query.hour)?.hour
  return {
    ...(words ? { q: words } : {}),
    ...(on && isDate(on) ? { on } : {}),
    ...(hour ? { hour } : {}),
    ...(type === 'session' || type === 'retreat' ? { type } : {}),
    ...(free === '1' ? { free } : {}),
    ...(facilitator && /^[1-9]\d{0,14}$/.test(facilitator) ? { facilitator } : {}),
  }
}

/** The same as the API asks for it. */
export function filterOf({ on, free, ...same }: Search): Filter {
  return {
    ...same,
    ...(on ? { from: on, to: on } : {}),
    ...(free ? { available: '1' } : {}),
  }
}

export const ORDERS = ['soonest', 'price', 'relevance'] as const
export type Order = (typeof ORDERS)[number]

/** In which order; how well it fits means something only where words are looked for. */
export function orderIn({ sort }: Query, { q }: Search): Order {
  const order = ORDERS.find((one) => one === sort)
  if (!q && order === 'relevance') return 'soonest'
  return order ?? (q ? 'relevance' : 'soonest')
}

/** How many pages of the list are shown, as the address says: whoever comes back finds their place. */
export function pagesIn({ pages }: Query): number {
  return typeof pages === 'string' && /^[1-9]\d?$/.test(pages) ? Number(pages) : 1
}

/** What the API searches for at most; more is a mistake. */
export const Q_MAX = 200

function onlyOnce(query: Query) {
  const single = Object.entries(query).filter(([, value]) => typeof value === 'string')
  return Object.fromEntries(single) as Record<string, string | undefined>
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
