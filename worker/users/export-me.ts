import { bookingCore } from '../bookings/booking'
import type { Ctx } from '../context'
import type { crmNotifications, signIns } from '../db/schema'
import { facilitatorInbox, withOneRetry } from '../durable-objects'
import { NOTICES_MAX } from '../notifications/queue'
import { iso, ownSessionOut } from '../sessions/session'
import { readAllOf } from './export-queries'
import { findOwnProfile, profileOut } from './me'

/**
 * Everything we keep of who asks, in the words of the API. What is left out is nobody's to read:
 * hashes of passwords and tokens. The bookings of a facilitator's sessions are about others and
 * theirs; what she was told of them is hers too, as long as it is kept.
 */
export async function exportMe(ctx: Ctx) {
  const profile = await findOwnProfile(ctx)
  const { user, facilitator } = profile
  const { signedIn, known, booked, told, letters, given, written } = await readAllOf(
    ctx.db,
    user.id,
    facilitator?.id ?? 0,
  )
  const notices = facilitator ? await listAllNotices(ctx, facilitator.id) : []
  return {
    exported_at: iso(ctx.now),
    account: {
      ...profileOut(profile),
      email_verified_at: user.emailVerifiedAt && iso(user.emailVerifiedAt),
    },
    sign_ins: inOrder(signedIn, ({ createdAt }) => createdAt).map(signInOut),
    identities: known.map(({ issuer, subject, createdAt }) => ({
      issuer,
      subject,
      created_at: iso(createdAt),
    })),
    bookings: inOrder(booked, ({ createdAt }) => createdAt).map((booking) => ({
      ...bookingCore(booking),
      session_id: booking.sessionId,
      called: booking.called,
    })),
    crm_notifications: told.map(crmOut),
    letters: inOrder(letters, ({ triedAt }) => triedAt).map(({ kind, state, sentAt }) => ({
      kind,
      state,
      sent_at: sentAt && iso(sentAt),
    })),
    sessions: given.map((row) => ownSessionOut(row, row, { name: user.name })),
    messages: written.map(({ id, sessionId, subject, text, recipients, createdAt }) => ({
      id,
      session_id: sessionId,
      subject,
      text,
      recipients,
      created_at: iso(createdAt),
    })),
    notices,
  }
}

function inOrder<Row>(rows: Row[], at: (row: Row) => number): Row[] {
  return rows.toSorted((a, b) => at(a) - at(b))
}

/** An inbox keeps no more than this, so one page is all of it. */
async function listAllNotices({ env }: Ctx, facilitatorId: number) {
  const page = { before: null, limit: NOTICES_MAX }
  return (await withOneRetry(() => facilitatorInbox(env, facilitatorId).list(page))).notices
}

function signInOut(row: typeof signIns.$inferSelect) {
  return {
    id: row.id,
    user_agent: row.userAgent,
    created_at: iso(row.createdAt),
    last_used_at: iso(row.lastUsedAt),
    ended_at: row.endedAt && iso(row.endedAt),
    end_reason: row.endReason,
  }
}

function crmOut(row: typeof crmNotifications.$inferSelect) {
  return {
    id: row.id,
    kind: row.kind,
    booking_id: row.bookingId,
    user: { id: row.userId, name: row.userName, email: row.userEmail },
    event: { id: row.eventId, title: row.eventTitle, start_time: row.eventStartTime },
    received_at: iso(row.receivedAt),
  }
}
