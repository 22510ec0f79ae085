/*
 * What travels on a facilitator's socket and from a desk to her inbox.
 * docs/notifications.md describes it for people who write a client; the site imports these types.
 */

export const NOTICE_TYPES = [
  'new_booking',
  'booking_cancelled',
  'booking_reduced',
  'session_cancelled',
  'waitlist_joined',
  'waitlist_left',
] as const
export type NoticeType = (typeof NOTICE_TYPES)[number]

/** What a desk says of one thing that happened there. Its place in time is (session_id, rev). */
export type DeskEvent = {
  session_id: number
  /** Rises with every change at that desk; the inbox takes each rev once. */
  rev: number
  type: NoticeType
  /** Absent where a whole session is meant. */
  booking_id: number | null
  user: { id: number; name: string } | null
  session: { id: number; title: string; start_time: string; time_zone: string }
  party_size: number
  /** ISO 8601, UTC. */
  timestamp: string
  /** The sentence a person reads. */
  message: string
}

/** What somebody else's system told us of a booking that none of our desks holds. */
export type OutsideEvent = Omit<DeskEvent, 'rev'> & {
  booking_id: number
  /** Its row in the CRM's log, the same however often it is told. */
  outside_id: number
  /** Epoch ms at which it was first told. */
  received_at: number
}

/** Either, as her inbox keeps and sends it. */
export type Notice = Omit<DeskEvent, 'session_id' | 'rev'> & {
  /** Position in her inbox: 1, 2, 3 … without gaps until pruned. */
  seq: number
  /** `session_id:rev`, or `crm:` and its row there; the same however often it is delivered. */
  id: string
  read: boolean
}

export type ServerMessage =
  | {
      type: 'hello'
      /** Names this inbox's count of `seq`; another epoch means another count. */
      epoch: string
      /** The oldest notice still kept, 0 when there is none. */
      oldest_seq: number
      last_seq: number
      unread: number
      /** Open sockets of this facilitator, this one included. */
      presence: number
    }
  | { type: 'notice'; notice: Notice }
  | { type: 'read'; ids: string[]; unread: number }
  /** A mark was taken back. */
  | { type: 'unread'; ids: string[]; unread: number }
  | { type: 'presence'; presence: number }
  /** What was asked for is no longer kept, or was counted in another epoch: load the list again. */
  | { type: 'gap'; oldest_seq: number; last_seq: number }
  | { type: 'error'; code: string; error: string }

export type ClientMessage =
  /** Cumulative: some client of hers has everything up to here. */
  { type: 'ack'; seq: number } | { type: 'read'; ids: string[] } | { type: 'read'; through: number }
