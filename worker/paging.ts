import { z } from 'zod'

/** A list longer than this goes on at its `Link: <…>; rel="next"`. */
export const PAGE_MAX = 100

/** Where a page ends: the time its list is ordered by, and the id that settles equal times. */
export type Cursor = { at: number; id: number }

/** The same for lists of any order: the numbers they are ordered by. */
export type Place = readonly number[]

const CURSOR = /^[0-9a-z]{1,11}(\.[0-9a-z]{1,11}){0,2}$/

/** The query parameters every paged list takes. */
export const pageQuery = z.object({
  limit: once()
    .regex(/^\d{1,6}$/, 'A whole number.')
    .transform(Number)
    .refine((limit) => limit >= 1 && limit <= PAGE_MAX, `From 1 to ${PAGE_MAX}.`)
    .optional()
    .transform((limit) => limit ?? PAGE_MAX),
  cursor: cursor()
    .transform((place, check): Cursor => {
      const [at, id] = place
      if (at !== undefined && id !== undefined && place.length === 2) return { at, id }
      check.addIssue(FOREIGN_CURSOR)
      return z.NEVER
    })
    .optional(),
})

export type PageQuery = z.output<typeof pageQuery>

/** A query parameter given more than once arrives as a list, and means nothing. */
export function once() {
  return z.string('Give this once.')
}

/** A cursor of whatever order; how many numbers it has is for its list to judge. */
export function cursor() {
  return once().transform((text, check): Place => {
    const place = readPlace(text)
    if (place) return place
    check.addIssue(FOREIGN_CURSOR)
    return z.NEVER
  })
}

/**
 * A page out of `limit + 1` rows: the one too many only says that there is a next page.
 * `place` tells where a row stands in the order of the list.
 */
export function pageOf<Row, End extends Cursor | Place>(
  rows: Row[],
  limit: number,
  place: (row: Row) => End,
) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? place(last) : null }
}

/** The header for `next`, with everything else that was asked for kept. Relative, so no host is guessed. */
export function linkToNext(url: string, next: Cursor | Place | null): Record<string, string> {
  if (!next) return {}
  const place = 'id' in next ? [next.at, next.id] : next
  const { pathname, searchParams } = new URL(url)
  searchParams.set('cursor', place.map((part) => part.toString(36)).join('.'))
  return { Link: `<${pathname}?${searchParams}>; rel="next"` }
}

const FOREIGN_CURSOR = 'This cursor was not given out by us; start without one.'

function readPlace(text: string): Place | null {
  if (!CURSOR.test(text)) return null
  const place = text.split('.').map((part) => Number.parseInt(part, 36))
  return place.every(Number.isSafeInteger) ? place : null
}
