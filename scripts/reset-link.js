import { createHash, randomBytes } from 'node:crypto'
import { askD1, quoted } from './local/ask-d1.js'
import { siteUrl } from './local/site-url.js'
import { Stop } from './local/stop.js'

const USAGE = `npm run reset-link -- EMAIL     a link by which its owner chooses a new password

Add --remote for the deployed site.`

/** As long as one that came by mail: worker/users/mail-tokens.ts. */
const LIFE_MS = 60 * 60_000

/**
 * `npm run reset-link`: for a site without mail, or a person whom no mail reaches. D1 gets the
 * token's hash, as for a link in a letter; who reads D1 can open no account with it.
 * @param {string[]} args
 */
export default async function resetLink(args) {
  const remote = args.includes('--remote')
  const [typed, ...rest] = args.filter((arg) => arg !== '--remote')
  if (typed === undefined || rest.length > 0) throw new Stop(USAGE)
  const email = typed.trim().toLowerCase()
  const [found] = await askD1(
    `select id, name from users where email = ${quoted(email)} and erased_at is null`,
    { remote },
  )
  if (!found) throw new Stop(`Nobody is registered as ${email}.`)

  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest('base64url')
  const now = Date.now()
  await askD1(
    `insert into mail_tokens (hash, user_id, kind, created_at, expires_at)
     values (${quoted(hash)}, ${Number(found.id)}, 'reset_password', ${now}, ${now + LIFE_MS})`,
    { remote },
  )
  const site = (await siteUrl({ remote })) ?? 'https://YOUR-SITE'
  console.log(`For ${found.name} (${email}), good once and for an hour:\n
${site}/reset-password#${token}\n
Whoever opens it chooses the password. Hand it over in a way that reaches only its owner.`)
}
