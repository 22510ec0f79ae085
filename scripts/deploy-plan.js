/*
 * Decides whether a deployment may begin: what the configuration wants, against what the account
 * has. Pure, so that every answer can be tested without an account.
 */

/**
 * @typedef {object} Wanted what wrangler.toml and web/wrangler.toml name
 * @property {string} worker
 * @property {string} site
 * @property {string} databaseName
 * @property {string} databaseId
 * @property {string[]} queues
 *
 * @typedef {object} Account what wrangler says is there
 * @property {boolean} loggedIn
 * @property {{ name: string, uuid: string }[]} databases
 * @property {string[]} secrets of the Worker
 * @property {string[]} queues
 * @property {string[]} sites
 *
 * @typedef {{ why: string, commands: string[] }} Missing
 */

/** What makes each secret, and why that will do. */
export const SECRETS = {
  JWT_SECRET_KEY: {
    kind: 'Any 32 random bytes will do',
    make: "crypto.randomBytes(32).toString('base64url')",
  },
  TICKET_SIGNING_KEY: {
    kind: 'It signs the codes that are scanned at the door',
    make: "JSON.stringify(crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }))",
  },
}

const PLACEHOLDER = /^[0-]*$/

/**
 * What has to be done first, in the order in which it has to be done; empty when all is there.
 * @param {Wanted} wanted @param {Account} account @returns {Missing[]}
 */
export function whatIsMissing(wanted, account) {
  if (!account.loggedIn) {
    return [{ why: 'Nobody is logged in to Cloudflare.', commands: ['npx wrangler login'] }]
  }
  return [
    ...databaseMissing(wanted, account),
    ...wanted.queues
      .filter((name) => !account.queues.includes(name))
      .map((name) => ({
        why: `The account has no queue "${name}".`,
        commands: [`npx wrangler queues create ${name}`],
      })),
    ...Object.entries(SECRETS)
      .filter(([name]) => !account.secrets.includes(name))
      .map(([name, { kind, make }]) => ({
        why: `The Worker "${wanted.worker}" has no secret ${name}. ${kind}:`,
        commands: [`node -p "${make}" | npx wrangler secret put ${name}`],
      })),
    ...(account.sites.includes(wanted.site)
      ? []
      : [
          {
            why: `The account has no Pages project "${wanted.site}".`,
            commands: [`npx wrangler pages project create ${wanted.site} --production-branch main`],
          },
        ]),
  ]
}

/** @param {Wanted} wanted @param {Account} account @returns {Missing[]} */
function databaseMissing({ databaseName, databaseId }, { databases }) {
  if (databases.some((database) => database.uuid === databaseId)) return []
  const named = databases.find((database) => database.name === databaseName)
  if (named) {
    return [
      {
        why: `wrangler.toml has another id than the account's D1 "${databaseName}". Write it there:`,
        commands: [`database_id = "${named.uuid}"`],
      },
    ]
  }
  return [
    {
      why: PLACEHOLDER.test(databaseId)
        ? 'wrangler.toml names no D1 yet. Make one, and write the id it prints there as database_id:'
        : `The account has no D1 with the id ${databaseId}. Make one, and write its id into wrangler.toml:`,
      commands: [`npx wrangler d1 create ${databaseName}`],
    },
  ]
}

/**
 * The few names a deployment needs to know, out of both configurations.
 * @param {string} workerToml @param {string} siteToml @returns {Wanted}
 */
export function wantedBy(workerToml, siteToml) {
  return {
    worker: oneOf(workerToml, 'name'),
    site: oneOf(siteToml, 'name'),
    databaseName: oneOf(workerToml, 'database_name'),
    databaseId: oneOf(workerToml, 'database_id'),
    queues: [...new Set(allOf(workerToml, '(?:dead_letter_)?queue'))],
  }
}

/** @param {string} toml @param {string} key */
function oneOf(toml, key) {
  const [first] = allOf(toml, key)
  if (first === undefined) throw new Error(`no ${key} in the configuration`)
  return first
}

/** @param {string} toml @param {string} key */
function allOf(toml, key) {
  return [...toml.matchAll(new RegExp(`^${key} = "(.*)"`, 'gm'))].map((match) => match[1] ?? '')
}
