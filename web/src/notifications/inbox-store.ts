import type { Notice, ServerMessage } from '../../../worker/notifications/messages'

/*
 * What the tray knows, and what each message makes of it. Pure: the time comes in as `at`
 * (epoch ms), the wire lies in socket.ts.
 */

export type Connection =
  | 'connecting'
  | 'live'
  | 'reconnecting'
  | 'offline'
  | 'signed-out'
  | 'crowded'

/** The stretch in which notices came and this tray was not live. */
export type Away = { fromMs: number; toMs: number; afterSeq: number; throughSeq: number }

/** The last moment this browser was level with the inbox; kept over reloads. */
export type LastLive = { epoch: string; seq: number; atMs: number }

export type Inbox = {
  connection: Connection
  /** Names the inbox's count of `seq`; null until the first hello. */
  epoch: string | null
  /** Newest first, each seq once. */
  notices: Notice[]
  /** The newest seq seen, null before anything was loaded. */
  lastSeq: number | null
  unread: number
  /** Up to this seq the unread count already includes everything. */
  unreadThrough: number
  /** Whether older ones are to be had by REST. */
  hasOlder: boolean
  presence: number
  lastLive: LastLive | null
  away: Away | null
}

/** A tab left open for weeks keeps no more than this; the rest is a load away. */
export const NOTICES_KEPT = 1_000

export function emptyInbox(lastLive: LastLive | null): Inbox {
  return {
    connection: 'connecting',
    epoch: null,
    notices: [],
    lastSeq: null,
    unread: 0,
    unreadThrough: 0,
    hasOlder: false,
    presence: 0,
    lastLive,
    away: null,
  }
}

/** The tray after a message of the socket. A `gap` and an `error` change nothing here: the list is loaded again. */
export function receive(inbox: Inbox, message: ServerMessage, at: number): Inbox {
  switch (message.type) {
    case 'hello':
      return {
        ...inbox,
        connection: 'live',
        epoch: message.epoch,
        lastSeq: message.epoch === inbox.epoch || !inbox.epoch ? inbox.lastSeq : null,
        unread: message.unread,
        unreadThrough: message.last_seq,
        presence: message.presence,
        away: awayUntil(inbox, message, at) ?? inbox.away,
      }
    case 'notice':
      return withNotice(inbox, message.notice)
    case 'read':
      return markRead(inbox, message.ids, message.unread)
    case 'unread':
      return markUnread(inbox, message.ids, message.unread)
    case 'presence':
      return { ...inbox, presence: message.presence }
    case 'gap':
    case 'error':
      return inbox
  }
}

/** The newest page by REST takes the place of the list; what arrived meanwhile and is newer stays. */
export function loaded(
  inbox: Inbox,
  page: { notices: Notice[]; unread: number; hasOlder: boolean },
): Inbox {
  const newest = page.notices[0]?.seq ?? 0
  const arrivedSince = inbox.notices.filter((notice) => notice.seq > newest)
  const notices = merge(page.notices, arrivedSince)
  return {
    ...inbox,
    notices,
    lastSeq: notices[0]?.seq ?? 0,
    unread: page.unread + arrivedSince.filter((notice) => !notice.read).length,
    unreadThrough: Math.max(newest, notices[0]?.seq ?? 0),
    hasOlder: page.hasOlder,
  }
}

export function loadedOlder(inbox: Inbox, page: { notices: Notice[]; hasOlder: boolean }): Inbox {
  const notices = merge(inbox.notices, page.notices)
  return { ...inbox, notices, hasOlder: page.hasOlder && notices.length < NOTICES_KEPT }
}

/** The socket is gone. From here on she is away, unless she was so already. */
export function lost(inbox: Inbox, connection: Exclude<Connection, 'live'>, at: number): Inbox {
  return { ...inbox, connection, lastLive: lastLiveOf(inbox, at) }
}

/** What to keep over a reload: now, while live; else the moment the connection was lost. */
export function lastLiveOf(inbox: Inbox, at: number): LastLive | null {
  if (inbox.connection !== 'live' || !inbox.epoch) return inbox.lastLive
  return { epoch: inbox.epoch, seq: inbox.lastSeq ?? 0, atMs: at }
}

export function markRead(inbox: Inbox, ids: string[], unread: number): Inbox {
  return withRead(inbox, ids, true, unread)
}

export function markUnread(inbox: Inbox, ids: string[], unread: number): Inbox {
  return withRead(inbox, ids, false, unread)
}

function withRead(inbox: Inbox, ids: string[], read: boolean, unread: number): Inbox {
  const meant = new Set(ids)
  const notices = inbox.notices.map((notice) =>
    meant.has(notice.id) && notice.read !== read ? { ...notice, read } : notice,
  )
  return { ...inbox, notices, unread }
}

/** How many notices came while she was away: seqs have no holes, so it is a difference. */
export function missed(away: Away): number {
  return away.throughSeq - away.afterSeq
}

/** Seqs of two epochs cannot be compared, so across them nothing is claimed. */
function awayUntil(
  inbox: Inbox,
  hello: Extract<ServerMessage, { type: 'hello' }>,
  at: number,
): Away | null {
  const since = inbox.lastLive
  if (inbox.connection === 'live' || !since || since.epoch !== hello.epoch) return null
  if (hello.last_seq <= since.seq) return null
  return { fromMs: since.atMs, toMs: at, afterSeq: since.seq, throughSeq: hello.last_seq }
}

function withNotice(inbox: Inbox, notice: Notice): Inbox {
  if (inbox.notices.some((known) => known.seq === notice.seq)) return inbox
  const isNewToCount = notice.seq > inbox.unreadThrough
  const notices = merge(inbox.notices, [notice])
  return {
    ...inbox,
    notices,
    lastSeq: Math.max(inbox.lastSeq ?? 0, notice.seq),
    unread: inbox.unread + (isNewToCount && !notice.read ? 1 : 0),
    unreadThrough: Math.max(inbox.unreadThrough, notice.seq),
    hasOlder: inbox.hasOlder && notices.length < NOTICES_KEPT,
  }
}

function merge(known: Notice[], more: Notice[]): Notice[] {
  const bySeq = new Map([...more, ...known].map((notice) => [notice.seq, notice]))
  return [...bySeq.values()].sort((a, b) => b.seq - a.seq).slice(0, NOTICES_KEPT)
}
