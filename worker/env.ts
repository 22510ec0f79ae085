import type { BookingDesk } from './bookings/booking-desk'
import type { CrmRow } from './bookings/record'
import type { Mail } from './mail/letter'
import type { FacilitatorInbox } from './notifications/facilitator-inbox'

/** Bindings and configuration of the Worker; docs/configuration.md says what each means. */
export interface Env {
  DB: D1Database
  BOOKING_DESK: DurableObjectNamespace<BookingDesk>
  FACILITATOR_INBOX: DurableObjectNamespace<FacilitatorInbox>
  API_RATE?: RateLimit
  SIGN_IN_RATE?: RateLimit
  /** Letters on their way; a site without mail has neither. */
  MAIL?: Queue<Mail>
  EMAIL?: SendEmail
  /** What an outside CRM is told; used where CRM_SERVICE_URL says whom. */
  CRM?: Queue<CrmRow>

  JWT_SECRET_KEY?: string
  JWT_SECRET_KEY_PREVIOUS?: string
  JWT_EXPIRES_HOURS?: string
  TICKET_SIGNING_KEY?: string
  TICKET_SIGNING_KEY_PREVIOUS?: string
  FACILITATOR_SIGNUP?: string
  SITE_NAME?: string
  SITE_URL?: string
  CONTACT_EMAIL?: string
  DEFAULT_TIME_ZONE?: string
  CURRENCY?: string
  OFFER_MINUTES?: string
  CRM_SERVICE_URL?: string
  CRM_BEARER_TOKEN?: string
  PRIVACY_URL?: string
  IMPRINT_URL?: string
  ALLOWED_ORIGINS?: string
  MAIL_FROM?: string
  MAIL_FROM_NAME?: string
  GOOGLE_CLIENT_ID?: string
  GOOGLE_CLIENT_SECRET?: string
  GOOGLE_ISSUER?: string
  /** `off` switches the limits off for load tests on a laptop; set-up writes it beside LOCAL only. */
  RATE_LIMITS?: string
  /** Written by local set-up. A deployed Worker has none, and ignores RATE_LIMITS. */
  LOCAL?: string
}
