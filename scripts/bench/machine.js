import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { inProject } from '../local/project.js'
import { newTicketKey } from '../local/worker-config.js'

const BUNDLE = inProject('node_modules/.cache/stillpoint/bench')
const HERE = inProject('scripts/bench/in-workerd')

/** @typedef {Awaited<ReturnType<typeof startMachine>>} Machine */

/**
 * One workerd that runs the bundle as it is deployed, the same with counters, and the bare floor.
 * Each has a socket of its own: the proxy that wrangler and Miniflare put in front would cost more
 * than what is measured.
 */
export async function startMachine() {
  const secret = randomBytes(32).toString('base64url')
  const { Miniflare, convertV4MiniflareOptions } = findMiniflare()
  const stillpoint = await source('index.js', BUNDLE)
  const [floor, counting] = await Promise.all([
    source('floor.js', HERE),
    source('counting.js', HERE),
  ])
  const beside = { ...stillpoint, path: 'stillpoint.js' }
  const machine = new Miniflare(
    convertV4MiniflareOptions({
      cf: false,
      handleStructuredLogs: () => {},
      workers: [
        worker('product', [stillpoint], product(secret, 'BookingDesk', 'FacilitatorInbox')),
        worker('counted', [counting, beside], product(secret, 'CountedDesk', 'CountedInbox')),
        worker('floor', [floor], {
          durableObjects: { FLOOR: { className: 'Floor', useSQLite: true } },
          d1Databases: { DB: 'floor' },
        }),
      ],
    }),
  )
  const origins = await Promise.all(
    ['product', 'counted', 'floor'].map((name) => machine.unsafeGetDirectURL(name)),
  )
  const [productAt = '', countedAt = '', floorAt = ''] = origins.map(({ origin }) => origin)
  const d1 = await machine.getD1Database('DB', 'product')
  await migrate(d1)
  const floorD1 = await machine.getD1Database('DB', 'floor')
  await floorD1.batch([
    floorD1.prepare('CREATE TABLE floor (id INTEGER PRIMARY KEY, body TEXT)'),
    floorD1.prepare("INSERT INTO floor VALUES (7, 'a row of some length')"),
  ])
  return {
    product: productAt,
    counted: countedAt,
    floor: floorAt,
    secret,
    d1,
    end: () => machine.dispose(),
  }
}

/** The one that wrangler brings: it and workerd go together. @returns {typeof import('miniflare')} */
function findMiniflare() {
  const require = createRequire(import.meta.url)
  return createRequire(require.resolve('wrangler/package.json'))('miniflare')
}

/** @typedef {{ type: 'ESModule', path: string, contents: string }} Module */
/** @typedef {Omit<import('miniflare').WorkerOptions, 'name' | 'modules'>} Parts */

/** @param {string} path @param {string} folder @returns {Promise<Module>} */
async function source(path, folder) {
  return { type: 'ESModule', path, contents: await readFile(join(folder, path), 'utf8') }
}

/** @param {string} name @param {Module[]} modules @param {object} parts */
function worker(name, modules, parts) {
  return {
    name,
    modules,
    modulesRoot: '/',
    compatibilityDate: '2026-10-01',
    compatibilityFlags: ['nodejs_compat'],
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
    ...parts,
  }
}

/** As deployed, with mail and a CRM: their rows are part of what a booking costs. @param {string} secret @param {string} desk @param {string} inbox */
function product(secret, desk, inbox) {
  return {
    durableObjects: {
      BOOKING_DESK: { className: desk, useSQLite: true },
      FACILITATOR_INBOX: { className: inbox, useSQLite: true },
    },
    d1Databases: { DB: 'stillpoint' },
    queueProducers: { MAIL: 'stillpoint-mail' },
    email: { send_email: [{ name: 'EMAIL' }] },
    bindings: {
      JWT_SECRET_KEY: secret,
      TICKET_SIGNING_KEY: newTicketKey(),
      MAIL_FROM: 'letters@stillpoint.example',
      SITE_URL: 'http://localhost',
      CURRENCY: 'EUR',
      DEFAULT_TIME_ZONE: 'Europe/Amsterdam',
      LOCAL: 'yes',
      RATE_LIMITS: 'off',
    },
  }
}

/** @param {Awaited<ReturnType<import('miniflare').Miniflare['getD1Database']>>} d1 */
async function migrate(d1) {
  const files = (await readdir(inProject('migrations'))).filter((name) => name.endsWith('.sql'))
  for (const file of files.sort()) {
    const sql = await readFile(inProject('migrations', file), 'utf8')
    const statements = sql.split('--> statement-breakpoint').map((one) => d1.prepare(one))
    await d1.batch(statements)
  }
}
