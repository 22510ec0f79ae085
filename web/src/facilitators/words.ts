import { capital, inWords, plural } from '../ui/numbers'

/** "Three sessions to come", retreats among them. */
export function comingWords(count: number): string {
  if (count === 0) return 'Nothing planned yet'
  return capital(plural(count, '# session to come', '# sessions to come', inWords(count)))
}

export const words = {
  facilitators: 'Facilitators',
  nobody: 'Nobody gives sessions here yet.',
  coming: 'Coming',
  nothingPlanned: 'Nothing is planned yet.',
  allSessions: 'All sessions',
  everybody: 'All facilitators',
  more: 'Show more',
  moreOfHers: 'Everything that is coming',
}
