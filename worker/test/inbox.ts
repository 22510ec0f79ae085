import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { facilitatorInbox } from '../durable-objects'
import type { FacilitatorInbox } from '../notifications/facilitator-inbox'
import type { DeskEvent, ServerMessage } from '../notifications/messages'
import { type Upgrade, writeUpgrade } from '../notifications/upgrade'

let lastFacilitatorId = 1_000_000

/** An inbox nobody has touched. */
export function anInbox() {
  lastFacilitatorId += 1
  return facilitatorInbox(env, lastFacilitatorId)
}

export type Inbox = ReturnType<typeof anInbox>

/** A new booking of session 1, as its desk would say it. */
export function anEvent(rev: number, overrides: Partial<DeskEvent> = {}): DeskEvent {
  const sessionId = overrides.session_id ?? 1
  return {
    session_id: sessionId,
    rev,
    type: 'new_booking',
    booking_id: sessionId * 1_000_000 + rev,
    user: { id: 5, name: 'Ann Visitor' },
    session: {
      id: sessionId,
      title: 'Morning Meditation',
      start_time: '2027-01-15T09:00:00.000Z',
      time_zone: 'Europe/Amsterdam',
    },
    party_size: 1,
    timestamp: '2027-01-10T08:00:00.000Z',
    message: `Ann Visitor booked Morning Meditation (${rev}).`,
    ...overrides,
  }
}

export function events(from: number, to: number): DeskEvent[] {
  return Array.from({ length: to - from + 1 }, (_, i) => anEvent(from + i))
}

/** Asks for a socket as the Worker does for somebody who has proved who she is. */
export function upgrade(inbox: Inbox, asked: Partial<Upgrade> = {}): Promise<Response> {
  const inAnHour = Date.now() + 3_600_000
  const who = { userId: 5, signInId: 'sign-in', expiresAt: inAnHour }
  return inbox.fetch(writeUpgrade({ ...who, after: null, epoch: null, ...asked }))
}

export async function connect(inbox: Inbox, asked: Partial<Upgrade> = {}) {
  return listen(await upgrade(inbox, asked))
}

/** From here on, until it sleeps, this inbox reads its clock so much later. */
export function later(inbox: Inbox, ms: number) {
  return runInDurableObject(inbox, (instance: FacilitatorInbox) => {
    instance.now = () => Date.now() + ms
  })
}

export type Client = ReturnType<typeof listen>

/** The other end of a socket, which remembers all it heard. */
export function listen(response: Response) {
  const socket = response.webSocket
  if (!socket) throw new Error(`no socket, but ${response.status}`)
  const heard: ServerMessage[] = []
  let hear = () => {}
  socket.addEventListener('message', ({ data }) => {
    heard.push(JSON.parse(String(data)))
    hear()
  })
  const closed = new Promise<number>((resolve) => {
    socket.addEventListener('close', ({ code }) => resolve(code))
  })
  socket.accept()

  async function until(isThere: () => boolean) {
    while (!isThere()) {
      await new Promise<void>((resolve) => {
        hear = resolve
      })
    }
  }
  const say = (message: unknown) =>
    socket.send(typeof message === 'string' ? message : JSON.stringify(message))
  const all = <Type extends ServerMessage['type']>(type: Type) =>
    heard.filter((m): m is Extract<ServerMessage, { type: Type }> => m.type === type)

  return {
    heard,
    all,
    say,
    closed,
    until,
    close: () => socket.close(1000, 'bye'),
    seqs: () => all('notice').map(({ notice }) => notice.seq),
    /** Answers the first message of a type, once there is one. */
    async first<Type extends ServerMessage['type']>(type: Type) {
      await until(() => all(type).length > 0)
      return all(type)[0] as Extract<ServerMessage, { type: Type }>
    },
    /** Everything said to it before this is heard after it: the inbox answers in order. */
    async settle() {
      const mark = `settle ${crypto.randomUUID()}`
      const before = all('error').length
      say(mark)
      await until(() => all('error').length > before)
    },
  }
}
