import { DurableObject } from 'cloudflare:workers'
import { openDb } from '../db/client'
import { facilitatorInbox } from '../durable-objects'
import type { Env } from '../env'
import type { MailEvent } from '../mail/mail-event'
import type { DeskEvent } from '../notifications/messages'
import { LANES, type Lane, type OutboxRow } from '../outbox'
import { sendInBatches } from '../send-in-batches'
import { getHidden } from '../sessions/queries'
import { iso, type Seats } from '../sessions/session'
import type { Booking } from './booking'
import type {
  Amend,
  Amended,
  AtDesk,
  AtDoor,
  Book,
  Booked,
  CancelBooking,
  Cancelled,
  CancelSession,
  CheckIn,
  Decisions,
  Desk,
  Join,
  KnownInD1,
  OwnBooking,
  Read,
  ReadDecisions,
  Reduce,
  Refused,
} from './commands'
import { amendAtDesk, cancelSessionAtDesk } from './desk/amend'
import { bookAtDesk } from './desk/book'
import { cancelAtDesk } from './desk/cancel'
import { retellSession, wordsAndTerms } from './desk/changes'
import { checkInAtDesk, undoCheckInAtDesk } from './desk/door'
import { eraseAtDesk } from './desk/erase'
import { hideAtDesk } from './desk/hide'
import { readSnapshot } from './desk/hydrate'
import { openDeskLanes, openLanes } from './desk/lanes'
import { acceptAtDesk, declineAtDesk, joinAtDesk, leaveAtDesk } from './desk/list'
import { openDeskLive, refuseToListen } from './desk/live'
import { reduceAtDesk } from './desk/reduce'
import { renameFacilitator } from './desk/rename'
import { settle } from './desk/settle'
import { type DeskSession, openDeskStore } from './desk/store'
import { planTimers } from './desk/timers'
import { LISTENER, type LiveSeats } from './live-seats'
import { type CrmRow, record } from './record'
import { assertNobodyPassedOver, assertNotOversold, refused } from './seats'
import { offerMs } from './waiting-list'
import { words } from './words'

/** When an undelivered row is looked at again if nobody comes by. */
const FIRST_RETRY_MS = 1_000
type Decide<Answer> = (now: number, seats: Seats) => Answer
type Decided<Granted> = { answer: Granted | Refused; desk: AtDesk }

/**
 * One session's desk, and the only truth about its seats. A command is one synchronous
 * transaction: settle, decide, write rows and what must be told of them. Telling comes after,
 * and may fail, repeat or wait without anybody losing a seat.
 */
export class BookingDesk extends DurableObject<Env> implements Desk {
  // What a desk depends on; tests lay faults here.
  store = openDeskStore(this.ctx.storage, openLanes(this.env))
  now = () => Date.now()
  d1 = this.env.DB
  deliverNotices = (facilitatorId: number, events: DeskEvent[]): Promise<void> =>
    facilitatorInbox(this.env, facilitatorId).deliver(events)

  sendLetters = (events: MailEvent[]) => sendInBatches(this.env.MAIL, events)
  sendToCrm = (rows: CrmRow[]) => sendInBatches(this.env.CRM, rows)

  private offerMs = offerMs(this.env.OFFER_MINUTES)
  /** When the alarm is set to, as far as this instance knows; forgetting it costs one write. */
  private armedAt: number | null = null
  private hydration: Promise<Refused | null> | null = null
  private lanes = openDeskLanes(this.store, {
    name: this.ctx.id.name,
    now: () => this.now(),
    deliver: (lane, rows) => this.deliver(lane, rows),
    transaction: (work) =>
      this.transaction(() => {
        work()
        this.arm()
      }),
  })

