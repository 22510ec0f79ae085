import { query } from '@solidjs/router'
import { api } from '../api'

/** How far back, as the page's address and the API spell it. */
export const LASTS = ['30d', '90d', '12m', 'all'] as const
export type Last = (typeof LASTS)[number]

export type Statistics = Awaited<ReturnType<typeof readStatistics>>
export type Period = Statistics['periods'][number]
export type Unit = Statistics['unit']

/** Her numbers, on her own clocks. */
export const statistics = query(readStatistics, 'desk-numbers')

export const lastIn = (text: unknown): Last => LASTS.find((one) => one === text) ?? '90d'

/** Whether there is anything to draw. */
export function isEmpty({ totals, fill, waiting_list }: Statistics): boolean {
  return totals.bookings + totals.cancelled + fill.length + waiting_list.joined === 0
}

async function readStatistics(last: Last) {
  const response = await api.facilitator.statistics.$get({ query: { last } })
  return await response.json()
}
