import { z } from 'zod'

/** A list longer than this goes on at its `Link: <…>; rel="next"`. */
export const PAGE_MAX = 100

/** Where a page ends: the time its list is ordered by, and the id that settles equal times. */
export type Cursor = { at: number; id: number }

const CURSOR = /^([0-9a-z]{1,11})\.([0-9a-z]{1,11})$/

/** The query parameters every paged list takes. */
export const pageQuery = z.object({
  limit: once()
    .regex(/^\d{1,6}$/, 'A whole number.')
    .transform(Number)
    .refine((limit) => limit >= 1 && limit <= PAGE_MAX, `From 1 to ${PAGE_MAX}.`)
    .optional()
    .transform((limit) => limit ?? PAGE_MAX),
  cursor: once()
    .transform((text, check) => {
      const cursor = readCursor(text)
      if (cursor) return cursor
      check.addIssue('This cursor was not given out by us; start without one.')
      return z.NEVER
    })
    .optional(),
})

export type PageQuery = z.output<typeof pageQuery>

/** A query parameter given more than once arrives as a list, and means nothing. */
export function once() {
  return z.string('Give this once.')
}

/**
 * A page out of `limit + 1` rows: the one too many only says that there is a next page.
 * `place` tells where a row stands in the order of the list.
 */
export function pageOf<Row>(rows: Row[], limit: number, place: (row: Row) => Cursor) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? place(last) : null }
}

/** The header for `next`, with everything else that was asked for kept. Relative, so no host is guessed. */
export function linkToNext(url: string, next: Cursor | null): Record<string, string> {
  if (!next) return {}
  const { pathname, searchParams } = new URL(url)
  searchParams.set('cursor', `${next.at.toString(36)}.${next.id.toString(36)}`)
  return { Link: `<${pathname}?${searchParams}>; rel="next"` }
}

function readCursor(text: string): Cursor | null {
  const [, at, id] = CURSOR.exec(text) ?? []
  if (at === undefined || id === undefined) return null
  const cursor = { at: Number.parseInt(at, 36), id: Number.parseInt(id, 36) }
  return Number.isSafeInteger(cursor.at) && Number.isSafeInteger(cursor.id) ? cursor : null
}
