import { zValidator } from '@hono/zod-validator'
import type { ValidationTargets } from 'hono'
import { z } from 'zod'
import { ApiError } from './errors'

// Where a schema has no words of its own for what is missing or of another kind.
z.config({
  customError: (issue) => {
    if (issue.code !== 'invalid_type') return undefined
    if (issue.input === undefined) return 'This is needed.'
    if (issue.expected === 'object') return 'An object is expected here.'
    return issue.expected === 'array' ? 'A list is expected here.' : undefined
  },
})

/** A part of a request, and what it must look like. */
export type Taken = { target: keyof ValidationTargets; schema: z.ZodType }

const takenBy = new WeakMap<object, Taken>()

/** What a middleware of `validate` lets through, for whoever describes the routes it stands before. */
export function takenWith(middleware: object): Taken | undefined {
  return takenBy.get(middleware)
}

/** Answers 400 `invalid` with one detail per field, in the words of the schema. */
export function validate<Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) {
  const middleware = zValidator(target, schema, (result) => {
    if (result.success) return
    const details = result.error.issues.map((issue) => ({
      path: issue.path.join('.') || (target === 'json' ? 'body' : target),
      message: issue.message,
    }))
    const first = details[0]
    throw new ApiError('invalid', first ? `${first.path}: ${first.message}` : 'Not valid.', details)
  })
  takenBy.set(middleware, { target, schema })
  return middleware
}

/** Ids are dense integers from 1; anything else names nothing, so it reads as not found further on. */
export const idParam = z.object({
  id: z
    .string()
    .regex(/^[1-9]\d{0,15}$/, 'An id is a whole number.')
    .transform(Number)
    .refine(Number.isSafeInteger, 'An id is a whole number below 2⁵³.'),
})

/** One message for what is missing, another for what is of the wrong kind. */
export function say(wrongKind: string) {
  return {
    error: ({ input }: { input?: unknown }) =>
      input === undefined ? 'This is needed.' : wrongKind,
  }
}

export function atMost(max: number, unit = ''): string {
  return `At most ${max.toLocaleString('en')}${unit}.`
}

/** Words of people, without the blanks around them. What shows nothing is none. */
export function text(maxLength: number) {
  return z
    .string(say('Text is expected here.'))
    .overwrite((words) => (SHOWS_NOTHING.test(words) ? '' : words.trim()))
    .max(maxLength, atMost(maxLength, ' characters'))
}

/** Blanks, characters of no width or none at all, and a letter of Braille without a dot. */
const SHOWS_NOTHING = /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u

export function neededText(maxLength: number, missing = 'This is needed.') {
  return text(maxLength).min(1, missing)
}

/** Older forms send "" for a field left empty; where a field is optional that means absent. */
export function optionalText(maxLength: number) {
  return text(maxLength)
    .transform((text) => text || undefined)
    .optional()
    .nullable()
    .transform((text) => text ?? undefined)
}

/** Older forms send "" for what was left empty, and null is no more than that. */
export function blankIsAbsent<Schema extends z.ZodType>(schema: Schema) {
  const orBlank = (value: z.input<Schema> | '' | null | undefined) =>
    value === '' || value === null ? undefined : value
  return z.preprocess(orBlank, schema.optional()).optional()
}

/** The header that makes pressing twice harmless; see DESIGN of bookings in ARCHITECTURE.md. */
export const idempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .min(1, 'At least one character.')
    .max(200, 'At most 200 characters.')
    .optional(),
})
