import { z } from 'zod'
import { once, pageQuery } from '../paging'
import { NOTICE_TYPES } from './messages'

/** A position in an inbox; 0 stands before the first. */
export const aSeq = z
  .int('A seq is a whole number, from 0 up.')
  .min(0, 'A seq is a whole number, from 0 up.')

export const readFields = {
  ids: z
    .array(z.string('An id is text.').max(40, 'An id has at most 40 characters.'), 'A list of ids.')
    .min(1, 'At least one id.')
    .max(100, 'At most 100 ids at once; everything up to one goes by through.')
    .optional(),
  through: aSeq.optional(),
}

export const MARK_ONE_OF = { path: ['ids'], message: 'Either ids or through, not both.' }

export function isOneOf({ ids, through }: { ids?: unknown; through?: unknown }): boolean {
  return (ids === undefined) !== (through === undefined)
}

/** What to mark read: some by id, or everything up to a seq. */
export type Mark = { ids: string[] } | { through: number }

export const markBody = z
  .object(readFields, 'An object with ids or through.')
  .refine(isOneOf, MARK_ONE_OF)
  .transform((body) => body as Mark)

/** By 1 everything was marked that was read before marks had numbers. */
const FIRST_MARK = 2

export const unmarkBody = z.object(
  {
    mark: z
      .int('A mark is a whole number.')
      .min(FIRST_MARK, `A mark is a whole number, from ${FIRST_MARK} up.`),
  },
  'An object with a mark.',
)

const seqText = once()
  .regex(/^\d{0,15}$/, 'A seq is a whole number, from 0 up.')
  .optional()
  .transform((text) => (text ? Number(text) : null))

const someTypes = once()
  .transform((text) => text.split(',').map((name) => NOTICE_TYPES.find((type) => type === name)))
  .refine((types) => types.every(Boolean), `Some of ${NOTICE_TYPES.join(', ')}, by commas.`)
  .transform((types) => types.filter((type) => type !== undefined))
  .optional()

/** What is listed of her notices: all of them, unless some are asked for. */
export const listQuery = z.object({
  before: seqText,
  limit: pageQuery.shape.limit,
  type: someTypes,
  session: once()
    .regex(/^[1-9]\d{0,15}$/, 'An id is a whole number.')
    .transform(Number)
    .optional(),
  unread: once()
    .regex(/^1$/, 'Only 1, or left out.')
    .optional()
    .transform((text) => text !== undefined),
})

export type ListQuery = Pick<z.output<typeof listQuery>, 'before' | 'limit'> &
  Partial<z.output<typeof listQuery>>

export const socketQuery = z.object({
  after: seqText,
  epoch: once()
    .max(64, 'At most 64 characters.')
    .optional()
    .transform((epoch) => epoch || null),
})
