import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { deadLetters } from '../db/schema'
import worker from '../index'
import { aUser, d1Away } from '../test/factories'
import { aMailEvent, aPostOffice, bindingError, deliver } from '../test/mail'
import { KEPT_MS, tendDeadLetters } from './dead-letters'
import type { Letter, Mail } from './letter'

const db = openDb(env.DB)

/** What the second queue hands over after the first gave up. */
async function die(mail: Mail, changes: Partial<typeof env> = {}) {
  const message = { id: mail.id, timestamp: new Date(), attempts: 1, body: mail }
  const batch = createMessageBatch('stillpoint-mail-dead', [message])
  await worker.queue(batch, { ...env, ...changes })
  return getQueueResult(batch, createExecutionContext())
}

async function find(mail: { id: string }) {
  const [row] = await db.select().from(deadLetters).where(eq(deadLetters.id, mail.id))
  return row
}

/** Catches what is queued; only sending is looked at. */
function aQueue() {
  const queued: Mail[] = []
  const sendBatch = async (messages: Iterable<MessageSendRequest<Mail>>) => {
    for (const { body } of messages) queued.push(body)
  }
  return { queued, MAIL: { sendBatch } as unknown as Queue<Mail> }
}

it('what the queue gives up is kept in D1, whole', async () => {
  const letter = aMailEvent()
  const { explicitAcks } = await die(letter)
  expect(explicitAcks).toEqual([letter.id])
  const row = await find(letter)
  expect(row).toMatchObject({ kind: letter.kind, userId: 1, reason: 'gave_up', replay: false })
  expect(JSON.parse(row?.body ?? '')).toEqual(letter)
})

it('while D1 is away it stays in its queue', async () => {
  const letter = aMailEvent()
  const { explicitAcks, retryMessages } = await die(letter, { DB: d1Away() })
  expect(explicitAcks).toEqual([])
  expect(retryMessages).toHaveLength(1)
})

it('a token is never written down', async () => {
  const letter: Letter = {
    id: `reset_password:${crypto.randomUUID()}`,
    kind: 'reset_password',
    to: { userId: 1 },
    token: 'a secret that opens an account',
  }
  await die(letter)
  expect(await find(letter)).toMatchObject({ body: null })
  const everything = await env.DB.prepare('SELECT * FROM dead_letters').all()
  expect(JSON.stringify(everything.results)).not.toContain(letter.token)
})

it('marked for replay it is queued once more, and then goes out although it was refused before', async () => {
  const { userId } = await aUser()
  const letter = aMailEvent({ to: { userId, as: 'visitor' }, booking: { userId } })
  const office = aPostOffice(bindingError('E_RECIPIENT_NOT_ALLOWED'))
  await deliver(office, [letter])
  const queue = aQueue()
  expect(await tendDeadLetters({ ...env, MAIL: queue.MAIL }, Date.now())).toBe(0)

  await env.DB.prepare('UPDATE dead_letters SET replay = 1 WHERE id = ?').bind(letter.id).run()
  expect(await tendDeadLetters({ ...env, MAIL: queue.MAIL }, Date.now())).toBe(1)
  expect(queue.queued).toEqual([letter])
  expect(await find(letter)).toBeUndefined()
  await deliver(office, queue.queued)
  expect(office.sent).toHaveLength(1)
})

it('one that dies again while it is replayed is kept', async () => {
  const letter = aMailEvent()
  await die(letter)
  await env.DB.prepare('UPDATE dead_letters SET replay = 1 WHERE id = ?').bind(letter.id).run()
  const MAIL = { sendBatch: () => die(letter) } as unknown as Queue<Mail>
  await tendDeadLetters({ ...env, MAIL }, Date.now())
  expect(await find(letter)).toMatchObject({ replay: false })
})

it('after ninety days it is forgotten', async () => {
  const letter = aMailEvent()
  await die(letter)
  await tendDeadLetters(env, Date.now() + KEPT_MS - 60_000)
  expect(await find(letter)).toBeDefined()
  await tendDeadLetters(env, Date.now() + KEPT_MS + 60_000)
  expect(await find(letter)).toBeUndefined()
})
