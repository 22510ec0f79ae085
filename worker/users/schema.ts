import { z } from 'zod'
import { zoneNamed } from '../sessions/times'
import { optionalText } from '../validate'

const NAME_MAX = 100
/** RFC 5321 lets no address be longer. */
const EMAIL_MAX = 254
const PASSWORD_MIN = 8
const PASSWORD_MAX = 128
const BIO_MAX = 2_000
const SPECIALIZATION_MAX = 200
const ZONE_MAX = 64

const text = z.string({
  error: ({ input }) => (input === undefined ? 'This is needed.' : 'Text is expected here.'),
})

/** Kept trimmed and in lower case: an email is unique whatever its case. */
const email = text
  .trim()
  .toLowerCase()
  .max(EMAIL_MAX, `At most ${EMAIL_MAX} characters.`)
  .pipe(z.email('This does not look like an email address.'))

const password = text
  .min(PASSWORD_MIN, `At least ${PASSWORD_MIN} characters.`)
  .max(PASSWORD_MAX, `At most ${PASSWORD_MAX} characters.`)

export const registration = z.object({
  name: text.trim().min(1, 'This is needed.').max(NAME_MAX, `At most ${NAME_MAX} characters.`),
  email,
  password,
  role: z
    .preprocess(
      (role) => (role === '' || role === null ? undefined : role),
      z.enum(['user', 'facilitator'], 'Either "user" or "facilitator".').optional(),
    )
    .transform((role) => role ?? 'user'),
  bio: optionalText(BIO_MAX),
  specialization: optionalText(SPECIALIZATION_MAX),
  time_zone: optionalText(ZONE_MAX).transform((zone, context) => {
    const named = zone === undefined ? 'UTC' : zoneNamed(zone)
    if (named === null) context.addIssue('An IANA time zone is expected, like Europe/Amsterdam.')
    return named ?? 'UTC'
  }),
})

/** Nothing is said of how either must look: what was never an account is a wrong one. */
export const credentials = z.object({
  email: text.trim().toLowerCase(),
  password: text,
})

/** Browsers send none: theirs is in a cookie. */
export const refreshBody = z.object({ refresh_token: optionalText(200) })

export type Registration = z.output<typeof registration>
export type Credentials = z.output<typeof credentials>
