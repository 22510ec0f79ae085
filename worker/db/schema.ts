import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/*
 * D1: who people are, what is on offer, and a readable copy of every booking.
 * Times are epoch milliseconds, money is minor units. `sessions` and `bookings` are copies of
 * what desks hold, so they carry no foreign key, unique or check: one row can never fail a batch.
 */

export const users = sqliteTable(
  'users',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** Trimmed and lower-cased: an email is unique whatever its case. Empty once erased. */
    email: text('email'),
    name: text('name').notNull(),
    role: text('role', { enum: ['user', 'facilitator'] }).notNull(),
    /** PHC string; absent for guests and accounts that sign in elsewhere. */
    passwordHash: text('password_hash'),
    timeZone: text('time_zone').notNull().default('UTC'),
    emailVerifiedAt: integer('email_verified_at'),
    createdAt: integer('created_at').notNull(),
    erasedAt: integer('erased_at'),
    /** What a guest without an email was added by, so that adding them twice makes one of them. */
    guestKey: text('guest_key'),
  },
  (table) => [
    uniqueIndex('users_email').on(table.email),
    uniqueIndex('users_guest').on(table.guestKey),
    index('users_without_password').on(table.createdAt).where(sql`${table.passwordHash} is null`),
  ],
)

export const facilitators = sqliteTable(
  'facilitators',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id),
    bio: text('bio').notNull().default(''),
    specialization: text('specialization').notNull().default(''),
    /** Absent until an operator approves; without it nothing can be published. */
    approvedAt: integer('approved_at'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('facilitators_user').on(table.userId),
    index('facilitators_approved').on(table.approvedAt, table.id),
  ],
)

/** A sign-in: one browser or client, from its password to its sign-out. */
export const signIns = sqliteTable(
  'sign_ins',
  {
    id: text('id').primaryKey(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id),
    /** Where its tokens live: in `__Host-` cookies, or in the bodies that other clients read. */
    carrier: text('carrier', { enum: ['cookie', 'body'] }).notNull(),
    /** SHA-256 of the refresh token that is good now, and of the one before it. */
    currentHash: text('current_hash').notNull(),
    previousHash: text('previous_hash'),
    /** HMAC salt from which the current token followed out of the previous one. */
    rotationSalt: text('rotation_salt'),
    rotatedAt: integer('rotated_at').notNull(),
    /** What the client calls itself, for the list of places one is signed in. */
    userAgent: text('user_agent').notNull().default(''),
    createdAt: integer('created_at').notNull(),
    lastUsedAt: integer('last_used_at').notNull(),
    endedAt: integer('ended_at'),
    endReason: text('end_reason', {
      enum: ['sign_out', 'reuse', 'revoked', 'password', 'erased'],
    }),
  },
  (table) => [
    uniqueIndex('sign_ins_current').on(table.currentHash),
    index('sign_ins_previous').on(table.previousHash),
    index('sign_ins_user').on(table.userId),
    index('sign_ins_created').on(table.createdAt),
  ],
)

/** Who somebody is elsewhere. The pair names a person for good; an email there may change. */
export const identities = sqliteTable(
  'identities',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.subject] }),
    index('identities_user').on(table.userId),
  ],
)

/** Browsers that were sent to Google and are not back yet. */
export const googleAttempts = sqliteTable(
  'google_attempts',
  {
    state: text('state').primaryKey(),
    /** SHA-256 of what its cookie says: nobody else may come back in its place. */
    browserHash: text('browser_hash').notNull(),
    nonce: text('nonce').notNull(),
    /** PKCE: Google hands out nothing to whoever does not know it. */
    verifier: text('verifier').notNull(),
    returnPath: text('return_path').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('google_attempts_expires').on(table.expiresAt)],
)

