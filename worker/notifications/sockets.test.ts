import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { anEvent, anInbox, type Client, connect, events, later, upgrade } from '../test/inbox'
import { PROOF_MS } from './queue'

const presences = (client: Client) => client.all('presence').map(({ presence }) => presence)

describe('several windows of one facilitator', () => {
  it('agree on what is read, whichever of them read it', async () => {
    const inbox = anInbox()
    await inbox.deliver(events(1, 4))
    const [one, two] = [await connect(inbox), await connect(inbox)]
    one.say({ type: 'read', ids: ['1:2', '9:9'] })
    await two.first('read')
    two.say({ type: 'read', through: 3 })
    await one.until(() => one.all('read').length === 2)
    expect(await inbox.markRead({ ids: ['1:4'] })).toMatchObject({ unread: 0 })
    await one.settle()
    await two.settle()

    expect(one.all('read')).toEqual([
      { type: 'read', ids: ['1:2'], unread: 3 },
      { type: 'read', ids: ['1:1', '1:3'], unread: 1 },
      { type: 'read', ids: ['1:4'], unread: 0 },
    ])
    expect(two.all('read')).toEqual(one.all('read'))
    const { notices } = await inbox.list({ before: null, limit: 10 })
    expect(notices.map(({ read }) => read)).toEqual([true, true, true, true])
  })

  it('take one mark back, and nothing that was read before it or since', async () => {
    const inbox = anInbox()
    await inbox.deliver(events(1, 4))
    const window = await connect(inbox)
    await inbox.markRead({ ids: ['1:1'] })
    const { mark } = await inbox.markRead({ through: 3 })
    await inbox.markRead({ ids: ['1:4'] })
    expect(await inbox.unmark(mark ?? 0)).toEqual({ unread: 2 })
    // Twice is once: what was marked anew since has another mark.
    await inbox.markRead({ ids: ['1:2'] })
    expect(await inbox.unmark(mark ?? 0)).toEqual({ unread: 1 })
    await window.settle()
    expect(window.all('unread')).toEqual([
      { type: 'unread', ids: ['1:2', '1:3'], unread: 2 },
      { type: 'unread', ids: [], unread: 1 },
    ])
    const { notices } = await inbox.list({ before: null, limit: 10 })
    expect(notices.map(({ read }) => read)).toEqual([true, false, true, true])
    expect((await inbox.markRead({ ids: ['1:1'] })).mark).toBeNull()
  })

  it('all hear a new booking once', async () => {
    const inbox = anInbox()
    const windows = [await connect(inbox), await connect(inbox)]
    await inbox.deliver([anEvent(1)])
    for (const client of windows) {
      await client.settle()
      expect(client.all('notice')).toEqual([
        { type: 'notice', notice: expect.objectContaining({ seq: 1, id: '1:1', read: false }) },
      ])
    }
  })

  it('know how many they are, also when one wakes the inbox by leaving', async () => {
    const inbox = anInbox()
    const one = await connect(inbox)
    const two = await connect(inbox)
    expect((await two.first('hello')).presence).toBe(2)
    await one.until(() => presences(one).length === 1)
    await evictDurableObject(inbox, { webSockets: 'hibernate' })
    two.close()
    await one.until(() => presences(one).length === 2)
    expect(presences(one)).toEqual([2, 1])
    expect(await two.closed).toBe(1005)
  })

  it('are at most twenty: the 21st closes the oldest', async () => {
    const inbox = anInbox()
    const windows: Client[] = []
    for (let i = 0; i < 21; i++) {
      await later(inbox, i)
      windows.push(await connect(inbox))
    }
    expect(await windows[0]?.closed).toBe(4429)
    expect((await windows[20]?.first('hello'))?.presence).toBe(20)
    await inbox.deliver([anEvent(1)])
    for (const client of windows.slice(1)) {
      await client.settle()
      expect(client.seqs()).toEqual([1])
    }
  })
})

