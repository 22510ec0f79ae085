import { describe, expect, it } from 'vitest'
import type { Notice, ServerMessage } from '../../../worker/notifications/messages'
import {
  emptyInbox,
  type Inbox,
  lastLiveOf,
  loaded,
  loadedOlder,
  lost,
  missed,
  NOTICES_KEPT,
  receive,
} from './inbox-store'

const EIGHT_TWELVE = Date.UTC(2027, 4, 14, 8, 12)
const HALF_PAST_TEN = Date.UTC(2027, 4, 14, 10, 30)

describe('the tray', () => {
  it('keeps each notice once, newest first, in whatever order and number they come', () => {
    const doubled = [1, 2, 2, 3, 1].reduce((now, seq) => take(now, arriving(seq)), live())
    const mixed = [3, 1, 2].reduce((now, seq) => take(now, arriving(seq)), live())
    expect([seqs(doubled), seqs(mixed)]).toEqual([
      [3, 2, 1],
      [3, 2, 1],
    ])
    expect([doubled.lastSeq, mixed.lastSeq]).toEqual([3, 3])
    expect(doubled.unread).toBe(3)
  })

  it('does not count again what the count of the hello already includes', () => {
    const behind = take(emptyInbox(null), hello({ last_seq: 2, unread: 2 }))
    const level = take(take(behind, arriving(1)), arriving(2))
    expect(level.unread).toBe(2)
    expect(take(level, arriving(3)).unread).toBe(3)
  })

  it('takes what another tab has read as read here, and its count', () => {
    const two = take(take(live(), arriving(1)), arriving(2))
    const after = take(two, { type: 'read', ids: ['7:1'], unread: 1 })
    expect(after.notices.map((notice) => notice.read)).toEqual([false, true])
    const back = take(after, { type: 'unread', ids: ['7:1'], unread: 2 })
    expect([back.notices.map((notice) => notice.read), back.unread]).toEqual([[false, false], 2])
    expect(after.unread).toBe(1)
  })

  it('keeps a notice that arrives while the list is loading', () => {
    const early = take(live(), arriving(3))
    const after = loaded(early, { notices: [notice(2), notice(1)], unread: 2, hasOlder: false })
    expect(seqs(after)).toEqual([3, 2, 1])
    expect(after.unread).toBe(3)
  })

  it('puts older pages below, without a double', () => {
    const first = loaded(live(), { notices: [notice(4), notice(3)], unread: 4, hasOlder: true })
    const after = loadedOlder(first, { notices: [notice(3), notice(2)], hasOlder: false })
    expect(seqs(after)).toEqual([4, 3, 2])
    expect(after.hasOlder).toBe(false)
    expect(after.unread).toBe(4)
  })

  it('holds a bounded number, the newest', () => {
    let inbox = live()
    for (let seq = 1; seq <= NOTICES_KEPT + 5; seq++) inbox = take(inbox, arriving(seq))
    expect(inbox.notices).toHaveLength(NOTICES_KEPT)
    expect(inbox.notices.at(-1)?.seq).toBe(6)
  })
})

describe('while she was away', () => {
  it('says from when to when, and how many', () => {
    const before = take(live(), arriving(1))
    const offline = lost(before, 'offline', EIGHT_TWELVE)
    const stillOffline = lost(offline, 'reconnecting', EIGHT_TWELVE + 60_000)
    const back = receive(stillOffline, hello({ last_seq: 4, unread: 4 }), HALF_PAST_TEN)
    expect(back.away).toEqual({
      fromMs: EIGHT_TWELVE,
      toMs: HALF_PAST_TEN,
      afterSeq: 1,
      throughSeq: 4,
    })
    expect(back.away && missed(back.away)).toBe(3)
  })

  it('is known over a reload of the page', () => {
    const kept = lastLiveOf(take(live(), arriving(1)), EIGHT_TWELVE)
    const fresh = loaded(emptyInbox(kept), {
      notices: [notice(2), notice(1)],
      unread: 2,
      hasOlder: false,
    })
    const back = receive(fresh, hello({ last_seq: 2, unread: 2 }), HALF_PAST_TEN)
    expect(back.away).toMatchObject({ fromMs: EIGHT_TWELVE, afterSeq: 1, throughSeq: 2 })
  })

  it('stays in the tray when the line is cut once more and nothing was missed', () => {
    const missedOne = receive(lost(live(), 'offline', 1), hello({ last_seq: 1 }), 2)
    const cutAgain = lost(take(missedOne, arriving(1)), 'reconnecting', 3)
    expect(receive(cutAgain, hello({ last_seq: 1 }), 4).away).toEqual(missedOne.away)
  })

  it('is not claimed when nothing came, on a first visit, or across two counts', () => {
    const quiet = lost(live(), 'offline', 1)
    expect(receive(quiet, hello({ last_seq: 0 }), 2).away).toBeNull()
    expect(receive(emptyInbox(null), hello({ last_seq: 5 }), 2).away).toBeNull()
    expect(receive(quiet, hello({ last_seq: 5, epoch: 'another' }), 2).away).toBeNull()
  })

  it('forgets its place when the inbox counts anew', () => {
    const quiet = lost(take(live(), arriving(1)), 'offline', 1)
    expect(receive(quiet, hello({ last_seq: 5, epoch: 'another' }), 2).lastSeq).toBeNull()
  })
})

function live(): Inbox {
  return take(
    loaded(emptyInbox(null), { notices: [], unread: 0, hasOlder: false }),
    hello({ last_seq: 0 }),
  )
}

function take(inbox: Inbox, message: ServerMessage): Inbox {
  return receive(inbox, message, 0)
}

function hello(over: { last_seq: number; unread?: number; epoch?: string }): ServerMessage {
  return { type: 'hello', epoch: 'one', oldest_seq: 1, unread: 0, presence: 1, ...over }
}

function arriving(seq: number): ServerMessage {
  return { type: 'notice', notice: notice(seq) }
}

function notice(seq: number): Notice {
  return {
    seq,
    id: `7:${seq}`,
    type: 'new_booking',
    booking_id: 7_000_000 + seq,
    user: { id: 5, name: 'Ann' },
    session: {
      id: 7,
      title: 'Dawn sit',
      start_time: '2027-05-15T04:45:00.000Z',
      time_zone: 'Europe/Amsterdam',
    },
    party_size: 1,
    timestamp: '2027-05-14T08:30:00.000Z',
    message: 'Ann booked Dawn sit',
    read: false,
  }
}

function seqs(inbox: Inbox) {
  return inbox.notices.map((one) => one.seq)
}