/** Handed out to clients that ask Google themselves; each makes one credential good, once. */
export const googleNonces = sqliteTable(
  'google_nonces',
  {
    nonce: text('nonce').primaryKey(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('google_nonces_expires').on(table.expiresAt)],
)

/** The links in our letters: one row a link, gone once it is used. Who holds the token owns the mailbox. */
export const mailTokens = sqliteTable(
  'mail_tokens',
  {
    /** SHA-256 of the token, base64url: see users/mail-tokens.ts. */
    hash: text('hash').primaryKey(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id),
    kind: text('kind', { enum: ['verify_email', 'reset_password'] }).notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [
    index('mail_tokens_user').on(table.userId),
    index('mail_tokens_expires').on(table.expiresAt),
  ],
)

/** Tries that are limited per account, one row each, kept as long as they count. */
export const attempts = sqliteTable(
  'attempts',
  {
    id: integer('id').primaryKey(),
    /** What was tried, and a hash of whose account it was: see users/attempts.ts. */
    key: text('key').notNull(),
    at: integer('at').notNull(),
    endsAt: integer('ends_at').notNull(),
  },
  (table) => [
    index('attempts_key').on(table.key, table.at),
    index('attempts_ends').on(table.endsAt),
  ],
)

/** Who asked to be forgotten. Repeated until every desk has, and no token of theirs is good any more. */
export const erasures = sqliteTable(
  'erasures',
  {
    userId: integer('user_id').primaryKey(),
    requestedAt: integer('requested_at').notNull(),
    doneAt: integer('done_at'),
  },
  (table) => [index('erasures_done').on(table.doneAt)],
)

/** Desks that have forgotten somebody, for as long as the erasure runs. */
export const erasedDesks = sqliteTable(
  'erased_desks',
  {
    userId: integer('user_id').notNull(),
    sessionId: integer('session_id').notNull(),
    /** What was booked there later has yet to be forgotten. */
    erasedAt: integer('erased_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.sessionId] })],
)

export const SESSION_STATUSES = ['draft', 'active', 'cancelled'] as const
export const SESSION_TYPES = ['session', 'retreat'] as const
export const WAITLIST_POLICIES = ['skip', 'strict'] as const
/** The light at the time a session starts, where it is held; sessions/hour.ts says when each begins. */
export const HOURS = ['dawn', 'morning', 'noon', 'afternoon', 'dusk', 'night'] as const

/** Words and terms of a session; its desk keeps the same columns. */
export const sessionColumns = {
  facilitatorId: integer('facilitator_id').notNull(),
  status: text('status', { enum: SESSION_STATUSES }).notNull(),
  sessionType: text('session_type', { enum: SESSION_TYPES }).notNull(),
  title: text('title').notNull(),
  description: text('description').notNull().default(''),
  startTime: integer('start_time').notNull(),
  endTime: integer('end_time').notNull(),
  timeZone: text('time_zone').notNull(),
  capacity: integer('capacity').notNull(),
  priceMinor: integer('price_minor').notNull(),
  currency: text('currency').notNull(),
  paymentNote: text('payment_note'),
  placeName: text('place_name'),
  placeAddress: text('place_address'),
  /** Shown to booked people only. */
  onlineUrl: text('online_url'),
  whatToExpect: text('what_to_expect'),
  /** Told to booked people only. */
  arrivalNote: text('arrival_note'),
  /** The programme of a retreat: JSON `[{date, title, text}]`. */
  days: text('days', { mode: 'json' }).$type<RetreatDay[]>().notNull().default(sql`'[]'`),
  bookingClosesHours: integer('booking_closes_hours').notNull().default(0),
  freeCancelHours: integer('free_cancel_hours').notNull().default(0),
  waitlistPolicy: text('waitlist_policy', { enum: WAITLIST_POLICIES }).notNull().default('skip'),
  promotionClosesHours: integer('promotion_closes_hours').notNull().default(0),
  cancelReason: text('cancel_reason'),
  /** When it last moved to another time or place, and until when those who had booked may leave freely. */
  movedAt: integer('moved_at'),
  movedFreeUntil: integer('moved_free_until'),
  createdAt: integer('created_at').notNull(),
}

export const sessions = sqliteTable(
  'sessions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    ...sessionColumns,
    /** Rev of the words and terms above, and of the counts below: they travel apart. */
    rev: integer('rev').notNull().default(0),
    seatsRev: integer('seats_rev').notNull().default(0),
    /** Seats of confirmed, attended, no-show, held and offered rows. */
    taken: integer('taken').notNull().default(0),
    /** Of those, the ones nobody has confirmed yet: held or offered. */
    pending: integer('pending').notNull().default(0),
    /** People on the waiting list. */
    waiting: integer('waiting').notNull().default(0),
    /** Seats that can be booked directly. */
    available: integer('available').notNull().default(0),
    /** Set and taken away by operators alone (`npm run sessions`); no desk writes it. */
    hiddenAt: integer('hidden_at'),
    /** Follows from start and zone, which SQLite cannot reckon; absent until the sweep fills it in. */
    hour: text('hour', { enum: HOURS }),
  },
  // Words are found by `sessions_fts`, which triggers keep: drizzle knows neither.
  (table) => [
    index('sessions_coming').on(table.status, table.startTime, table.id),
    index('sessions_facilitator').on(table.facilitatorId, table.startTime, table.id),
    index('sessions_end').on(table.endTime, table.id),
    index('sessions_hour').on(table.status, table.hour, table.startTime, table.id),
    index('sessions_price').on(table.status, table.priceMinor, table.startTime, table.id),
    index('sessions_without_hour').on(table.id).where(sql`${table.hour} is null`),
  ],
)

export type RetreatDay = { date: string; title: string; text: string }

/** What a facilitator's `POST /sessions` was known by, so that sending it twice makes one session. */
export const sessionKeys = sqliteTable(
  'session_keys',
  {
    facilitatorId: integer('facilitator_id').notNull(),
    key: text('key').notNull(),
    fingerprint: text('fingerprint').notNull(),
    sessionId: integer('session_id').notNull(),
    /** Made in one transaction, so their ids follow each other. */
    sessionCount: integer('session_count').notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.facilitatorId, table.key] })],
)

