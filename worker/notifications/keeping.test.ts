import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { describe, expect, it, vi } from 'vitest'
import { anEvent, anInbox, connect, events, type Inbox, later } from '../test/inbox'
import type { FacilitatorInbox } from './facilitator-inbox'
import { KEPT_MS, NOTICES_MAX } from './queue'

const newest = async (inbox: Inbox) => (await inbox.list({ before: null, limit: 100 })).notices

const tables = (inbox: Inbox) =>
  runInDurableObject(inbox, (_, { storage }) =>
    storage.sql
      .exec(`SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_cf%' ESCAPE '\\'`)
      .toArray()
      .map(({ name }) => name),
  )

describe('an untouched inbox', () => {
  it('answers as empty and gets no table by being read', async () => {
    const inbox = anInbox()
    expect(await inbox.list({ before: null, limit: 10 })).toEqual({
      notices: [],
      more: false,
      unread: 0,
    })
    expect(await inbox.markRead({ through: 5 })).toEqual({ unread: 0, mark: null })
    expect(await inbox.unmark(2)).toEqual({ unread: 0 })
    await inbox.endSignIn('a')
    expect(await tables(inbox)).toEqual([])

    await inbox.deliver([anEvent(1)])
    expect(await tables(inbox)).toContain('notices')
  })
})

describe('a delivery', () => {
  it('that comes again makes no second notice and is not sent again', async () => {
    const inbox = anInbox()
    const client = await connect(inbox)
    await inbox.deliver(events(1, 2))
    await inbox.deliver(events(1, 3))
    await inbox.deliver([anEvent(2)])
    await client.settle()
    expect(client.seqs()).toEqual([1, 2, 3])
    expect((await newest(inbox)).map(({ id }) => id)).toEqual(['1:3', '1:2', '1:1'])
  })

  it('is kept word for word', async () => {
    const inbox = anInbox()
    const { session_id, rev, ...event } = anEvent(1, {
      type: 'session_cancelled',
      booking_id: null,
      user: null,
      message: 'You cancelled “Yin & Tea”.',
    })
    await inbox.deliver([{ session_id, rev, ...event }])
    expect(await newest(inbox)).toEqual([{ ...event, seq: 1, id: '1:1', read: false }])
  })

  it('that fails half-way leaves nothing', async () => {
    const inbox = anInbox()
    await inbox.deliver([anEvent(1)])
    const broken = { ...anEvent(3), message: null as unknown as string }
    await runInDurableObject(inbox, (instance: FacilitatorInbox) =>
      expect(instance.deliver([anEvent(2), broken])).rejects.toThrow('NOT NULL'),
    )
    await inbox.deliver([anEvent(2), anEvent(3)])
    expect((await newest(inbox)).map(({ seq, id }) => [seq, id])).toEqual([
      [3, '1:3'],
      [2, '1:2'],
      [1, '1:1'],
    ])
  })
})

describe('the history', () => {
  it('is read backwards in pages', async () => {
    const inbox = anInbox()
    await inbox.deliver(events(1, 5))
    const page = await inbox.list({ before: null, limit: 2 })
    expect(page.notices.map(({ seq }) => seq)).toEqual([5, 4])
    expect(page).toMatchObject({ more: true, unread: 5 })
    const last = await inbox.list({ before: 3, limit: 2 })
    expect(last.notices.map(({ seq }) => seq)).toEqual([2, 1])
    expect(last.more).toBe(false)
  })
})

describe('what an inbox keeps', () => {
  it('is the last 10,000, and a double of what has gone is still known', async () => {
    const said = vi.spyOn(console, 'log')
    const inbox = anInbox()
    await inbox.deliver(events(1, NOTICES_MAX))
    const { epoch } = await (await connect(inbox)).first('hello')
    expect(said).not.toHaveBeenCalled()

    await inbox.deliver([anEvent(1, { session_id: 2 }), anEvent(2, { session_id: 2 })])
    expect(said).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining('"pruned":2,"through_seq":2'),
    )
    const client = await connect(inbox, { after: 1, epoch })
    await client.settle()
    expect(client.all('gap')).toEqual([{ type: 'gap', oldest_seq: 3, last_seq: NOTICES_MAX + 2 }])

    const level = await connect(inbox, { after: 2, epoch })
    await level.settle()
    expect(level.all('gap')).toEqual([])
    expect(level.seqs()[0]).toBe(3)

    await inbox.deliver(events(1, 2))
    expect((await newest(inbox))[0]?.seq).toBe(NOTICES_MAX + 2)
  })

  it('is ninety days old at most, also when nothing new comes', async () => {
    const inbox = anInbox()
    await inbox.deliver(events(1, 2))
    await evictDurableObject(inbox)
    await later(inbox, KEPT_MS - 60_000)
    await inbox.deliver([anEvent(3)])
    expect(await newest(inbox)).toHaveLength(3)

    await later(inbox, KEPT_MS + 1)
    expect(await runDurableObjectAlarm(inbox)).toBe(true)
    expect((await newest(inbox)).map(({ seq }) => seq)).toEqual([3])

    await later(inbox, 2 * KEPT_MS)
    expect(await runDurableObjectAlarm(inbox)).toBe(true)
    expect(await newest(inbox)).toEqual([])
    expect(await runDurableObjectAlarm(inbox)).toBe(false)

    await inbox.deliver(events(1, 4))
    expect((await newest(inbox)).map(({ seq, id }) => [seq, id])).toEqual([[4, '1:4']])
  })

  it('is swept even if the alarm was lost', async () => {
    const inbox = anInbox()
    await inbox.deliver([anEvent(1)])
    await runInDurableObject(inbox, (_, { storage }) => storage.deleteAlarm())
    await evictDurableObject(inbox)
    expect(await newest(inbox)).toHaveLength(1)
    const alarm = await runInDurableObject(inbox, (_, { storage }) => storage.getAlarm())
    expect(alarm).not.toBe(null)
  })
})
