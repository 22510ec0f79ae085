import type { ContentfulStatusCode } from 'hono/utils/http-status'

/**
 * Every refusal the API can speak, with its HTTP status. The one place where
 * a code meets a status; verbs throw codes and know nothing of HTTP.
 */
export const STATUS = {
  invalid: 400,
  invalid_json: 400,
  sign_in_required: 401,
  wrong_credentials: 401,
  sign_in_ended: 401,
  google_refused: 401,
  cross_site: 403,
  facilitators_only: 403,
  approval_pending: 403,
  sign_up_closed: 403,
  google_declined: 403,
  google_email_unverified: 403,
  wrong_password: 403,
  not_found: 404,
  method_not_allowed: 405,
  already_booked: 409,
  already_waiting: 409,
  booking_closed: 409,
  booking_ended: 409,
  desk_full: 409,
  email_taken: 409,
  google_attempt_over: 409,
  google_off: 409,
  idempotency_key_reused: 409,
  link_ended: 409,
  list_closed: 409,
  mail_off: 409,
  message_sent: 409,
  no_offer: 409,
  nobody_booked: 409,
  not_booked: 409,
  not_checked_in: 409,
  not_enough_seats: 409,
  offer_ended: 409,
  offer_waiting: 409,
  own_session: 409,
  party_grows: 409,
  party_too_large: 409,
  seats_free: 409,
  session_cancelled: 409,
  session_full: 409,
  session_not_open: 409,
  session_over: 409,
  sessions_remain: 409,
  too_early: 409,
  too_large: 413,
  json_required: 415,
  upgrade_required: 426,
  too_many_requests: 429,
  broken: 500,
  google_unavailable: 503,
  not_configured: 503,
  overloaded: 503,
  unavailable: 503,
} as const satisfies Record<string, ContentfulStatusCode>

export type ErrorCode = keyof typeof STATUS

export type Detail = { path: string; message: string }

/** A refusal in words for people, with its code for programs. `extra` is laid beside them in the body. */
export class ApiError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details?: Detail[],
    readonly extra?: Record<string, unknown>,
  ) {
    super(message)
  }

  get status(): ContentfulStatusCode {
    return STATUS[this.code]
  }
}

/** D1 did not answer, or not in time. Becomes 503 `unavailable`: the truth is not known, so never 404. */
export class DatabaseUnavailable extends Error {
  constructor(cause: unknown) {
    super('D1 did not answer', { cause })
  }
}
