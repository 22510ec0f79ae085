import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Ctx } from '../context'
import type { Db } from '../db/client'
import {
  crmNotifications,
  deadLetters,
  facilitators,
  identities,
  mailTokens,
  messages,
  signIns,
  users,
} from '../db/schema'
import { isCrmRowOf } from './crm-rows'
import { endingSignIns } from './end-sign-in'

/**
 * What empties an account in D1, for one batch: all of it or nothing. The row stays, because bookings
 * and sessions point to it. What the first two answer is for `closeSockets`; twice is the same as once.
 */
export function emptyingAccount({ db, now }: Pick<Ctx, 'db' | 'now'>, userId: number) {
  return [
    ...endingSignIns({ db, now }, eq(signIns.userId, userId), 'erased'),
    ...emptyCopies(db, userId),
    db.update(signIns).set({ userAgent: '' }).where(eq(signIns.userId, userId)),
    db
      .update(users)
      .set({
        email: null,
        name: '',
        passwordHash: null,
        timeZone: 'UTC',
        emailVerifiedAt: null,
        guestKey: null,
        erasedAt: now,
      })
      .where(and(eq(users.id, userId), isNull(users.erasedAt))),
    db
      .update(facilitators)
      .set({ bio: '', specialization: '', approvedAt: null })
      .where(eq(facilitators.userId, userId)),
    db.delete(identities).where(eq(identities.userId, userId)),
    db.delete(mailTokens).where(eq(mailTokens.userId, userId)),
  ] as const
}

/**
 * What else holds a name: copies that other systems are handed from, and what a facilitator wrote.
 * Emptied before the account: their email finds rows of theirs. Those
 * take our id of the person, so that the repeats find them; the one they came with is personal.
 */
function emptyCopies(db: Db, userId: number) {
  const crm = db
    .update(crmNotifications)
    .set({ userId, userName: '', userEmail: '' })
    .where(isCrmRowOf(db, userId))
  const letters = db
    .delete(deadLetters)
    .where(or(eq(deadLetters.userId, userId), eq(deadLetters.aboutUserId, userId)))
  const own = db
    .select({ id: facilitators.id })
    .from(facilitators)
    .where(eq(facilitators.userId, userId))
  const written = db
    .update(messages)
    .set({ subject: '', text: '' })
    .where(inArray(messages.facilitatorId, own))
  return [crm, letters, written] as const
}
