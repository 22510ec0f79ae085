import { askD1, quoted } from './local/ask-d1.js'
import { Stop } from './local/stop.js'

const USAGE = `npm run erase -- NAME              who is called so here, with their numbers
npm run erase -- EMAIL             whom that would forget
npm run erase -- NUMBER            the same of somebody without an email
npm run erase -- NUMBER --yes      forgets them, for good

Add --remote for the deployed site.`

/** More of one name nobody reads through. */
const FOUND_MAX = 20

/** @typedef {{ id: number, email: string | null, name: string, role: string, bookings: number, promised: number }} Found */

/**
 * `npm run erase`: for who asks to be forgotten and cannot do it under Account: guests, whom a
 * facilitator added by name. It writes the wish down; the sweep does what Account does.
 * @param {string[]} args
 */
export default async function erase(args) {
  const remote = args.includes('--remote')
  const isMeant = args.includes('--yes')
  const [who, ...rest] = args.filter((arg) => arg !== '--remote' && arg !== '--yes')
  if (!who?.trim() || rest.length > 0) throw new Stop(USAGE)
  const found = await find(who.trim(), remote)
  if (found.length === 0) throw new Stop(`Nobody here is known as ${who}.`)
  for (const one of found) console.log(`${one.id}  ${wordsOn(one)}`)
  const [person] = found
  // A name may be another's tomorrow: only a number is meant.
  if (!isMeant || !person || String(person.id) !== who.trim()) {
    console.log('\nNothing was changed. To forget one: npm run erase -- NUMBER --yes')
    return
  }
  if (person.promised > 0) {
    throw new Stop('People have booked sessions of theirs. Those are given or cancelled first.')
  }
  await askD1(
    `insert into erasures (user_id, requested_at) values (${Number(person.id)}, ${Date.now()})
     on conflict do nothing`,
    { remote },
  )
  console.log(`\nWritten down. The sweep forgets them within a quarter of an hour: seats to come are
given back, and name, email and notes overwritten everywhere here. What has left the house stays
out of reach: letters, and what a CRM was told.`)
  if (!remote) console.log('On this machine no sweep runs: nothing more happens here.')
}

/** @param {string} who @param {boolean} remote @returns {Promise<Found[]>} */
function find(who, remote) {
  return askD1(
    `select users.id, email, name, role,
       (select count(*) from bookings where user_id = users.id) as bookings,
       (select count(*) from sessions join facilitators on facilitators.id = sessions.facilitator_id
         where facilitators.user_id = users.id and status = 'active' and end_time > ${Date.now()}
         and taken + waiting > 0) as promised
     from users where erased_at is null and ${meaning(who)} order by users.id limit ${FOUND_MAX}`,
    { remote },
  )
}

/** @param {string} who */
function meaning(who) {
  if (/^\d{1,15}$/.test(who)) return `users.id = ${who}`
  if (who.includes('@')) return `email = ${quoted(who.toLowerCase())}`
  return `name = ${quoted(who)} collate nocase`
}

/** @param {Found} found */
function wordsOn({ name, email, role, bookings }) {
  const booked = bookings === 1 ? 'one booking' : `${bookings} bookings`
  return [name, email ?? 'no email', role === 'user' ? booked : `${role}, ${booked}`].join(', ')
}
