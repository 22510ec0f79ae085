import type { ClientMessage, ServerMessage } from '../../../worker/notifications/messages'
import { backoffMs } from '../backoff'
import type { Connection } from './inbox-store'

/*
 * Keeps one socket to the inbox open for as long as the desk is. Every deploy cuts it, a laptop
 * sleeps, a proof of sign-in ends after a quarter of an hour: being cut is the normal case, so
 * whoever comes back says up to where it has everything, and nothing is lost.
 */

export const ACK_INTERVAL_MS = 1_000
export const PING_INTERVAL_MS = 25_000
/** A socket whose other end is gone stays silent; without a pong in this time it is called dead. */
export const PONG_TIMEOUT_MS = 10_000
/** The inbox closes with it when the sign-in ended or its proof is older than 15 minutes. */
const SIGN_IN_ENDED = 4401
/** The inbox gave this window's place to a newer one; coming back by itself would push out another. */
const TOO_MANY_WINDOWS = 4429

export type SignInState = 'good' | 'ended' | 'unreachable'

type SocketLike = Pick<WebSocket, 'send' | 'close' | 'addEventListener'>

export type Wire = {
  open(path: string): SocketLike
  /** Loads the newest notices by REST; renews the sign-in where that is needed. */
  reload(): Promise<SignInState>
  /** Renews the sign-in where that is needed, and says how it stands. */
  checkSignIn(): Promise<SignInState>
  /** Up to where everything is here already; null before the first load. */
  position(): { seq: number | null; epoch: string | null }
  onMessage(message: ServerMessage): void
  onState(connection: Exclude<Connection, 'live'>): void
  isOnline(): boolean
  after(delayMs: number, run: () => void): () => void
  random(): number
}

export type InboxSocket = {
  /** Tries at once instead of waiting: the network came back, somebody signed in, the tab is looked at. */
  wake(): void
  /** The network went: what is open is dead, whatever it says. */
  sleep(): void
  stop(): void
}

export function keepInboxSocket(wire: Wire): InboxSocket {
  let socket: SocketLike | null = null
  let attempts = 0
  let isBusy = false
  let isStopped = false
  let cancelRetry = () => {}
  let cancelPing = () => {}
  let acker = { saw: (_seq: number) => {}, stop: () => {} }

  void connect('connecting')
  return { wake, sleep, stop }

  async function connect(state: 'connecting' | 'reconnecting') {
    cancelRetry()
    if (isStopped || isBusy || socket) return
    if (!wire.isOnline()) return wire.onState('offline')
    isBusy = true
    wire.onState(state)
    // A refused upgrade tells a browser nothing, so REST is asked before each try: it can renew the sign-in.
    const signIn = await (wire.position().seq === null ? wire.reload() : wire.checkSignIn())
    isBusy = false
    if (isStopped) return
    if (signIn === 'ended') return wire.onState('signed-out')
    if (signIn === 'unreachable' || !wire.isOnline()) return retry()
    openSocket()
  }

  function openSocket() {
    const opened = wire.open(addressAfter(wire.position()))
    socket = opened
    acker = ackAtMostOncePer(ACK_INTERVAL_MS, wire, (seq) => send({ type: 'ack', seq }))
    opened.addEventListener('message', (event) => {
      if (socket !== opened) return
      keepAlive()
      if (event.data !== 'pong') take(JSON.parse(String(event.data)))
    })
    opened.addEventListener('close', (event) => {
      if (socket !== opened) return
      letGo()
      // Only after a hello: a socket that never got that far would be asked for again without a pause.
      if (event.code === TOO_MANY_WINDOWS) return wire.onState('crowded')
      if (event.code !== SIGN_IN_ENDED || attempts > 0) return retry()
      attempts = 1
      void connect('reconnecting')
    })
    keepAlive()
  }

  function take(message: ServerMessage) {
    if (message.type === 'hello') attempts = 0
    wire.onMessage(message)
    if (message.type === 'gap') void reloadOrCut()
    else acker.saw(wire.position().seq ?? 0)
  }

  async function reloadOrCut() {
    if ((await wire.reload()) !== 'good') cut()
  }

  /** Any message proves the other end; silence is asked, and silence after that is the end. */
  function keepAlive() {
    cancelPing()
    cancelPing = wire.after(PING_INTERVAL_MS, () => {
      socket?.send('ping')
      cancelPing = wire.after(PONG_TIMEOUT_MS, cut)
    })
  }

  function cut() {
    const dead = socket
    letGo()
    dead?.close()
    retry()
  }

  function retry() {
    if (isStopped) return
    wire.onState(wire.isOnline() ? 'reconnecting' : 'offline')
    cancelRetry()
    cancelRetry = wire.after(
      backoffMs(attempts++, wire.random()),
      () => void connect('reconnecting'),
    )
  }

  function letGo() {
    socket = null
    cancelPing()
    acker.stop()
  }

  function send(message: ClientMessage) {
    socket?.send(JSON.stringify(message))
  }

  function wake() {
    if (!socket) void connect('reconnecting')
  }

  function sleep() {
    const dead = socket
    letGo()
    dead?.close()
    cancelRetry()
    if (!isStopped) wire.onState('offline')
  }

  function stop() {
    isStopped = true
    sleep()
  }
}

function addressAfter({ seq, epoch }: { seq: number | null; epoch: string | null }): string {
  const query = new URLSearchParams({ after: String(seq ?? 0) })
  if (epoch) query.set('epoch', epoch)
  return `/api/notifications/socket?${query}`
}

/** Acks are cumulative: the newest one says all. */
function ackAtMostOncePer(intervalMs: number, wire: Wire, ack: (seq: number) => void) {
  let newest = 0
  let acked = 0
  let isResting = false
  let cancel = () => {}

  function flush() {
    isResting = false
    if (newest <= acked) return
    acked = newest
    ack(newest)
    isResting = true
    cancel = wire.after(intervalMs, flush)
  }
  return {
    saw(seq: number) {
      newest = Math.max(newest, seq)
      if (!isResting) flush()
    },
    stop: () => cancel(),
  }
}
