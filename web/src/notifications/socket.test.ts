import { describe, expect, it } from 'vitest'
import type { ServerMessage } from '../../../worker/notifications/messages'
import { backoffMs } from '../backoff'
import {
  ACK_INTERVAL_MS,
  keepInboxSocket,
  PING_INTERVAL_MS,
  PONG_TIMEOUT_MS,
  type SignInState,
} from './socket'

describe('the socket of the tray', () => {
  it('loads the list first, then asks for what is newer than that', async () => {
    const desk = await started()
    expect(desk.reloads).toBe(1)
    expect(desk.paths).toEqual(['/api/notifications/socket?after=3&epoch=one'])
  })

  it('comes back after a cut with the place it had reached', async () => {
    const desk = await started()
    desk.say(hello)
    desk.reach(9)
    await desk.cut(1006)
    expect(desk.states.at(-1)).toBe('reconnecting')
    await desk.pass(backoffMs(0, 1))
    expect(desk.paths.at(-1)).toContain('after=9')
    expect(desk.reloads).toBe(1)
  })

  it('waits twice as long after each failure, spread by chance, and half a minute at most', () => {
    expect([0, 1, 2, 20].map((n) => backoffMs(n, 1))).toEqual([500, 1000, 2000, 30_000])
    expect([0, 1, 2, 20].map((n) => backoffMs(n, 0))).toEqual([250, 500, 1000, 15_000])
  })

  it('acks the newest at once, and then once a second however many come', async () => {
    const desk = await started()
    desk.say(hello)
    for (const seq of [4, 5, 6, 7]) {
      desk.reach(seq)
      desk.say({ type: 'presence', presence: 1 })
    }
    expect(desk.acks()).toEqual([3])
    await desk.pass(ACK_INTERVAL_MS)
    expect(desk.acks()).toEqual([3, 7])
    await desk.pass(ACK_INTERVAL_MS)
    expect(desk.acks()).toEqual([3, 7])
  })

  it('renews a sign-in that ended and goes on at once', async () => {
    const desk = await started()
    desk.say(hello)
    await desk.cut(4401)
    expect(desk.checks).toBe(1)
    expect(desk.paths).toHaveLength(2)
  })

  it('does not hammer when the renewed sign-in is refused as well', async () => {
    const desk = await started()
    desk.say(hello)
    await desk.cut(4401)
    await desk.cut(4401)
    expect(desk.paths).toHaveLength(2)
    await desk.pass(backoffMs(1, 1))
    expect(desk.paths).toHaveLength(3)
  })

  it('stops, and says so, when nobody is signed in; and starts again when woken', async () => {
    const desk = await started()
    desk.say(hello)
    desk.signIn = 'ended'
    await desk.cut(4401)
    expect(desk.states.at(-1)).toBe('signed-out')
    await desk.pass(120_000)
    expect(desk.paths).toHaveLength(1)
    desk.signIn = 'good'
    desk.socket.wake()
    await settled()
    expect(desk.paths).toHaveLength(2)
  })

  it('keeps trying while the sign-in cannot be reached: that is no sign-out', async () => {
    const desk = await started()
    desk.say(hello)
    desk.signIn = 'unreachable'
    await desk.cut(1006)
    await desk.pass(backoffMs(0, 1))
    expect(desk.states.at(-1)).toBe('reconnecting')
    desk.signIn = 'good'
    await desk.pass(backoffMs(1, 1))
    expect(desk.paths).toHaveLength(2)
  })

  it('loads the list again when it hears of a gap', async () => {
    const desk = await started()
    desk.say(hello)
    desk.say({ type: 'gap', oldest_seq: 50, last_seq: 90 })
    await settled()
    expect(desk.reloads).toBe(2)
  })

  it('calls a line dead that leaves a ping unanswered, and keeps one that answers', async () => {
    const desk = await started()
    desk.say(hello)
    await desk.pass(PING_INTERVAL_MS)
    expect(desk.sent().at(-1)).toBe('ping')
    desk.sayRaw('pong')
    await desk.pass(PONG_TIMEOUT_MS)
    expect(desk.closed).toBe(0)
    await desk.pass(PING_INTERVAL_MS)
    await desk.pass(PONG_TIMEOUT_MS)
    expect(desk.closed).toBe(1)
    expect(desk.states.at(-1)).toBe('reconnecting')
  })

  it('says offline when the network goes, whatever the socket says, and comes back with it', async () => {
    const desk = await started()
    desk.say(hello)
    desk.online = false
    desk.socket.sleep()
    expect(desk.states.at(-1)).toBe('offline')
    expect(desk.closed).toBe(1)
    desk.online = true
    desk.socket.wake()
    await settled()
    expect(desk.paths).toHaveLength(2)
  })

  it('leaves its place to newer windows until somebody looks at it again', async () => {
    const desk = await started()
    desk.say(hello)
    await desk.cut(4429)
    await desk.pass(120_000)
    expect(desk.states.at(-1)).toBe('crowded')
    expect(desk.paths).toHaveLength(1)
    desk.socket.wake()
    await settled()
    expect(desk.paths).toHaveLength(2)
  })

  it('is silent once stopped', async () => {
    const desk = await started()
    desk.say(hello)
    desk.socket.stop()
    const states = desk.states.length
    await desk.pass(120_000)
    desk.socket.wake()
    await settled()
    expect(desk.paths).toHaveLength(1)
    expect(desk.states).toHaveLength(states)
  })
})

