import { setTimeout as pause } from 'node:timers/promises'
import { ask } from './ask.js'
import { openDesk } from './bookings.js'
import { SESSIONS } from './sow.js'

const SOCKETS = 500
const BURST = 50
const BURST_MS = 2_500
const PACE_MS = 500

/**
 * How long until the last of many open pages hears of a booking, beside a bare object that says
 * something to as many; and how often each hears while fifty book.
 * @param {import('./machine.js').Machine} machine @param {ReturnType<typeof import('./ask.js').crowd>} crowd
 * @returns {Promise<import('./side-by-side.js').Result[]>}
 */
export async function hearOfBookings(machine, crowd) {
  const desk = openDesk(machine.product)
  const bare = await openListeners(`${machine.floor}/listen`)
  const live = await openListeners(`${machine.product}/api/sessions/${SESSIONS.heard}/live`)
  try {
    const told = []
    for (const who of await crowd(3)) {
      const floorMs = await untilAllHear(bare, () => ask(`${machine.floor}/say`))
      await pause(PACE_MS)
      const ms = await untilAllHear(live, () => desk.book(who, SESSIONS.heard))
      told.push({ ms, ratio: ms / floorMs })
    }
    told.sort((a, b) => a.ratio - b.ratio)
    const { ms, ratio } = told[1] ?? { ms: 0, ratio: 0 }
    const perSecond = await burst(live, await crowd(BURST), desk)
    return [
      {
        what: `a booking told to ${SOCKETS} pages`,
        value: `${Math.round(ms)} ms`,
        ratio,
        floor: 'bare object says',
        budget: 6,
      },
      {
        what: `messages to each while ${BURST} book`,
        value: `${perSecond.toFixed(2)}/s`,
        ratio: perSecond / 2,
        floor: '2 a second',
        // Sent half a second apart; what arrives a little late arrives closer to the next.
        budget: 1.15,
      },
    ]
  } finally {
    await Promise.all([bare.close(), live.close()])
  }
}

/** @typedef {Awaited<ReturnType<typeof openListeners>>} Listeners */

/** @param {string} url */
async function openListeners(url) {
  /** @type {number[][]} when each socket heard something, ms */
  const heard = []
  let onHeard = () => {}
  const sockets = Array.from({ length: SOCKETS }, (_, i) => {
    const times = /** @type {number[]} */ ([])
    heard[i] = times
    const socket = new WebSocket(url.replace(/^http/, 'ws'))
    socket.addEventListener('message', () => {
      times.push(performance.now())
      onHeard()
    })
    return socket
  })
  await Promise.all(sockets.map(opened))
  return {
    heard,
    /** Resolves when every socket has heard more than now. */
    all: () => {
      const before = heard.map((times) => times.length)
      return new Promise((resolve) => {
        onHeard = () => {
          if (heard.every((times, i) => times.length > (before[i] ?? 0))) resolve(null)
        }
      })
    },
    close: () =>
      Promise.all(
        sockets.map((socket) => {
          // How it ends is nothing that is measured here.
          const closed = new Promise((resolve) => socket.addEventListener('close', resolve))
          socket.close()
          return closed
        }),
      ),
  }
}

/** @param {WebSocket} socket */
function opened(socket) {
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true })
    socket.addEventListener('error', () => reject(new Error('a socket did not open')), {
      once: true,
    })
  })
}

/** @param {Listeners} listeners @param {() => Promise<unknown>} act */
async function untilAllHear(listeners, act) {
  const all = listeners.all()
  const began = performance.now()
  await Promise.all([act(), all])
  return performance.now() - began
}

/**
 * Messages a second between the first and the last one that any socket heard.
 * @param {Listeners} listeners @param {import('./ask.js').Person[]} people @param {ReturnType<typeof openDesk>} desk
 */
async function burst({ heard }, people, desk) {
  await pause(2 * PACE_MS)
  for (const times of heard) times.length = 0
  const asked = people.map(async (who, i) => {
    await pause((i * BURST_MS) / BURST)
    await desk.book(who, SESSIONS.heard)
  })
  await Promise.all(asked)
  await pause(2 * PACE_MS)
  const rates = heard.map((times) => {
    const [first = 0] = times
    return (1_000 * (times.length - 1)) / ((times.at(-1) ?? 0) - first)
  })
  return Math.max(...rates)
}