describe('a message', () => {
  it('that makes no sense is answered in words, and the socket stays', async () => {
    const client = await connect(anInbox())
    client.say('{"type":"ack"')
    client.say({ type: 'ack', seq: 'three' })
    client.say({ type: 'ack', seq: 7 })
    await client.until(() => client.all('error').length === 3)
    expect(client.all('error')).toEqual([
      { type: 'error', code: 'invalid_json', error: 'That is not JSON.' },
      { type: 'error', code: 'invalid', error: expect.stringMatching(/^seq: /) },
      { type: 'error', code: 'invalid', error: 'seq: The last one here is 0.' },
    ])
    client.say({ type: 'read', through: 0 })
    await client.first('read')
  })

  it('above 4 KB closes the socket', async () => {
    const client = await connect(anInbox())
    client.say({ type: 'ack', seq: 0, pad: 'x'.repeat(4_096) })
    expect(await client.closed).toBe(1008)
    expect(client.all('error')).toMatchObject([{ code: 'too_large' }])
  })

  it('closes the socket when it is the 101st of a minute, counted through sleep', async () => {
    const inbox = anInbox()
    const client = await connect(inbox)
    for (let i = 0; i < 50; i++) client.say({ type: 'ack', seq: 0 })
    await client.settle()
    await evictDurableObject(inbox, { webSockets: 'hibernate' })
    for (let i = 0; i < 48; i++) client.say({ type: 'ack', seq: 0 })
    await client.settle()
    client.say({ type: 'ack', seq: 0 })
    expect(await client.closed).toBe(1008)
    expect(client.all('error').at(-1)).toMatchObject({ code: 'too_many_requests' })
  })

  it('has no weight when it is a ping', async () => {
    const inbox = anInbox()
    const { webSocket } = await upgrade(inbox)
    const pongs: unknown[] = []
    const all = new Promise<void>((resolve) => {
      webSocket?.addEventListener('message', ({ data }) => {
        if (data === 'pong') pongs.push(data)
        if (pongs.length === 150) resolve()
      })
    })
    webSocket?.accept()
    for (let i = 0; i < 150; i++) webSocket?.send('ping')
    await all
    expect(webSocket?.readyState).toBe(WebSocket.OPEN)
  })
})

describe('a proof that has ended', () => {
  it('closes the socket by alarm, after fifteen minutes however long the token lives', async () => {
    const inbox = anInbox()
    const client = await connect(inbox)
    await later(inbox, PROOF_MS - 1_000)
    expect(await runDurableObjectAlarm(inbox)).toBe(true)
    await client.settle()

    await later(inbox, PROOF_MS)
    expect(await runDurableObjectAlarm(inbox)).toBe(true)
    expect(await client.closed).toBe(4401)
    expect(await runDurableObjectAlarm(inbox)).toBe(false)
  })

  it('closes the socket when its token ends before that', async () => {
    const inbox = anInbox()
    const client = await connect(inbox, { expiresAt: Date.now() + 60_000 })
    await later(inbox, 60_000)
    await runDurableObjectAlarm(inbox)
    expect(await client.closed).toBe(4401)
  })

  it('hears no notice any more, though no alarm rang', async () => {
    const inbox = anInbox()
    const client = await connect(inbox)
    await later(inbox, PROOF_MS)
    await inbox.deliver([anEvent(1)])
    expect(await client.closed).toBe(4401)
    expect(client.seqs()).toEqual([])
  })

  it('is listened to no more, though no alarm rang', async () => {
    const inbox = anInbox()
    await inbox.deliver([anEvent(1)])
    const client = await connect(inbox)
    await later(inbox, PROOF_MS)
    client.say({ type: 'read', through: 1 })
    expect(await client.closed).toBe(4401)
    expect((await inbox.list({ before: null, limit: 1 })).unread).toBe(1)
  })

  it('closes what the ended sign-in holds, and nothing else', async () => {
    const inbox = anInbox()
    const ended = await connect(inbox, { signInId: 'a' })
    const other = await connect(inbox, { signInId: 'b' })
    await inbox.endSignIn('a')
    expect(await ended.closed).toBe(4401)
    await inbox.deliver([anEvent(1)])
    await other.settle()
    expect(other.seqs()).toEqual([1])
    expect(ended.seqs()).toEqual([])
  })
})
