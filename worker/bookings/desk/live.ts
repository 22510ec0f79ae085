import type { LiveSeats } from '../live-seats'

/** More would cost more than they tell: who comes then asks the availability document. */
const SOCKETS_MAX = 2_000
/** A studio's whole network may look; one machine may not take all the places there are. */
const SOCKETS_AN_ADDRESS_MAX = 100
/** Two messages a second at most, however fast seats go. */
const PACE_MS = 500

/** 1008 is the protocol's "policy". */
const ONLY_LISTENS = { code: 1008, reason: 'This socket speaks and does not listen.' }

/**
 * Tells every open page of a session how its seats stand. Sockets hibernate; what is remembered
 * here is only what was said last, and forgetting it costs one message.
 */
export function openDeskLive(ctx: DurableObjectState, read: () => LiveSeats) {
  let said = ''
  let saidAt = 0
  let waits: ReturnType<typeof setTimeout> | null = null

  function changed(): void {
    if (waits !== null || openSockets(ctx).length === 0) return
    const wait = saidAt + PACE_MS - Date.now()
    if (wait <= 0) {
      say()
      return
    }
    waits = setTimeout(() => {
      waits = null
      say()
    }, wait)
  }

  function say(): void {
    const { as_of, ...seats } = read()
    const now = JSON.stringify(seats)
    if (now === said) return
    said = now
    saidAt = Date.now()
    for (const socket of openSockets(ctx)) send(socket, { ...seats, as_of })
  }

  /** A new listener hears at once how it stands. Null: no more fit, in all or from `address`. */
  function accept(address: string | null): WebSocket | null {
    if (openSockets(ctx).length >= SOCKETS_MAX) return null
    if (address && openSockets(ctx, address).length >= SOCKETS_AN_ADDRESS_MAX) return null
    const { 0: client, 1: socket } = new WebSocketPair()
    ctx.acceptWebSocket(socket, address ? [address] : [])
    send(socket, read())
    return client
  }

  return { changed, accept }
}

/** Nobody has anything to tell us here but that they are still there, which the platform answers. */
export function refuseToListen(socket: WebSocket): void {
  socket.close(ONLY_LISTENS.code, ONLY_LISTENS.reason)
}

function openSockets(ctx: DurableObjectState, address?: string): WebSocket[] {
  return ctx.getWebSockets(address).filter((socket) => socket.readyState === WebSocket.OPEN)
}

function send(socket: WebSocket, seats: LiveSeats): void {
  try {
    socket.send(JSON.stringify(seats))
  } catch {
    // The line broke while we spoke: it comes back and hears how it stands.
  }
}
