import { expect, it } from 'vitest'
import { wantedBy, whatIsMissing } from './deploy-plan.js'

const wanted = {
  worker: 'stillpoint',
  site: 'stillpoint-site',
  databaseName: 'stillpoint',
  databaseId: '1f3a9c52-0000-4000-8000-000000000001',
  queues: ['mail'],
}
const account = {
  loggedIn: true,
  databases: [{ name: 'stillpoint', uuid: wanted.databaseId }],
  secrets: ['JWT_SECRET_KEY', 'TICKET_SIGNING_KEY'],
  queues: ['mail'],
  sites: ['stillpoint-site'],
}

it('nothing is missing on an account that has everything', () => {
  expect(whatIsMissing(wanted, account)).toEqual([])
})

it('who is not logged in is asked for that alone', () => {
  const nobody = { loggedIn: false, databases: [], secrets: [], queues: [], sites: [] }
  expect(commands(wanted, nobody)).toEqual(['npx wrangler login'])
})

it('an empty account gets every command, in the order to run them', () => {
  const empty = { ...account, databases: [], secrets: [], queues: [], sites: [] }
  const placeholder = { ...wanted, databaseId: '00000000-0000-0000-0000-000000000000' }
  expect(commands(placeholder, empty)).toEqual([
    'npx wrangler d1 create stillpoint',
    'npx wrangler queues create mail',
    expect.stringContaining('npx wrangler secret put JWT_SECRET_KEY'),
    expect.stringContaining('npx wrangler secret put TICKET_SIGNING_KEY'),
    'npx wrangler pages project create stillpoint-site --production-branch main',
  ])
})

it('a database that is there but not in wrangler.toml is named by its id', () => {
  const other = { ...wanted, databaseId: '00000000-0000-0000-0000-000000000000' }
  expect(commands(other, account)).toEqual([`database_id = "${wanted.databaseId}"`])
})

it('an id that belongs to another account is not taken for a database', () => {
  const elsewhere = { ...account, databases: [{ name: 'shop', uuid: 'f00' }] }
  expect(whatIsMissing(wanted, elsewhere)[0]?.why).toContain(wanted.databaseId)
})

it('names come out of both configurations, each queue once', () => {
  const worker = `name = "a"\n[[d1_databases]]\ndatabase_name = "b"\ndatabase_id = "c"
[[queues.producers]]\nqueue = "mail"\n[[queues.consumers]]\nqueue = "mail"\ndead_letter_queue = "lost"`
  expect(wantedBy(worker, 'name = "d"')).toEqual({
    worker: 'a',
    site: 'd',
    databaseName: 'b',
    databaseId: 'c',
    queues: ['mail', 'lost'],
  })
})

/** @param {typeof wanted} wants @param {typeof account} has */
function commands(wants, has) {
  return whatIsMissing(wants, has).flatMap((one) => one.commands)
}
