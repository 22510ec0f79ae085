import { abortAllDurableObjects, evictDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { anEvent, anInbox, connect, events } from '../test/inbox'

const oneTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1)

describe('a client that was away', () => {
  it('gets what it missed, in order and once', async () => {
    const inbox = anInbox()
    await inbox.deliver(events(1, 3))
    const before = await connect(inbox, { after: 0 })
    const { epoch } = await before.first('hello')
    await before.until(() => before.seqs().length === 3)
    before.close()

    await inbox.deliver(events(4, 7))
    const after = await connect(inbox, { after: 3, epoch })
    await after.settle()
    expect(after.seqs()).toEqual([4, 5, 6, 7])
    expect(after.all('gap')).toEqual([])
  })

  it('gets 250 notices in pages, the next on the ack of the one before', async () => {
    const inbox = anInbox()
    await inbox.deliver(events(1, 250))
    const client = await connect(inbox, { after: 0 })
    await client.settle()
    expect(client.seqs()).toEqual(oneTo(100))

    client.say({ type: 'ack', seq: 60 })
    await client.settle()
    expect(client.seqs()).toHaveLength(100)

    client.say({ type: 'ack', seq: 100 })
    await client.settle()
    expect(client.seqs()).toEqual(oneTo(200))

    client.say({ type: 'ack', seq: 200 })
    await client.settle()
    expect(client.seqs()).toEqual(oneTo(250))
  })

  it('hears what happens meanwhile after what it missed, and nothing twice', async () => {
    const inbox = anInbox()
    await inbox.deliver(events(1, 150))
    const client = await connect(inbox, { after: 0 })
    await inbox.deliver(events(151, 152))
    await client.settle()
    expect(client.seqs()).toEqual(oneTo(100))

    client.say({ type: 'ack', seq: 100 })
    await client.settle()
    await inbox.deliver([anEvent(153)])
    client.say({ type: 'ack', seq: 152 })
    await client.settle()
    expect(client.seqs()).toEqual(oneTo(153))
  })

  it('is level at once when it has the rest from elsewhere', async () => {
    const inbox = anInbox()
    await inbox.deliver(events(1, 250))
    const client = await connect(inbox, { after: 0 })
    client.say({ type: 'ack', seq: 250 })
    await client.settle()
    await inbox.deliver([anEvent(251)])
    await client.settle()
    expect(client.seqs()).toEqual([...oneTo(100), 251])
  })

  it('hears only hello when it does not say what it has', async () => {
    const inbox = anInbox()
    await inbox.deliver(events(1, 3))
    const client = await connect(inbox)
    await client.settle()
    expect(client.heard.map(({ type }) => type)).toEqual(['hello', 'error'])
    expect(client.heard[0]).toMatchObject({ oldest_seq: 1, last_seq: 3, unread: 3, presence: 1 })

    await inbox.deliver([anEvent(4)])
    await client.settle()
    expect(client.seqs()).toEqual([4])
  })
})

describe('a gap that cannot be filled', () => {
  it.each([
    { case: 'counted in another epoch', after: 2, epoch: 'of another inbox' },
    { case: 'counted further than the inbox', after: 4, epoch: null },
  ])('is said to a client that has $case', async ({ after, epoch }) => {
    const inbox = anInbox()
    await inbox.deliver(events(1, 3))
    const client = await connect(inbox, { after, epoch })
    await client.settle()
    expect(client.all('gap')).toEqual([{ type: 'gap', oldest_seq: 1, last_seq: 3 }])
    expect(client.seqs()).toEqual([])

    await inbox.deliver([anEvent(4)])
    await client.settle()
    expect(client.seqs()).toEqual([4])
  })

  it('is no gap to a client of the same epoch that has everything', async () => {
    const inbox = anInbox()
    await inbox.deliver(events(1, 3))
    const { epoch } = await (await connect(inbox)).first('hello')
    const client = await connect(inbox, { after: 3, epoch })
    await client.settle()
    expect(client.heard.map(({ type }) => type)).toEqual(['hello', 'error'])
  })
})

describe('an inbox put to sleep', () => {
  it('keeps sockets and their places between any two steps', async () => {
    const inbox = anInbox()
    const sleep = () => evictDurableObject(inbox, { webSockets: 'hibernate' })
    await inbox.deliver(events(1, 150))
    await sleep()
    const behind = await connect(inbox, { after: 0 })
    await sleep()
    const level = await connect(inbox)
    await sleep()
    await behind.settle()
    expect(behind.seqs()).toEqual(oneTo(100))

    await sleep()
    await inbox.deliver([anEvent(151)])
    await sleep()
    behind.say({ type: 'ack', seq: 100 })
    await behind.settle()
    await sleep()
    await inbox.deliver([anEvent(152)])
    await sleep()
    await behind.settle()
    await level.settle()
    expect(behind.seqs()).toEqual(oneTo(152))
    expect(level.seqs()).toEqual([151, 152])
  })

  it('loses nothing of what it took when it is aborted', async () => {
    const aborted = anInbox()
    await aborted.deliver(events(1, 2))
    const { epoch } = await (await connect(aborted)).first('hello')
    await abortAllDurableObjects()
    // A stub breaks with its object.
    const inbox = env.FACILITATOR_INBOX.get(aborted.id)

    // The desk never heard "taken", so it delivers again, with what came since.
    await inbox.deliver(events(1, 3))
    const client = await connect(inbox, { after: 1, epoch })
    await client.settle()
    expect(client.seqs()).toEqual([2, 3])
    expect(client.all('gap')).toEqual([])
  })
})
