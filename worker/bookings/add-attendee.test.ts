import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { users } from '../db/schema'
import { ask } from '../test/client'
import { desk, withFaultyD1 } from '../test/desk'
import { aCtx, aFacilitator, aSession } from '../test/factories'
import { addAttendee } from './add-attendee'
import type { Book } from './commands'

it('who is added twice at once is somebody, though it was the second press that made them', async () => {
  const jane = await aFacilitator()
  const sessionId = await aSession(jane)
  const email = `${crypto.randomUUID()}@example.com`
  const asked = { name: 'Dora', email, partySize: 1, notes: undefined, checkIn: false }
  await desk(sessionId).open()
  // So that nothing but the desk knows of the first press when the second is refused.
  const faulty = await withFaultyD1(sessionId)
  faulty.fault = 'refuses'
  const first = () =>
    ask('POST', `/api/facilitator/sessions/${sessionId}/attendees`, {
      ...{ bearer: jane.bearer, body: { name: 'Dora', email } },
    })
  const BOOKING_DESK = {
    getByName: () => ({
      open: () => desk(sessionId).open(),
      book: async (command: Book) => {
        expect((await first()).status).toBe(201)
        return desk(sessionId).book(command)
      },
    }),
  } as unknown as typeof env.BOOKING_DESK
  const { userId, facilitatorId, name, email: hers } = jane
  const ctx = aCtx({
    env: { ...env, BOOKING_DESK },
    identity: {
      ...{ userId, facilitatorId, name, email: hers },
      ...{ role: 'facilitator', signInId: 'x', expiresAt: Date.now() + 60_000 },
    },
  })
  const second = addAttendee(ctx, { ...asked, sessionId, key: undefined })
  await expect(second).rejects.toMatchObject({ code: 'already_booked' })
  const rows = await openDb(env.DB).select().from(users).where(eq(users.email, email))
  expect(rows).toMatchObject([{ name: 'Dora' }])
})
