import type { LiveSeats } from '../../../worker/bookings/live-seats'
import { backoffMs } from '../backoff'

/*
 * Keeps a session's page told of its seats while somebody looks at it. One socket of the desk is
 * the quick way; where it is refused or cut, a small document is asked for every few seconds, and
 * the socket is tried again in between. What is old is never called live.
 */

/** What everybody may know of a session's seats, by whichever way it came. */
export type Counted = Omit<LiveSeats, 'type' | 'session_id'>

export type LiveState =
  /** Nothing to say yet: what the page read itself is a moment old. */
  | 'connecting'
  | 'live'
  | 'polling'
  | 'reconnecting'
  | 'offline'
  /** Nobody looks. */
  | 'resting'

/** Messages come when seats change; in between a line that stays silent is asked whether it stands. */
export const PING_INTERVAL_MS = 25_000
/** How long the first word, or the answer to a ping, may take. */
export const ANSWER_TIMEOUT_MS = 10_000
export const POLL_INTERVAL_MS = 5_000
/** Whoever only looks something up in another tab finds the line as it was. */
export const HIDDEN_AT_MOST_MS = 60_000

type SocketLike = Pick<WebSocket, 'send' | 'close' | 'addEventListener'>

export type Wire = {
  open(): SocketLike
  /** The counts from the document; null when nobody answers. */
  poll(): Promise<Counted | null>
  onCounted(counted: Counted): void
  onState(state: LiveState): void
  isOnline(): boolean
  isVisible(): boolean
  after(delayMs: number, run: () => void): () => void
  random(): number
}

export type LiveLine = {
  /** The network came back or went, or the tab was turned to or away from. */
  look(): void
  stop(): void
}

export function keepLiveSeats(wire: Wire): LiveLine {
  let socket: SocketLike | null = null
  let failures = 0
  let isStopped = false
  let isPolling = false
  let cancelRetry = () => {}
  let cancelPing = () => {}
  let cancelPoll = () => {}
  let cancelRest: (() => void) | null = null

  if (wire.isVisible()) connect()
  else wire.onState('resting')
  return { look, stop }

  function connect() {
    cancelRetry()
    if (isStopped || socket) return
    if (!wire.isOnline()) return wire.onState('offline')
    if (failures === 0) wire.onState('connecting')
    const opened = wire.open()
    socket = opened
    opened.addEventListener('message', (event) => {
      if (socket !== opened) return
      keepAlive()
      if (event.data !== 'pong') take(JSON.parse(String(event.data)))
    })
    opened.addEventListener('close', () => {
      if (socket === opened) lose()
    })
    // A refused upgrade closes at once, a line that leads nowhere never says anything.
    cancelPing = wire.after(ANSWER_TIMEOUT_MS, cut)
  }

  function take(seats: LiveSeats) {
    failures = 0
    stopPolling()
    wire.onCounted(seats)
    wire.onState('live')
  }

  /** Any message proves the other end; silence is asked, and silence after that is the end. */
  function keepAlive() {
    cancelPing()
    cancelPing = wire.after(PING_INTERVAL_MS, () => {
      cancelPing = wire.after(ANSWER_TIMEOUT_MS, cut)
      socket?.send('ping')
    })
  }

  function cut() {
    const dead = socket
    lose()
    dead?.close()
  }

  function lose() {
    letGo()
    if (isStopped) return
    if (!wire.isOnline()) return goOffline()
    // Every deploy cuts every line: the first try after it mostly finds a new one.
    if (failures === 0) wire.onState('connecting')
    else if (!isPolling) void poll()
    cancelRetry = wire.after(backoffMs(failures++, wire.random()), connect)
  }

  async function poll() {
    isPolling = true
    const counted = await wire.poll()
    // The socket may have come back, or the page gone, while we asked.
    if (!isPolling) return
    if (counted) wire.onCounted(counted)
    wire.onState(counted ? 'polling' : 'reconnecting')
    const spread = 0.8 + 0.4 * wire.random()
    cancelPoll = wire.after(Math.round(POLL_INTERVAL_MS * spread), () => void poll())
  }

  function look() {
    if (isStopped) return
    if (!wire.isVisible()) {
      cancelRest ??= wire.after(HIDDEN_AT_MOST_MS, rest)
      return
    }
    cancelRest?.()
    cancelRest = null
    if (!wire.isOnline()) return goOffline()
    if (!socket) connect()
  }

  function rest() {
    cancelRest = null
    hangUp()
    wire.onState('resting')
  }

  function goOffline() {
    hangUp()
    wire.onState('offline')
  }

  function hangUp() {
    const open = socket
    letGo()
    stopPolling()
    cancelRetry()
    failures = 0
    open?.close()
  }

  function letGo() {
    socket = null
    cancelPing()
  }

  function stopPolling() {
    isPolling = false
    cancelPoll()
  }

  function stop() {
    isStopped = true
    cancelRest?.()
    hangUp()
  }
}

/**
 * The session with the newest counts. A line that stands is in order and has the last word; counts
 * of any other way may be older than what the page has read since.
 */
export function withCounts<S extends Counted>(
  session: S,
  counted: Counted | null,
  state: LiveState,
): S {
  if (!counted) return session
  if (state !== 'live' && counted.as_of <= session.as_of) return session
  const { status, capacity, taken, pending, waiting, available_spots } = counted
  return { ...session, status, capacity, taken, pending, waiting, available_spots }
}
