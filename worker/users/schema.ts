import { z } from 'zod'
import { zoneNamed } from '../sessions/times'
import { atMost, blankIsAbsent, neededText, optionalText, say, text } from '../validate'
import { isCommon } from './common-passwords'

const NAME_MAX = 100
/** RFC 5321 lets no address be longer. */
const EMAIL_MAX = 254
const PASSWORD_MIN = 8
const PASSWORD_MAX = 128
const BIO_MAX = 2_000
const SPECIALIZATION_MAX = 200
const ZONE_MAX = 64
const TOKEN_MAX = 200

/** As it was typed: what is secret is not tidied. */
const word = z.string(say('Text is expected here.'))

/** Kept trimmed and in lower case: an email is unique whatever its case. */
export const email = word
  .trim()
  .toLowerCase()
  .max(EMAIL_MAX, atMost(EMAIL_MAX, ' characters'))
  .pipe(z.email('This does not look like an email address.'))

/** One that is about to be kept. The word is on none of the lists that guessers start with. */
const newPassword = word
  .min(PASSWORD_MIN, `At least ${PASSWORD_MIN} characters.`)
  .max(PASSWORD_MAX, atMost(PASSWORD_MAX, ' characters'))
  .refine((word) => !isCommon(word), 'Very many people use this one. Choose another.')

/** One that exists, to confirm something; an account may have none, and "" says so. */
const optionalPassword = word
  .max(PASSWORD_MAX, atMost(PASSWORD_MAX, ' characters'))
  .nullish()
  .transform((word) => word || undefined)

/** "" and null are both nothing; what is not sent stays. */
function clearable(lengthMax: number) {
  return text(lengthMax)
    .nullable()
    .transform((words) => words ?? '')
    .optional()
}

export const name = neededText(NAME_MAX)

const timeZone = optionalText(ZONE_MAX).transform((zone, context) => {
  if (zone === undefined) return undefined
  const named = zoneNamed(zone)
  if (named === null) context.addIssue('An IANA time zone is expected, like Europe/Amsterdam.')
  return named ?? undefined
})

export const registration = z.object({
  name,
  email,
  password: newPassword,
  role: blankIsAbsent(z.enum(['user', 'facilitator'], 'Either "user" or "facilitator".')).transform(
    (role) => role ?? 'user',
  ),
  bio: optionalText(BIO_MAX),
  specialization: optionalText(SPECIALIZATION_MAX),
  time_zone: timeZone.transform((zone) => zone ?? 'UTC'),
})

/** Nothing is said of how either must look: what was never an account is a wrong one. */
export const credentials = z.object({
  email: word.trim().toLowerCase(),
  password: word,
})

/** What is not said, or null, stays; an empty bio, or null, is one that was emptied. */
export const profileChanges = z.object({
  name: z.preprocess((typed) => typed ?? undefined, name.optional()).optional(),
  email: blankIsAbsent(email),
  /** Asked for a new email only. */
  password: optionalPassword,
  time_zone: timeZone,
  bio: clearable(BIO_MAX),
  specialization: clearable(SPECIALIZATION_MAX),
})

export const teaching = z.object({
  bio: optionalText(BIO_MAX),
  specialization: optionalText(SPECIALIZATION_MAX),
})

export const farewell = z.object({ password: optionalPassword })

export const passwordChange = z.object({
  current_password: optionalPassword,
  new_password: newPassword,
})

export const forgotten = z.object({ email })

const token = word.trim().min(1, 'This is needed.').max(TOKEN_MAX, atMost(TOKEN_MAX, ' characters'))

export const emailProof = z.object({ token })

export const passwordReset = z.object({ token, password: newPassword })

export const signInParam = z.object({ id: z.string().max(TOKEN_MAX, 'No sign-in has such an id.') })

/** Browsers send none: theirs is in a cookie. */
export const refreshBody = z.object({ refresh_token: optionalText(200) })

export type ProfileChanges = z.output<typeof profileChanges>
export type Teaching = z.output<typeof teaching>
export type PasswordChange = z.output<typeof passwordChange>
export type PasswordReset = z.output<typeof passwordReset>
export type Registration = z.output<typeof registration>
export type Credentials = z.output<typeof credentials>
