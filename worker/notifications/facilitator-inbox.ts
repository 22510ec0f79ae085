import { DurableObject } from 'cloudflare:workers'
import { hasTables, migrate } from '../db/object-migrations'
import type { Env } from '../env'
import { hear } from './client-message'
import { INBOX_MIGRATIONS } from './inbox-migrations'
import * as rows from './inbox-rows'
import {
  accept,
  CLOSE,
  end,
  type Holder,
  holderOf,
  openSockets,
  remember,
  say,
} from './inbox-sockets'
import type { ClientMessage, DeskEvent, Notice, OutsideEvent } from './messages'
import * as queue from './queue'
import type { ListQuery, Mark } from './schema'
import { readUpgrade } from './upgrade'

/**
 * A facilitator's notices, in one order, kept first and sent then. Being offline is no case of
 * its own: a client is level or behind, and its socket's attachment says where it stands.
 */
export class FacilitatorInbox extends DurableObject<Env> {
  /** Epoch ms. A field, so that a test can turn the clock. */
  now = () => Date.now()
  /** What the alarm was last set to, to save writing the same again; losing it costs one write. */
  #wakesAt: number | null | undefined

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    // Answered by the platform without waking us.
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'))
    ctx.blockConcurrencyWhile(async () => {
      if (!hasTables(ctx.storage)) return
      migrate(ctx.storage, INBOX_MIGRATIONS)
      const alarm = await ctx.storage.getAlarm()
      // Alarms get lost around deploys. Woken by our own, we see it as past: now, never later.
      if (this.#nextWake() !== null && (alarm === null || alarm <= Date.now())) {
        await ctx.storage.setAlarm(Date.now())
      }
    })
  }

  /** Takes each `rev` of a session once and in order; whatever it has already is passed over. */
  async deliver(events: DeskEvent[]): Promise<void> {
    const now = this.now()
    const { lastSeq, notices } = this.#write((sql) => {
      const { lastSeq } = rows.findCount(sql)
      const revs = rows.listRevs(sql, [...new Set(events.map((event) => event.session_id))])
      const admitted = queue.admit(events, lastSeq, revs)
      rows.insertNotices(sql, admitted, now)
      const notices = rows.listAfter(sql, lastSeq, admitted.length)
      this.#prune(sql, now)
      return { lastSeq, notices }
    })
    this.#tell(lastSeq, notices, now)
  }

  /** Takes what an outside system told of a booking, once for each booking and type. */
  async deliverOutside(event: OutsideEvent): Promise<void> {
    const now = this.now()
    const { lastSeq, notices } = this.#write((sql) => {
      const count = rows.findCount(sql)
      const isTold = rows.isTold(sql, event.booking_id, event.type)
      const known = { isTold, count, oldestStoredAt: rows.getOldestStoredAt(sql) }
      if (queue.admitsOutside(event.received_at, known, now)) rows.insertOutside(sql, event, now)
      const notices = rows.listAfter(sql, count.lastSeq, 1)
      this.#prune(sql, now)
      return { lastSeq: count.lastSeq, notices }
    })
    this.#tell(lastSeq, notices, now)
  }

  /** Newest first. `more` says whether older ones are kept. */
  async list({ limit, ...wanted }: ListQuery) {
    if (!hasTables(this.ctx.storage)) return { notices: [], more: false, unread: 0 }
    const { sql } = this.ctx.storage
    const found = rows.listBefore(sql, wanted, limit + 1)
    return {
      notices: found.slice(0, limit),
      more: found.length > limit,
      unread: rows.countUnread(sql),
    }
  }

  /** All her windows hear of it. Answers how many are left unread, and by which mark; null: by none. */
  async markRead(asked: Mark): Promise<{ unread: number; mark: number | null }> {
    if (!hasTables(this.ctx.storage)) return { unread: 0, mark: null }
    const { ids, mark, unread } = this.#write((sql) => {
      const mark = rows.nextMark(sql)
      const ids =
        'ids' in asked
          ? rows.markIdsRead(sql, mark, asked.ids)
          : rows.markReadThrough(sql, mark, asked.through)
      return { ids, mark, unread: rows.countUnread(sql) }
    })
    const now = this.now()
    for (const socket of openSockets(this.ctx)) say(socket, now, { type: 'read', ids, unread })
    return { unread, mark: ids.length > 0 ? mark : null }
  }

  /** Takes one mark back, whatever was read before or since. All her windows hear of it too. */
  async unmark(mark: number): Promise<{ unread: number }> {
    if (!hasTables(this.ctx.storage)) return { unread: 0 }
    const { ids, unread } = this.#write((sql) => ({
      ids: rows.unmark(sql, mark),
      unread: rows.countUnread(sql),
    }))
    const now = this.now()
    for (const socket of openSockets(this.ctx)) say(socket, now, { type: 'unread', ids, unread })
    return { unread }
  }

  /**
   * Takes the name of somebody erased out of what is kept; their seat stays told. May be repeated.
   * Open windows keep what they show.
   */
  async forget(userId: number, outsideIds: number[] = []): Promise<void> {
    if (!hasTables(this.ctx.storage)) return
    this.#write((sql) => rows.forget(sql, userId, outsideIds))
  }

  /** Closes what that sign-in holds open. */
  async endSignIn(signInId: string): Promise<void> {
    for (const socket of openSockets(this.ctx)) {
      if (holderOf(socket).signInId === signInId) end(socket, CLOSE.signInEnded)
    }
  }

  /** Upgrades, and nothing else; who may ask was settled by `openSocket`, our only caller. */
  override async fetch(request: Request): Promise<Response> {
    const upgrade = readUpgrade(request)
    const now = this.now()
    const { count, unread } = this.#write((sql) => {
      this.#prune(sql, now)
      return { count: rows.findCount(sql), unread: rows.countUnread(sql) }
    })
    this.#makeRoom()
    const others = openSockets(this.ctx)
    const presence = others.length + 1
    const { place, gap } = queue.startingPlace(upgrade, count)
    const { client, socket } = accept(this.ctx, upgrade, now, place)

    const kept = { oldest_seq: count.oldestSeq, last_seq: count.lastSeq }
    say(socket, now, { type: 'hello', epoch: count.epoch, ...kept, unread, presence })
    if (gap) say(socket, now, { type: 'gap', ...kept })
    this.#sendPage(socket, place, now)
    this.#tellPresence(presence, others)
    this.#arm()
    return new Response(null, { status: 101, webSocket: client })
  }

  override async webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): Promise<void> {
    const now = this.now()
    const holder = holderOf(socket)
    if (holder.expiresAt <= now) return end(socket, CLOSE.signInEnded)

    const pace = queue.quicken(holder.pace, now)
    remember(socket, { ...holder, pace })
    if (queue.isTooFast(pace)) {
      const error = `At most ${queue.CLIENT_MESSAGES_PER_MINUTE} messages a minute.`
      say(socket, now, { type: 'error', code: 'too_many_requests', error })
      return end(socket, CLOSE.againstTheRules)
    }
    const heard = hear(data)
    if (heard.kind === 'said') return this.#answer(socket, holder, heard.message, now)
    say(socket, now, { type: 'error', code: heard.code, error: heard.error })
    if (heard.code === 'too_large') end(socket, CLOSE.againstTheRules)
  }

  override async webSocketClose(closed: WebSocket): Promise<void> {
    // A socket that sleeps is not closed in return by the platform; its client would wait for it.
    closed.close()
    const others = openSockets(this.ctx).filter((socket) => socket !== closed)
    this.#tellPresence(others.length, others)
    this.#arm()
  }

  override async webSocketError(broken: WebSocket): Promise<void> {
    await this.webSocketClose(broken)
  }

  override async alarm(): Promise<void> {
    const now = this.now()
    for (const socket of openSockets(this.ctx)) {
      if (holderOf(socket).expiresAt <= now) end(socket, CLOSE.signInEnded)
    }
    this.#write((sql) => this.#prune(sql, now))
    // Forgotten on purpose: the alarm that fired is gone, whatever we remember.
    this.#wakesAt = undefined
    this.#arm()
  }

  /** One command: all of it or none. The first write of an inbox makes its tables. */
  #write<T>(command: (sql: SqlStorage) => T): T {
    const { storage } = this.ctx
    return storage.transactionSync(() => {
      if (!hasTables(storage)) {
        migrate(storage, INBOX_MIGRATIONS)
        rows.bear(storage.sql, crypto.randomUUID())
      }
      return command(storage.sql)
    })
  }

  /** Sends what followed `lastSeq` to who stands there. */
  #tell(lastSeq: number, notices: Notice[], now: number): void {
    for (const socket of openSockets(this.ctx)) {
      // Who is behind gets these in a page of its own, after what came before them.
      if (holderOf(socket).place === lastSeq) this.#send(socket, notices, now)
    }
    this.#arm()
  }

  async #answer(socket: WebSocket, holder: Holder, message: ClientMessage, now: number) {
    if (message.type === 'read') {
      await this.markRead(message)
      return
    }
    const { lastSeq } = rows.findCount(this.ctx.storage.sql)
    if (message.seq > lastSeq) {
      const error = `seq: The last one here is ${lastSeq}.`
      return say(socket, now, { type: 'error', code: 'invalid', error })
    }
    const from = queue.nextPageFrom(holder.place, message.seq)
    if (from !== null) this.#sendPage(socket, from, now)
  }

  /** What follows `place`, as much as goes at once. */
  #sendPage(socket: WebSocket, place: number, now: number): void {
    remember(socket, { ...holderOf(socket), place })
    this.#send(socket, rows.listAfter(this.ctx.storage.sql, place, queue.PAGE_NOTICES), now)
  }

  #send(socket: WebSocket, notices: Notice[], now: number): void {
    const last = notices.at(-1)
    if (!last) return
    remember(socket, { ...holderOf(socket), place: last.seq })
    say(socket, now, ...notices.map((notice) => ({ type: 'notice' as const, notice })))
  }

  /** The oldest gives way, so that a forgotten window cannot lock her out. */
  #makeRoom(): void {
    const open = openSockets(this.ctx).sort((a, b) => holderOf(a).openedAt - holderOf(b).openedAt)
    const surplus = open.length - queue.SOCKETS_MAX + 1
    for (const socket of open.slice(0, Math.max(0, surplus))) end(socket, CLOSE.tooManySockets)
  }

  #tellPresence(presence: number, others: WebSocket[]): void {
    const now = this.now()
    for (const socket of others) say(socket, now, { type: 'presence', presence })
  }

  #prune(sql: SqlStorage, now: number): void {
    const through = queue.pruneThrough(
      rows.findCount(sql),
      rows.findExpiredThrough(sql, now - queue.KEPT_MS),
    )
    if (through === 0) return
    const gone = rows.deleteThrough(sql, through)
    const inbox = this.ctx.id.name
    console.log(JSON.stringify({ level: 'info', inbox, pruned: gone, through_seq: through }))
  }

  #nextWake(): number | null {
    const ends = openSockets(this.ctx).map((socket) => holderOf(socket).expiresAt)
    return queue.nextWake(ends, rows.getOldestStoredAt(this.ctx.storage.sql))
  }

  /** Sets the alarm to what is due first. No await since the write, so both are stored or neither. */
  #arm(): void {
    const at = this.#nextWake()
    // What is overdue is set again: the alarm for it may have been lost.
    if (at === this.#wakesAt && (at === null || at > this.now())) return
    this.#wakesAt = at
    if (at === null) this.ctx.storage.deleteAlarm()
    else this.ctx.storage.setAlarm(at)
  }
}