  private live = openDeskLive(this.ctx, () => this.liveSeats())

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    // Answered by the platform without waking us.
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'))
    ctx.blockConcurrencyWhile(async () => {
      this.store.migrateIfUsed()
      await this.wakeIfAlarmWasLost()
    })
  }

  async open(): Promise<{ kind: 'open' } | Refused> {
    return (await this.hydrated()) ?? { kind: 'open' }
  }

  async read(userId: number | null): Promise<Read> {
    const missing = await this.hydrated()
    if (missing) return missing
    this.settleIfDue()
    const mine = userId === null ? null : this.store.getLiveBooking(userId)
    return { kind: 'session', mine, position: this.positionOf(mine), ...this.atDesk() }
  }

  async decisions({ facilitatorId, before, limit }: ReadDecisions): Promise<Decisions> {
    const missing = await this.hydrated()
    if (missing) return missing
    this.settleIfDue()
    const session = this.store.findSession()
    if (session.facilitatorId !== facilitatorId) {
      return refused('not_found', 'There is no such session.')
    }
    const found = this.store.listDecisions(before, limit + 1)
    const more = found.length > limit
    const { timeZone, sessionType } = session
    const decided = found.slice(0, limit)
    return { kind: 'decisions', decisions: decided, more, session: { timeZone, sessionType } }
  }

  book(asked: Book): Promise<Booked> {
    return this.ask((now, seats) => bookAtDesk(this.store, asked, seats, now))
  }

  join(asked: Join): Promise<Booked> {
    return this.ask((now, seats) => joinAtDesk(this.store, asked, seats, now))
  }

  accept(asked: OwnBooking): Promise<Booked> {
    return this.ask((now) => acceptAtDesk(this.store, asked, now))
  }

  decline(asked: OwnBooking): Promise<Booked> {
    return this.ask((now) => declineAtDesk(this.store, asked, now))
  }

  leave(asked: OwnBooking): Promise<Booked> {
    return this.ask((now) => leaveAtDesk(this.store, asked, now))
  }

  reduce(asked: Reduce): Promise<Booked> {
    return this.ask((now) => reduceAtDesk(this.store, asked, now))
  }

  cancel(asked: CancelBooking): Promise<Cancelled> {
    return this.ask((now) => cancelAtDesk(this.store, asked, now))
  }

  checkIn(asked: CheckIn): Promise<Booked> {
    return this.ask((now) => checkInAtDesk(this.store, asked, now))
  }

  undoCheckIn(asked: AtDoor): Promise<Booked> {
    return this.ask((now) => undoCheckInAtDesk(this.store, asked, now))
  }

  async amend(asked: Amend): Promise<Amended> {
    const missing = await this.hydrated()
    if (missing) return missing
    return this.amended(this.command((now) => amendAtDesk(this.store, asked, now)))
  }

  async cancelSession(asked: CancelSession): Promise<Amended> {
    const missing = await this.hydrated()
    if (missing) return missing
    return this.amended(this.command((now) => cancelSessionAtDesk(this.store, asked, now)))
  }

  async erase(userId: number): Promise<{ kind: 'erased' } | Refused> {
    const missing = await this.hydrated()
    if (missing) return missing
    const { answer } = this.command((now) => eraseAtDesk(this.store, userId, now))
    const { rev } = this.store.findSession()
    await this.lanes.tell(rev)
    // A name on its way to her inbox would come after that has forgotten it.
    await this.lanes.drain('notify')
    if (!this.store.hasOutbox('notify', rev)) return answer
    return refused('unavailable', 'The facilitator has yet to be told.')
  }

  /** Her new name. A desk that knows no session yet will read it with everything else. */
  async rename(facilitatorName: string): Promise<void> {
    if (this.store.getSession()) renameFacilitator(this.store, facilitatorName)
  }

  /**
   * What somebody heard operators say of it. Where that is new the desk asks itself, for it may have
   * been heard before they changed it. One that knows no session yet reads it with everything else.
   */
  async hide(hiddenAt: number | null): Promise<void> {
    const known = this.store.getSession()
    if (!known || known.hiddenAt === hiddenAt) return
    const said = await getHidden(openDb(this.d1), known.id)
    if (said) hideAtDesk(this.store, said.hiddenAt)
  }

  /**
   * The sweep's visit: delivers what waits, and when D1 is behind although nothing waits
   * (it was restored to an earlier day), tells it everything since. True: D1 was behind.
   */
  async reconcile({ knownRev, facilitatorName, hiddenAt }: KnownInD1): Promise<boolean> {
    if (await this.hydrated()) return false
    await this.hide(hiddenAt)
    const { rev } = this.command(() => {
      renameFacilitator(this.store, facilitatorName)
      return this.store.findSession()
    }).answer
    if (rev <= knownRev) return false
    if (!this.store.hasOutbox('record')) this.tellAgain(knownRev)
    await this.lanes.tell(rev)
    return true
  }

  /** Upgrades to the socket that tells of seats, and nothing else. */
  override async fetch(request: Request): Promise<Response> {
    const missing = await this.hydrated()
    if (missing) return new Response(null, { status: missing.code === 'not_found' ? 404 : 503 })
    this.settleIfDue()
    const { status, hiddenAt } = this.store.findSession()
    if (status === 'draft' || hiddenAt !== null) return new Response(null, { status: 404 })
    const webSocket = this.live.accept(request.headers.get(LISTENER))
    return new Response(null, webSocket ? { status: 101, webSocket } : { status: 503 })
  }

  override webSocketMessage(socket: WebSocket): void {
    refuseToListen(socket)
  }

  override webSocketClose(socket: WebSocket): void {
    // With no code of ours: that of a line that broke may be told and not sent.
    socket.close()
  }

  /** Nothing here throws: the platform gives up an alarm after six failures. */
  override async alarm(): Promise<void> {
    this.armedAt = null
    try {
      if (!this.store.getSession()) return
      this.command(() => null)
      await Promise.all(LANES.map((lane) => this.lanes.drain(lane)))
      this.transaction(() => this.arm())
    } catch (error) {
      console.error({ event: 'alarm_failed', desk: this.ctx.id.name, error: String(error) })
      await this.ctx.storage.setAlarm(this.now() + FIRST_RETRY_MS)
    }
  }

  private async ask(decide: Decide<Booking | Refused>): Promise<Booked> {
    const missing = await this.hydrated()
    if (missing) return missing
    let revBefore = 0
    const decided = this.command((now, seats) => {
      revBefore = this.store.findSession().rev
      return decide(now, seats)
    })
    return this.booked(decided, revBefore)
  }

  /**
   * One command, in one transaction without an await: settled first; then decided; settled again,
   * so that what it freed is offered on; checked; and the alarm armed for what comes next.
   */
  private command<Answer>(decide: Decide<Answer>): { answer: Answer; desk: AtDesk } {
    const now = this.now()
    const decided = this.transaction(() => {
      settle(this.store, now, this.offerMs)
      const before = this.store.seats(this.store.findSession(), now)
      const answer = decide(now, before)
      settle(this.store, now, this.offerMs)
      const desk = this.atDesk()
      assertNotOversold(before, desk.seats, desk.session.capacity)
      assertNobodyPassedOver(this.store.findSession(), desk.seats, this.store.listWaiting, now)
      this.arm()
      return { answer, desk }
    })
    this.live.changed()
    return decided
  }

  /** Reads answer as if settled; only when time has ended something does that cost a write. */
  private settleIfDue(): void {
    const due = this.store.nextDueAt()
    if (due !== null && due <= this.now()) this.command(() => null)
  }

  private positionOf(booking: Booking | null): number | null {
    return booking?.state === 'waitlisted' ? this.store.positionOf(booking.id) : null
  }

  /** A transaction that is undone has set no alarm, whatever we remember. */
  private transaction<Answer>(work: () => Answer): Answer {
    try {
      return this.ctx.storage.transactionSync(work)
    } catch (error) {
      this.armedAt = null
      throw error
    }
  }

  private async booked({ answer, desk }: Decided<Booking>, revBefore: number): Promise<Booked> {
    if ('kind' in answer) return answer
    // It was settled once more since it was decided: what made room for itself may be offered by now.
    const booking = this.store.getBooking(answer.id) ?? answer
    const { userId: id } = booking
    const { name, email } = this.store.getPerson(id) ?? { name: '', email: '' }
    const visitor = { id, name, email }
    return {
      kind: 'booked',
      booking,
      visitor,
      position: this.positionOf(booking),
      already: booking.rev <= revBefore,
      ...desk,
      recorded: await this.lanes.tell(booking.rev),
    }
  }

  private async amended({ answer, desk }: Decided<DeskSession>): Promise<Amended> {
    if ('kind' in answer) return answer
    const { capacity } = desk.session
    const over = Math.max(0, desk.seats.taken - capacity)
    const warnings = over > 0 ? [words.over(over, capacity, desk.session.sessionType)] : []
    return { kind: 'amended', ...desk, warnings, over, recorded: await this.lanes.tell(answer.rev) }
  }

  private atDesk(): AtDesk {
    const row = this.store.findSession()
    const { facilitatorId: id, facilitatorUserId: userId, facilitatorName: name } = row
    return {
      session: wordsAndTerms(row),
      facilitator: { id, userId, name },
      seats: this.store.seats(row, this.now()),
    }
  }

  private liveSeats(): LiveSeats {
    const { session, seats } = this.atDesk()
    return {
      type: 'seats',
      session_id: session.id,
      status: session.status,
      capacity: session.capacity,
      taken: seats.taken,
      pending: seats.pending,
      waiting: seats.waiting,
      available_spots: seats.available,
      as_of: iso(this.now()),
    }
  }

  /** Null when the desk knows its session, else why it cannot. */
  private async hydrated(): Promise<Refused | null> {
    if (this.store.getSession()) return null
    this.hydration ??= this.hydrate().finally(() => {
      this.hydration = null
    })
    return this.hydration
  }

  private async hydrate(): Promise<Refused | null> {
    const sessionId = Number(this.ctx.id.name)
    let snapshot: Awaited<ReturnType<typeof readSnapshot>>
    try {
      snapshot = await readSnapshot(this.d1, sessionId)
    } catch (error) {
      console.error({ event: 'hydration_failed', desk: sessionId, error: String(error) })
      return refused('unavailable', 'This session cannot be reached just now. Nothing was changed.')
    }
    if (!snapshot) return refused('not_found', 'There is no such session.')
    const { session } = snapshot
    if (session.rev > 0)
      console.warn({ event: 'hydrated_used_session', desk: sessionId, rev: session.rev })
    this.transaction(() => {
      // Someone else may have come while D1 was answering; what a desk has, it keeps.
      if (this.store.getSession()) return
      this.store.hydrate(snapshot)
      planTimers(this.store, this.now())
      this.arm()
    })
    return null
  }

  private deliver(lane: Lane, rows: OutboxRow[]): Promise<void> {
    const session = this.store.findSession()
    const { id, facilitatorId, rev } = session
    const bodies = rows.map((row) => JSON.parse(row.body))
    switch (lane) {
      case 'record':
        return record(this.d1, rows, {
          ...this.store.seats(session, this.now()),
          rev,
          sessionId: id,
        })
      case 'notify':
        return this.deliverNotices(facilitatorId, bodies)
      case 'mail':
        return this.sendLetters(bodies)
      case 'crm':
        return this.sendToCrm(bodies)
    }
  }

  private tellAgain(knownRev: number): void {
    console.warn({ event: 'd1_behind', desk: this.ctx.id.name, knownRev })
    this.transaction(() => {
      for (const booking of this.store.listChangedAfter(knownRev)) {
        this.store.enqueueRecord(booking.rev, { kind: 'booking', booking, crm: null })
      }
      retellSession(this.store)
      this.arm()
    })
  }

  /**
   * Sets the one alarm to whatever is due first; it commits and rolls back with the transaction.
   * One that comes earlier will do: it arms the next.
   */
  private arm(): void {
    const wakeAt = this.nextWakeAt()
    const isCovered =
      this.armedAt !== null && this.armedAt > this.now() && this.armedAt <= (wakeAt ?? 0)
    if (wakeAt === null || isCovered) return
    void this.ctx.storage.setAlarm(wakeAt)
    this.armedAt = wakeAt
  }

  private nextWakeAt(): number | null {
    const retries = LANES.filter((lane) => this.store.hasOutbox(lane)).map(
      (lane) => this.store.getLane(lane)?.retryAt ?? this.now() + FIRST_RETRY_MS,
    )
    const due = this.store.nextDueAt()
    const times = due === null ? retries : [...retries, due]
    return times.length > 0 ? Math.min(...times) : null
  }

  /** An alarm can be lost around a deploy, and one that just woke this object reads as past. */
  private async wakeIfAlarmWasLost(): Promise<void> {
    if (!this.store.getSession() || this.nextWakeAt() === null) return
    const alarmAt = await this.ctx.storage.getAlarm()
    if (alarmAt === null || alarmAt < this.now()) await this.ctx.storage.setAlarm(this.now())
  }
}
