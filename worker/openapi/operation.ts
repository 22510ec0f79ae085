import { z } from 'zod'
import type { ErrorCode } from '../errors'

/*
 * How a noun tells of its routes, in `operations.ts` beside them: what the code of a handler cannot
 * say by itself. What a route takes is not told here; its own `validate()` is asked.
 */

export type Operation = {
  /** What it is for, without a full stop. */
  summary: string
  description?: string
  /** Decides which proof it asks for, and which refusals follow from that. */
  who: 'anyone' | 'signed in' | 'facilitator' | 'crm'
  /** By status; a schema alone is JSON. */
  answers: Record<number, z.ZodType | Answer>
  /** Of its own verb; what middleware refuses is known. */
  refuses?: ErrorCode[]
}

export type Answer = {
  description: string
  /** JSON unless said. */
  mediaType?: string
  schema?: z.ZodType
  headers?: Record<string, string>
}

/** By `METHOD /path`, as Hono spells it. */
export type Operations = Record<string, Operation>

/** Whole numbers from 1; a booking's id is its session's times a million, and more. */
export const id = z.int().min(1)

export const count = z.int().min(0)

/** ISO 8601 in UTC: `2027-01-15T09:00:00.000Z`. */
export const instant = z.string().meta({ format: 'date-time' })

/** In whole units of the currency. */
export const money = z.number().meta({ description: 'A decimal amount of `currency`.' })

export const timeZone = z.string().meta({ description: 'IANA name, such as Europe/Amsterdam.' })

/** A sentence for people. */
export const message = z.string()

/** Where nothing but a sentence is to be said. */
export const said = z.object({ message })

/** A bare array, of which the next page is at `Link`. */
export function pages(item: z.ZodType): Answer {
  return {
    description: 'A page of the list.',
    schema: z.array(item),
    headers: { Link: 'Where the list goes on: `<…>; rel="next"`. Absent on its last page.' },
  }
}
