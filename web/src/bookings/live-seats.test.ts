import { describe, expect, it } from 'vitest'
import {
  ANSWER_TIMEOUT_MS,
  type Counted,
  HIDDEN_AT_MOST_MS,
  keepLiveSeats,
  type LiveState,
  PING_INTERVAL_MS,
  POLL_INTERVAL_MS,
  withCounts,
} from './live-seats'

describe('the line of a session’s page', () => {
  it('is live from the first word, and passes on every count', () => {
    const page = opened()
    expect(page.state()).toBe('connecting')
    page.say(3)
    page.say(2)
    expect(page.state()).toBe('live')
    expect(page.left()).toEqual([3, 2])
  })

  it('comes back by itself after a deploy, and does not call itself live meanwhile', () => {
    const page = opened()
    page.say(3)
    page.close()
    expect(page.state()).toBe('connecting')
    page.pass(500)
    expect(page.sockets).toBe(2)
    page.say(1)
    expect(page.state()).toBe('live')
  })

  it('asks the document while the socket is refused, and stops once it speaks', async () => {
    const page = opened()
    page.close()
    page.pass(500)
    page.close()
    await settled()
    expect(page.state()).toBe('polling')
    expect(page.left()).toEqual([9])
    page.pass(1.2 * POLL_INTERVAL_MS)
    await settled()
    expect(page.left()).toEqual([9, 9])
    page.say(4)
    expect(page.state()).toBe('live')
    page.pass(20_000)
    await settled()
    expect(page.left()).toEqual([9, 9, 4])
  })

  it('says that it reconnects when the document does not answer either', async () => {
    const page = opened()
    page.answers = false
    page.close()
    page.pass(500)
    page.close()
    await settled()
    expect(page.state()).toBe('reconnecting')
  })

  it('waits longer from try to try, half a minute at most', () => {
    const page = opened()
    const waits = Array.from({ length: 9 }, () => {
      page.close()
      return page.untilNextTry()
    })
    expect(waits.slice(0, 3)).toEqual([500, 1_000, 2_000])
    expect(waits.at(-1)).toBe(30_000)
  })

  it('notices a line that leads nowhere, and one that died silently', () => {
    const page = opened()
    page.pass(ANSWER_TIMEOUT_MS + 500)
    expect(page.sockets).toBe(2)
    page.say(3)
    page.pass(10 * PING_INTERVAL_MS)
    expect(page.state()).toBe('live')
    page.answers = false
    page.pass(PING_INTERVAL_MS + ANSWER_TIMEOUT_MS)
    expect(page.state()).toBe('connecting')
  })

  it('rests when nobody has looked for a minute, and is there when somebody does', () => {
    const page = opened()
    page.say(3)
    page.turn({ visible: false })
    page.pass(HIDDEN_AT_MOST_MS - 1)
    expect(page.state()).toBe('live')
    page.pass(1)
    expect(page.state()).toBe('resting')
    page.pass(600_000)
    expect(page.sockets).toBe(1)
    page.turn({ visible: true })
    expect(page.sockets).toBe(2)
  })

  it('stays as it is for a short look elsewhere', () => {
    const page = opened()
    page.say(3)
    page.turn({ visible: false })
    page.pass(HIDDEN_AT_MOST_MS - 1)
    page.turn({ visible: true })
    page.pass(2)
    expect(page.state()).toBe('live')
  })

  it('opens nothing in a tab that nobody looks at, or without a network', () => {
    expect(opened({ visible: false }).sockets).toBe(0)
    const page = opened({ online: false })
    expect(page.sockets).toBe(0)
    expect(page.state()).toBe('offline')
    page.turn({ online: true })
    expect(page.sockets).toBe(1)
  })

  it('says offline at once when the network goes', () => {
    const page = opened()
    page.say(3)
    page.turn({ online: false })
    expect(page.state()).toBe('offline')
    page.pass(60_000)
    expect(page.sockets).toBe(1)
  })

  it('does nothing more once the page is gone', async () => {
    const page = opened()
    page.say(3)
    page.line.stop()
    page.turn({ visible: true })
    page.pass(600_000)
    await settled()
    expect(page.sockets).toBe(1)
  })
})

describe('counts laid over what was read', () => {
  const read = { ...counts(5, '2027-05-14T10:00:05Z'), title: 'Dawn sit' }

  it('of a line that stands always win', () => {
    const told = counts(2, '2027-05-14T10:00:00Z')
    expect(withCounts(read, told, 'live')).toEqual({ ...read, taken: 8, available_spots: 2 })
  })

  it('of any other way only when they are newer', () => {
    expect(withCounts(read, counts(2, '2027-05-14T10:00:00Z'), 'offline')).toBe(read)
    const newer = withCounts(read, counts(2, '2027-05-14T10:00:09Z'), 'polling')
    expect(newer.available_spots).toBe(2)
  })

  it('are absent before the first word', () => expect(withCounts(read, null, 'live')).toBe(read))
})

function counts(left: number, as_of = '2027-05-14T10:00:00Z'): Counted {
  const capacity = 10
  return {
    status: 'active',
    capacity,
    taken: capacity - left,
    pending: 0,
    waiting: 0,
    available_spots: left,
    as_of,
  }
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A page with a clock, a network and a server that are ours to turn. */
function opened({ visible = true, online = true } = {}) {
  const states: LiveState[] = []
  const heard: number[] = []
  let now = 0
  let timers: { at: number; run: () => void }[] = []
  let listeners: Record<string, (event: { data?: string }) => void> = {}
  const fire = (name: string, event = {}) => listeners[name]?.(event)
  const page = {
    sockets: 0,
    answers: true,
    state: () => states.at(-1),
    left: () => heard,
    say: (left: number) => fire('message', { data: JSON.stringify(counts(left)) }),
    close: () => fire('close'),
    turn(to: { visible?: boolean; online?: boolean }) {
      visible = to.visible ?? visible
      online = to.online ?? online
      page.line.look()
    },
    pass(ms: number) {
      const until = now + ms
      for (;;) {
        const due = timers.toSorted((a, b) => a.at - b.at).find(({ at }) => at <= until)
        if (!due) break
        timers = timers.filter((timer) => timer !== due)
        now = due.at
        due.run()
      }
      now = until
    },
    untilNextTry() {
      const before = { at: now, sockets: page.sockets }
      while (page.sockets === before.sockets) page.pass(1)
      return now - before.at
    },
    line: { look() {}, stop() {} },
  }
  page.line = keepLiveSeats({
    open() {
      page.sockets++
      listeners = {}
      return {
        send: () => page.answers && fire('message', { data: 'pong' }),
        close() {},
        addEventListener: (name: string, listener: unknown) => {
          listeners[name] = listener as (typeof listeners)[string]
        },
      }
    },
    poll: async () => (page.answers ? counts(9) : null),
    onCounted: (counted) => heard.push(counted.available_spots),
    onState: (state) => states.push(state),
    isOnline: () => online,
    isVisible: () => visible,
    after(delayMs, run) {
      const timer = { at: now + delayMs, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    random: () => 1,
  })
  return page
}
