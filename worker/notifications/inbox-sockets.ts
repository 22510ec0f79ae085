import type { ServerMessage } from './messages'
import { type Pace, PROOF_MS } from './queue'
import type { Upgrade } from './upgrade'

/** What a socket knows of itself. Lies in its attachment, so it outlives the object's sleep. */
export type Holder = {
  userId: number
  signInId: string
  /** Epoch ms at which the proof of who holds it ends. */
  expiresAt: number
  openedAt: number
  /** The seq it was sent last. It is level while that is the inbox's last. */
  place: number
  pace: Pace
}

/** Codes of our own, as docs/notifications.md lists them; 1008 is the protocol's "policy". */
export const CLOSE = {
  signInEnded: { code: 4401, reason: 'Sign in again.' },
  tooManySockets: { code: 4429, reason: 'Another window took this place.' },
  againstTheRules: { code: 1008, reason: 'Too large or too many messages.' },
} as const

/** Takes a socket in such that it outlives our sleep and still knows who holds it. */
export function accept(ctx: DurableObjectState, by: Upgrade, now: number, place: number) {
  const { 0: client, 1: socket } = new WebSocketPair()
  ctx.acceptWebSocket(socket)
  remember(socket, {
    userId: by.userId,
    signInId: by.signInId,
    expiresAt: Math.min(by.expiresAt, now + PROOF_MS),
    openedAt: now,
    place,
    pace: { since: now, messages: 0 },
  })
  return { client, socket }
}

export function holderOf(socket: WebSocket): Holder {
  // Every socket of an inbox was taken in by `accept`, which writes this before anything is sent.
  return socket.deserializeAttachment() as Holder
}

export function remember(socket: WebSocket, holder: Holder): void {
  socket.serializeAttachment(holder)
}

/** Those that can still be spoken to; the platform also lists the ones that are closing. */
export function openSockets(ctx: DurableObjectState): WebSocket[] {
  return ctx.getWebSockets().filter((socket) => socket.readyState === WebSocket.OPEN)
}

/** Speaks to whoever still proves who they are; an ended proof hears 4401 instead. */
export function say(socket: WebSocket, now: number, ...messages: ServerMessage[]): void {
  if (holderOf(socket).expiresAt <= now) {
    end(socket, CLOSE.signInEnded)
    return
  }
  try {
    for (const message of messages) socket.send(JSON.stringify(message))
  } catch {
    // The line broke while we spoke: it comes back with its last seq and gets the rest.
  }
}

export function end(socket: WebSocket, { code, reason }: { code: number; reason: string }): void {
  socket.close(code, reason)
}
