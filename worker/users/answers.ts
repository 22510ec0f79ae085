import { z } from 'zod'
import { bookingFields } from '../bookings/answers'
import { crmNotification } from '../crm/answers'
import { notice } from '../notifications/answers'
import { count, id, instant, message, timeZone } from '../openapi/operation'
import { ownSession } from '../sessions/answers'

const role = z.enum(['user', 'facilitator'])

const accessToken = z
  .string()
  .optional()
  .meta({ description: 'Absent for browsers, which have it in a cookie.' })

/** What every way of signing in answers. */
export const granted = z
  .object({
    user: z.object({ id, email: z.string(), name: z.string(), role }),
    access_token: accessToken,
    refresh_token: accessToken,
  })
  .meta({ id: 'Granted' })

export const profile = z
  .object({
    id,
    email: z.string(),
    name: z.string(),
    role,
    time_zone: timeZone,
    email_verified: z.boolean(),
    has_password: z.boolean(),
    created_at: instant,
    facilitator: z
      .object({ id, bio: z.string(), specialization: z.string(), approved: z.boolean() })
      .nullable(),
  })
  .meta({ id: 'Profile' })

export const me = z.object({ user: profile })

/** A token holds name and role, so a change of them hands out a new one. */
export const changedMe = z.object({ message, user: profile, access_token: accessToken })

const signInTimes = {
  id: z.string(),
  user_agent: z.string(),
  created_at: instant,
  last_used_at: instant,
}

export const signIns = z.array(
  z
    .object({ ...signInTimes, current: z.boolean().meta({ description: 'The one that asks.' }) })
    .meta({ id: 'SignIn' }),
)

export const letterSent = z.object({ message, sent: z.boolean() })

export const nonce = z.object({ nonce: z.string(), expires_at: instant })

export const everythingOfMe = z.object({
  exported_at: instant,
  account: profile.extend({ email_verified_at: instant.nullable() }),
  sign_ins: z.array(
    z.object({
      ...signInTimes,
      ended_at: instant.nullable(),
      end_reason: z.string().nullable(),
    }),
  ),
  identities: z.array(z.object({ issuer: z.string(), subject: z.string(), created_at: instant })),
  bookings: z.array(z.object({ ...bookingFields, session_id: id, called: z.string().nullable() })),
  crm_notifications: z.array(crmNotification.omit({ facilitator_id: true, processed: true })),
  letters: z.array(z.object({ kind: z.string(), state: z.string(), sent_at: instant.nullable() })),
  sessions: z.array(ownSession),
  messages: z.array(
    z.object({
      id,
      session_id: id,
      subject: z.string(),
      text: z.string(),
      recipients: count,
      created_at: instant,
    }),
  ),
  notices: z.array(notice).meta({ description: 'What a facilitator was told, newest first.' }),
})