const hello: ServerMessage = {
  type: 'hello',
  epoch: 'one',
  oldest_seq: 1,
  last_seq: 3,
  unread: 0,
  presence: 1,
}

/** The platform around a socket, with a clock that moves when told. */
async function started() {
  const sockets: FakeSocket[] = []
  const timers = new Map<number, { due: number; run: () => void }>()
  let clock = 0
  let nextTimer = 0
  let position: { seq: number | null; epoch: string | null } = { seq: null, epoch: 'one' }

  const desk = {
    signIn: 'good' as SignInState,
    online: true,
    paths: [] as string[],
    states: [] as string[],
    reloads: 0,
    checks: 0,
    reach(seq: number) {
      position = { ...position, seq }
    },
    say: (message: ServerMessage) => sockets.at(-1)?.hear(JSON.stringify(message)),
    sayRaw: (data: string) => sockets.at(-1)?.hear(data),
    sent: () => sockets.at(-1)?.sent ?? [],
    acks: () =>
      desk
        .sent()
        .filter((data) => data !== 'ping')
        .map((data) => JSON.parse(data).seq),
    get closed() {
      return sockets.reduce((sum, socket) => sum + socket.closings, 0)
    },
    async cut(code: number) {
      sockets.at(-1)?.fall(code)
      await settled()
    },
    async pass(ms: number) {
      clock += ms
      for (const [id, { due, run }] of timers) {
        if (due <= clock) {
          timers.delete(id)
          run()
        }
      }
      await settled()
    },
    socket: { wake() {}, sleep() {}, stop() {} },
  }

  desk.socket = keepInboxSocket({
    open(path) {
      desk.paths.push(path)
      const socket = new FakeSocket()
      sockets.push(socket)
      return socket
    },
    async reload() {
      desk.reloads++
      position = { ...position, seq: position.seq ?? 3 }
      return desk.signIn
    },
    async checkSignIn() {
      desk.checks++
      return desk.signIn
    },
    position: () => position,
    onMessage() {},
    onState: (state) => desk.states.push(state),
    isOnline: () => desk.online,
    after(delayMs, run) {
      const id = nextTimer++
      timers.set(id, { due: clock + delayMs, run })
      return () => timers.delete(id)
    },
    random: () => 1,
  })
  await settled()
  return desk
}

class FakeSocket extends EventTarget {
  sent: string[] = []
  closings = 0
  send(data: string) {
    this.sent.push(data)
  }
  close() {
    this.closings++
  }
  hear(data: string) {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
  fall(code: number) {
    this.dispatchEvent(Object.assign(new Event('close'), { code }))
  }
}

async function settled() {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}
