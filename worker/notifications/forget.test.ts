import { runInDurableObject } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { hasTables } from '../db/object-migrations'
import { anEvent, anInbox, type Inbox } from '../test/inbox'
import { withoutName } from './forget'

const told = async (inbox: Inbox) =>
  (await inbox.list({ before: null, limit: 10 })).notices.map(({ user, message }) => ({
    name: user?.name,
    message,
  }))

describe('a sentence without its name', () => {
  const ann = { name: 'Ann', partySize: 2 }

  it('keeps the title, whatever that holds', () => {
    const title = 'Ann’s Annual Sit'
    const forms = [
      ['Ann booked two seats in', 'Somebody booked two seats in'],
      ['Ann cancelled two seats in', 'Somebody cancelled two seats in'],
      ['You cancelled Ann’s two seats in', 'You cancelled Somebody’s two seats in'],
      ['Ann booked two places in', 'Somebody booked two places in'],
    ]
    for (const [before, after] of forms) {
      const message = `${before} ${title}.`
      expect(withoutName({ ...ann, title, message })).toBe(`${after} ${title}.`)
    }
  })

  it('in words of another day loses every mention', () => {
    const message = 'New: Ann, two seats. Write to Ann!'
    expect(withoutName({ ...ann, title: 'Sit', message })).toBe(
      'New: Somebody, two seats. Write to Somebody!',
    )
    expect(withoutName({ ...ann, name: '', title: 'Sit', message })).toBe(message)
  })
})

describe('an inbox that forgets somebody', () => {
  it('overwrites the name in all that desks told of them, and in nothing else', async () => {
    const inbox = anInbox()
    const [ann, ben] = [
      { id: 5, name: 'Ann Bakker' },
      { id: 6, name: 'Ben Bakker' },
    ]
    const yin = { id: 1, title: 'Yin', start_time: '2027-01-15T09:00:00.000Z', time_zone: 'UTC' }
    const booked = (name: string) => `${name} booked Yin.`
    await inbox.deliver([
      anEvent(1, { user: ann, session: yin, message: booked(ann.name) }),
      anEvent(2, { user: ben, session: yin, message: booked(ben.name) }),
    ])
    for (let i = 0; i < 2; i++) {
      await inbox.forget(5)
      expect(await told(inbox)).toEqual([
        { name: 'Ben Bakker', message: 'Ben Bakker booked Yin.' },
        { name: 'Somebody', message: 'Somebody booked Yin.' },
      ])
    }
  })

  it('passes over another system’s user with the same id, and finds its notices by theirs', async () => {
    const inbox = anInbox()
    const { rev, ...event } = anEvent(1)
    const at = { ...event, received_at: Date.now() }
    await inbox.deliverOutside({ ...at, booking_id: 1, outside_id: 7 })
    await inbox.deliverOutside({ ...at, booking_id: 2, outside_id: 8 })
    await inbox.forget(5, [8])
    expect((await told(inbox)).map(({ name }) => name)).toEqual(['Somebody', 'Ann Visitor'])
  })

  it('gets no tables by it', async () => {
    const inbox = anInbox()
    await inbox.forget(5, [7])
    expect(await runInDurableObject(inbox, (_, { storage }) => hasTables(storage))).toBe(false)
  })
})
