import { setTimeout as pause } from 'node:timers/promises'
import { askD1 } from './local/ask-d1.js'
import { siteUrl } from './local/site-url.js'
import { Stop } from './local/stop.js'

const USAGE = `npm run sessions -- hide ID       out of every list, and no page for strangers
npm run sessions -- unhide ID     as it was before
npm run sessions -- list          what is hidden

ID is the number in its address. Add --remote for the deployed site.`

/** The Worker asks D1 at most once a second whether a session is hidden. */
const LOOKS = 5
const BETWEEN_LOOKS_MS = 1_000

/** @typedef {{ id: number, title: string, name: string, hidden_at: number | null }} Found */
/** @typedef {(address: string) => Promise<number | null>} Look the status a stranger gets; null: no answer */

/**
 * `npm run sessions`: what an operator takes out of sight. Nobody loses a seat by it. D1 is told
 * here; looking at the page as a stranger then shows that it counts, and has its desk told.
 * @param {string[]} args @param {Look} [look]
 */
export default async function sessions(args, look = lookAsStranger) {
  const remote = args.includes('--remote')
  const [verb, id, ...rest] = args.filter((arg) => arg !== '--remote')
  if (verb === 'list' && id === undefined) return list(remote)
  const isKnown = verb === 'hide' || verb === 'unhide'
  if (!isKnown || rest.length > 0 || !/^[1-9]\d{0,14}$/.test(id ?? '')) throw new Stop(USAGE)
  const found = await decide(verb, Number(id), remote)
  await tellWhatStrangersSee(verb, found, { remote, look })
}

/** @param {boolean} remote */
async function list(remote) {
  const found = await ask(`where hidden_at is not null order by hidden_at desc`, remote)
  if (found.length === 0) console.log('Nothing is hidden.')
  for (const { id, title, name, hidden_at } of found) {
    const since = new Date(hidden_at ?? 0).toISOString().slice(0, 10)
    console.log(`${since}  ${id}  ${title}  (${name})`)
  }
}

/** @param {'hide' | 'unhide'} verb @param {number} id @param {boolean} remote */
async function decide(verb, id, remote) {
  const [found] = await ask(`where sessions.id = ${id}`, remote)
  if (!found) throw new Stop(`There is no session ${id}.`)
  const isHidden = found.hidden_at !== null
  if (isHidden !== (verb === 'hide')) {
    const hiddenAt = verb === 'hide' ? Date.now() : 'null'
    await askD1(`update sessions set hidden_at = ${hiddenAt} where id = ${id}`, { remote })
  }
  return found
}

/** @param {string} which @param {boolean} remote @returns {Promise<Found[]>} */
function ask(which, remote) {
  const sql = `select sessions.id, title, users.name, hidden_at from sessions
    join facilitators on facilitators.id = sessions.facilitator_id
    join users on users.id = facilitators.user_id ${which}`
  return askD1(sql, { remote })
}

/** @param {'hide' | 'unhide'} verb @param {Found} found @param {{ remote: boolean, look: Look }} how */
async function tellWhatStrangersSee(verb, { id, title, name }, { remote, look }) {
  const what = `“${title}” by ${name}`
  console.log(
    verb === 'hide'
      ? `${what} is hidden. Who has a seat keeps it, and can still see it and give it back.`
      : `${what} is as it was before.`,
  )
  const site = await siteUrl({ remote })
  const status = site ? await lookUntil(verb, () => look(`${site}/api/sessions/${id}`)) : null
  if (status === null) {
    console.log(
      `The site was not asked. Open its page (/sessions/${id}) once: that tells its desk.`,
    )
    return
  }
  const isGone = status === 404
  if (isGone === (verb === 'hide')) {
    console.log(isGone ? 'Strangers find no page of it now.' : 'Strangers find its page now.')
    return
  }
  const why = isGone ? ' It may be a draft.' : ' Look again in a moment.'
  console.log(`Its page still answers strangers with ${status}.${why}`)
}

/** @param {'hide' | 'unhide'} verb @param {() => Promise<number | null>} look */
async function lookUntil(verb, look) {
  let status = await look()
  for (let looks = 1; looks < LOOKS && status !== null; looks += 1) {
    if ((status === 404) === (verb === 'hide')) break
    await pause(BETWEEN_LOOKS_MS)
    status = await look()
  }
  return status
}

/** @type {Look} */
async function lookAsStranger(address) {
  try {
    return (await fetch(address)).status
  } catch {
    return null
  }
}