/** What a facilitator wrote to those who booked a session. */
export const messages = sqliteTable(
  'messages',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    facilitatorId: integer('facilitator_id').notNull(),
    sessionId: integer('session_id').notNull(),
    idempotencyKey: text('idempotency_key'),
    fingerprint: text('fingerprint').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    /** How many people it went to. */
    recipients: integer('recipients').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    index('messages_facilitator').on(table.facilitatorId, table.createdAt),
    uniqueIndex('messages_key').on(table.facilitatorId, table.idempotencyKey),
  ],
)

export const BOOKING_STATES = [
  'held',
  'confirmed',
  'waitlisted',
  'offered',
  'attended',
  'no_show',
  'cancelled',
  'expired',
  'declined',
  'left',
] as const

export const BOOKED_BY = ['user', 'facilitator'] as const

/** A booking; its desk keeps the same columns under stricter rules. */
export const bookingColumns = {
  /** `session_id × 1,000,000 + n`: the desk can be computed from it. */
  id: integer('id').primaryKey(),
  sessionId: integer('session_id').notNull(),
  facilitatorId: integer('facilitator_id').notNull(),
  userId: integer('user_id').notNull(),
  state: text('state', { enum: BOOKING_STATES }).notNull(),
  partySize: integer('party_size').notNull(),
  /** Who else comes: JSON array of names. */
  names: text('names', { mode: 'json' }).$type<string[]>().notNull(),
  notes: text('notes'),
  /** Per seat, as agreed when it was booked. */
  priceMinor: integer('price_minor').notNull(),
  currency: text('currency').notNull(),
  idempotencyKey: text('idempotency_key'),
  /** SHA-256 of the body that came with the key. */
  fingerprint: text('fingerprint'),
  /** When a hold or an offer ends. */
  expiresAt: integer('expires_at'),
  cancelledBy: text('cancelled_by', { enum: ['user', 'facilitator', 'session'] }),
  cancelReason: text('cancel_reason'),
  /** Given back, all or some of it, after the free time had passed. */
  late: integer('late', { mode: 'boolean' }).notNull().default(false),
  /** Who made it: the person themselves, or the facilitator at the door or on the phone. */
  bookedBy: text('booked_by', { enum: BOOKED_BY }).notNull().default('user'),
  /** What the facilitator called whom she added: the name of their account is theirs to tell her. */
  called: text('called'),
  /** When it joined the waiting list, whatever became of it there. */
  waitedAt: integer('waited_at'),
  /** When they were let in; absent again once that is undone. */
  checkedInAt: integer('checked_in_at'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
  rev: integer('rev').notNull(),
}

export const bookings = sqliteTable('bookings', bookingColumns, (table) => [
  index('bookings_session').on(table.sessionId, table.createdAt),
  index('bookings_user').on(table.userId, table.sessionId),
  index('bookings_facilitator').on(table.facilitatorId, table.createdAt),
])

export const CRM_KINDS = ['new_booking', 'booking_cancelled'] as const

/** What a CRM reads: one row for each booking and each cancellation, and those it posted itself. */
export const crmNotifications = sqliteTable(
  'crm_notifications',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    bookingId: integer('booking_id').notNull(),
    kind: text('kind', { enum: CRM_KINDS }).notNull(),
    userId: integer('user_id').notNull(),
    userName: text('user_name').notNull(),
    userEmail: text('user_email').notNull(),
    eventId: integer('event_id').notNull(),
    eventTitle: text('event_title').notNull(),
    /** ISO 8601, UTC. */
    eventStartTime: text('event_start_time').notNull(),
    facilitatorId: integer('facilitator_id').notNull(),
    receivedAt: integer('received_at').notNull(),
    processed: integer('processed', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    uniqueIndex('crm_once').on(table.bookingId, table.kind),
    index('crm_user').on(table.userId),
    index('crm_email').on(sql`lower(${table.userEmail})`),
    index('crm_processed').on(table.processed, table.id),
  ],
)

/** Which rows of that log an outside CRM would not take; nothing of what they say. */
export const crmDeadLetters = sqliteTable(
  'crm_dead_letters',
  {
    bookingId: integer('booking_id').notNull(),
    kind: text('kind', { enum: CRM_KINDS }).notNull(),
    diedAt: integer('died_at').notNull(),
    /** Set by an operator: the sweep queues it anew. */
    replay: integer('replay', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.bookingId, table.kind] }),
    index('crm_dead_letters_replay').on(table.replay, table.diedAt),
  ],
)

