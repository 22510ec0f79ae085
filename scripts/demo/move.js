import { DEMO_PASSWORD, FACILITATORS } from './people.js'
import { SESSIONS } from './sessions.js'

/**
 * A demo whose sessions have all passed moves on by whole weeks, keeping its weekdays and hours.
 * It goes through the API, as its facilitators would: times belong to the desks.
 * @param {string} origin
 */
export async function moveDemo(origin) {
  const api = client(origin)
  try {
    const coming = /** @type {{ id: number }[]} */ (await api('GET', '/sessions'))
    if (coming.some((session) => isDemo(session.id))) return
    await moveOn(api)
    console.log('The sessions of the demo had passed, and were moved into the coming weeks.')
  } catch (error) {
    // Someone may have deleted or changed the demo; it is theirs, and no reason not to start.
    console.log(`Not all of the demo, which has passed, could be moved: ${error}`)
  }
}

/** @param {ReturnType<typeof client>} api */
async function moveOn(api) {
  const movable = /** @type {{ session: DemoTimes, token: string }[]} */ ([])
  for (const { email } of Object.values(FACILITATORS)) {
    const signIn = /** @type {{ access_token: string }} */ (
      await api('POST', '/auth/login', { email, password: DEMO_PASSWORD })
    )
    const token = signIn.access_token
    const hers = /** @type {(DemoTimes & { status: string })[]} */ (
      await api('GET', '/facilitator/sessions', undefined, token)
    )
    for (const session of hers) {
      if (isDemo(session.id) && session.status !== 'cancelled') {
        movable.push({ session, token })
      }
    }
  }
  const weeks = weeksToMove(
    movable.map(({ session }) => session),
    Date.now(),
  )
  const moves = movable.map(({ session, token }) =>
    api('PUT', `/sessions/${session.id}`, moved(session, weeks), token),
  )
  const refused = (await Promise.allSettled(moves)).find((move) => move.status === 'rejected')
  if (refused) throw refused.reason
}

/** Sessions of the demo that were to come when it was sown; ids count from 1. @param {number} id */
function isDemo(id) {
  const sown = SESSIONS[id - 1]
  return sown !== undefined && sown.day >= 0
}

/** @typedef {{ id: number, start_time: string, end_time: string, time_zone: string, days: { date: string, title: string, text: string }[] }} DemoTimes */

const DAY_MS = 24 * 3_600_000
const WEEK_MS = 7 * DAY_MS

/**
 * Whole weeks until the earliest begins tomorrow or later.
 * @param {Pick<DemoTimes, 'start_time'>[]} sessions @param {number} now
 */
export function weeksToMove(sessions, now) {
  const first = Math.min(...sessions.map((session) => Date.parse(session.start_time)))
  return Math.max(0, Math.ceil((now + DAY_MS - first) / WEEK_MS))
}

/**
 * Times without an offset are read in the session's zone, so the hour on the wall stays.
 * @param {DemoTimes} session @param {number} weeks
 */
export function moved(session, weeks) {
  return {
    start_time: later(wallTime(session.start_time, session.time_zone), weeks),
    end_time: later(wallTime(session.end_time, session.time_zone), weeks),
    days: session.days.map((day) => ({ ...day, date: later(day.date, weeks).slice(0, 10) })),
  }
}

/** `2027-01-15T09:00` as the clocks of that zone show it. @param {string} instant @param {string} timeZone */
function wallTime(instant, timeZone) {
  // Swedish writes dates and times as ISO 8601 does.
  return new Date(instant)
    .toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .replace(' ', 'T')
}

/** @param {string} wall @param {number} weeks */
function later(wall, weeks) {
  const date = new Date(`${wall.slice(0, 10)}T00:00Z`)
  date.setUTCDate(date.getUTCDate() + 7 * weeks)
  return date.toISOString().slice(0, 10) + wall.slice(10)
}

/** @param {string} origin */
function client(origin) {
  /** @param {string} method @param {string} path @param {unknown} [body] @param {string} [token] */
  return async (method, path, body, token) => {
    const answer = await fetch(`${origin}/api${path}`, {
      method,
      headers: {
        ...(body ? { 'Content-Type': 'application/json' } : {}),
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
      },
      body: body ? JSON.stringify(body) : undefined,
    })
    const json = /** @type {{ error?: string }} */ (await answer.json())
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${json.error}`)
    return json
  }
}
