import { askD1, quoted } from './local/ask-d1.js'
import { Stop } from './local/stop.js'

const USAGE = `npm run facilitators -- list              who teaches here, and who waits for approval
npm run facilitators -- approve EMAIL     may publish, from the next click on
npm run facilitators -- revoke EMAIL      may publish nothing new; what is published stays

Add --remote for the deployed site.`

/** @typedef {(sql: string) => Promise<Found[]>} Query */
/** @typedef {{ email: string, name: string, facilitator_id: number | null, approved_at: number | null }} Found */

/**
 * `npm run facilitators`: who may publish. D1 is asked at each publishing, so an answer given here
 * counts at once, without a new sign-in.
 * @param {string[]} args
 */
export default async function facilitators(args) {
  const remote = args.includes('--remote')
  const [verb, email, ...rest] = args.filter((arg) => arg !== '--remote')
  const query = (/** @type {string} */ sql) => askD1(sql, { remote })
  if (verb === 'list' && email === undefined) return list(query)
  if ((verb === 'approve' || verb === 'revoke') && email !== undefined && rest.length === 0) {
    return decide(query, verb, email)
  }
  throw new Stop(USAGE)
}

/** @param {Query} query */
async function list(query) {
  const found = await query(
    `select users.email, users.name, facilitators.id as facilitator_id, approved_at
     from facilitators join users on users.id = facilitators.user_id
     where users.erased_at is null order by approved_at is not null, facilitators.id`,
  )
  if (found.length === 0) console.log('Nobody has registered as a facilitator yet.')
  for (const { email, name, approved_at } of found) {
    const since = approved_at === null ? 'waits     ' : new Date(approved_at).toISOString()
    console.log(`${since.slice(0, 10)}  ${email}  ${name}`)
  }
}

/** @param {Query} query @param {'approve' | 'revoke'} verb @param {string} typed */
async function decide(query, verb, typed) {
  const email = typed.trim().toLowerCase()
  const [found] = await query(
    `select users.email, users.name, facilitators.id as facilitator_id, approved_at
     from users left join facilitators on facilitators.user_id = users.id
     where users.email = ${quoted(email)}`,
  )
  if (!found) throw new Stop(`Nobody is registered as ${email}.`)
  const who = `${found.name} (${email})`
  if (found.facilitator_id === null) {
    throw new Stop(`${who} is a visitor, and has to register as a facilitator first.`)
  }
  const isApproved = found.approved_at !== null
  if (isApproved === (verb === 'approve')) {
    console.log(`Nothing to do: ${who} ${isApproved ? 'is approved already' : 'is not approved'}.`)
    return
  }
  const approvedAt = verb === 'approve' ? Date.now() : 'null'
  const id = Number(found.facilitator_id)
  await query(`update facilitators set approved_at = ${approvedAt} where id = ${id}`)
  const now = verb === 'approve' ? 'may publish from now on' : 'can publish nothing new from now on'
  console.log(`${who} ${now}.`)
}