/**
 * One row a letter: claimed with a lease before it is sent, marked afterwards, so that a letter
 * delivered twice by its queue goes out once. Says nothing of what it says.
 */
export const mail = sqliteTable(
  'mail',
  {
    /** The event's id: the same for the same letter to the same person. */
    id: text('id').primaryKey(),
    userId: integer('user_id').notNull(),
    kind: text('kind').notNull(),
    state: text('state', { enum: ['sending', 'sent', 'dropped', 'refused'] }).notNull(),
    /** Until then the letter is some consumer's, unless it crashed. */
    leaseUntil: integer('lease_until').notNull(),
    attempts: integer('attempts').notNull(),
    /** Why the last attempt failed: a code of the binding's. */
    error: text('error'),
    triedAt: integer('tried_at').notNull(),
    sentAt: integer('sent_at'),
  },
  (table) => [
    index('mail_errors').on(table.error, table.triedAt),
    index('mail_tried').on(table.triedAt),
    index('mail_user').on(table.userId),
  ],
)

/** Letters that were given up, kept so that an operator can have them sent again. */
export const deadLetters = sqliteTable(
  'dead_letters',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    userId: integer('user_id').notNull(),
    /** Who else the letter speaks of. */
    aboutUserId: integer('about_user_id'),
    /** The letter as it was queued, as JSON; absent where it held a token. */
    body: text('body'),
    reason: text('reason').notNull(),
    diedAt: integer('died_at').notNull(),
    /** Set by an operator: the sweep queues the letter anew. */
    replay: integer('replay', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    index('dead_letters_replay').on(table.replay, table.diedAt),
    index('dead_letters_user').on(table.userId),
    index('dead_letters_about').on(table.aboutUserId),
  ],
)

/** Where the sweep stopped, so that the next run goes on from there. */
export const sweepCursor = sqliteTable('sweep_cursor', {
  id: integer('id').primaryKey(),
  afterSessionId: integer('after_session_id').notNull(),
})
