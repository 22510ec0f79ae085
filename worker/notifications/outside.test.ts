import { describe, expect, it } from 'vitest'
import { anEvent, anInbox, connect, events } from '../test/inbox'
import type { OutsideEvent } from './messages'

function anOutsideEvent(outsideId: number, overrides: Partial<OutsideEvent> = {}): OutsideEvent {
  const { rev, ...event } = anEvent(1)
  const own = { booking_id: 500 + outsideId, outside_id: outsideId, received_at: Date.now() }
  return { ...event, ...own, ...overrides }
}

describe('a booking told by an outside system', () => {
  it('takes the next place, and touches no rev of the session it names', async () => {
    const inbox = anInbox()
    await inbox.deliver(events(1, 2))
    await inbox.deliverOutside(anOutsideEvent(7))
    await inbox.deliver([anEvent(3)])

    const { notices } = await inbox.list({ before: null, limit: 10 })
    expect(notices.map(({ seq, id }) => [seq, id])).toEqual([
      [4, '1:3'],
      [3, 'crm:7'],
      [2, '1:2'],
      [1, '1:1'],
    ])
    expect(notices[1]).toMatchObject({ booking_id: 507, session: { id: 1 }, read: false })
  })

  it('is one notice however often it is told, and in whatever order', async () => {
    const inbox = anInbox()
    for (const id of [8, 7, 8, 7]) await inbox.deliverOutside(anOutsideEvent(id))
    const { notices } = await inbox.list({ before: null, limit: 10 })
    expect(notices.map(({ id }) => id)).toEqual(['crm:7', 'crm:8'])
  })

  it('is none when a desk of ours told it already; its cancellation is another', async () => {
    const inbox = anInbox()
    const booked = anEvent(1)
    await inbox.deliver([booked])
    const ours = anOutsideEvent(7, { booking_id: booked.booking_id as number })
    await inbox.deliverOutside(ours)
    await inbox.deliverOutside({ ...ours, outside_id: 8, type: 'booking_cancelled' })
    const { notices } = await inbox.list({ before: null, limit: 10 })
    expect(notices.map(({ id }) => id)).toEqual(['crm:8', '1:1'])
  })

  it('reaches open sockets at once, and is marked read by its id', async () => {
    const inbox = anInbox()
    await inbox.deliver(events(1, 1))
    const client = await connect(inbox, { after: 1 })
    await inbox.deliverOutside(anOutsideEvent(7))
    await client.settle()
    expect(client.seqs()).toEqual([2])

    expect(await inbox.markRead({ ids: ['crm:7'] })).toMatchObject({ unread: 1 })
    await client.settle()
    expect(client.all('read')).toEqual([{ type: 'read', ids: ['crm:7'], unread: 1 }])
  })
})
