import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openDb } from '../db/client'
import { users } from '../db/schema'
import { ask } from '../test/client'
import { aFacilitator, aUser } from '../test/factories'
import { aBody, countSessionsOf, createBy, inAYear } from '../test/new-sessions'

describe('who may create', () => {
  it('nobody who is not signed in', async () => {
    expect(await createBy(undefined, aBody())).toMatchObject({ status: 401 })
  })

  it('no visitor, whatever the body', async () => {
    const { bearer } = await aUser()
    const answer = await createBy(bearer, { title: 7 })
    expect(answer).toMatchObject({ status: 403, json: { code: 'facilitators_only' } })
  })

  it('a facilitator without approval drafts, but does not publish', async () => {
    const jane = await aFacilitator({ approvedAt: null })
    const published = await createBy(jane.bearer, aBody())
    expect(published).toMatchObject({ status: 403, json: { code: 'approval_pending' } })
    expect(await countSessionsOf(jane.facilitatorId)).toBe(0)
    const draft = await createBy(jane.bearer, aBody({ status: 'draft' }))
    expect(draft).toMatchObject({ status: 201, json: { session: { status: 'draft' } } })
  })
})

it('who has left makes nothing, however long the token is good', async () => {
  const jane = await aFacilitator()
  const made = await createBy(jane.bearer, aBody({ status: 'draft' }))
  await openDb(env.DB)
    .update(users)
    .set({ email: null, name: '', erasedAt: Date.now() })
    .where(eq(users.id, jane.userId))
  const gone = { status: 401, json: { code: 'sign_in_ended' } }
  expect(await createBy(jane.bearer, aBody({ status: 'draft' }))).toMatchObject(gone)
  const path = `/api/sessions/${made.json.session_id}/duplicate`
  expect(await ask('POST', path, { bearer: jane.bearer, body: {} })).toMatchObject(gone)
  expect(await countSessionsOf(jane.facilitatorId)).toBe(1)
})

describe('what is created', () => {
  it('an active session that can be read at once, with every field as it was sent', async () => {
    const jane = await aFacilitator()
    const fields = {
      title: 'Spring Retreat',
      description: 'Three quiet days.',
      session_type: 'retreat',
      time_zone: 'Europe/Amsterdam',
      capacity: 12,
      price: 349.5,
      payment_note: 'By transfer',
      place_name: 'The Barn',
      place_address: 'Dike 1',
      online_url: 'https://example.com/room',
      what_to_expect: 'Silence',
      arrival_note: 'Ring twice',
      days: [{ date: inAYear('-05-02'), title: 'Sitting', text: 'All morning' }],
      booking_closes_hours: 24,
      free_cancel_hours: 48,
      waitlist_policy: 'strict',
      promotion_closes_hours: 12,
    }
    const { status, json } = await createBy(jane.bearer, {
      ...fields,
      start_time: inAYear('-05-01T16:00'),
      end_time: inAYear('-05-03T11:00:00+02:00'),
    })
    expect(status).toBe(201)
    const whole = {
      ...fields,
      id: json.session_id,
      start_time: inAYear('-05-01T14:00:00.000Z'),
      end_time: inAYear('-05-03T09:00:00.000Z'),
      status: 'active',
      currency: 'EUR',
      facilitator: 'Jane Smith',
      facilitator_id: jane.facilitatorId,
      available_spots: 12,
    }
    expect(json).toMatchObject({ message: expect.any(String), session: whole })
    const read = await ask('GET', `/api/sessions/${json.session_id}`, { bearer: jane.bearer })
    expect(read.json).toMatchObject({ ...whole, exact: true })
  })

  it('a plain session by default, in the zone of its facilitator', async () => {
    const jane = await aFacilitator()
    await env.DB.prepare("UPDATE users SET time_zone = 'Asia/Kolkata' WHERE id = ?")
      .bind(jane.userId)
      .run()
    const { json } = await createBy(jane.bearer, aBody())
    expect(json.session).toMatchObject({
      session_type: 'session',
      time_zone: 'Asia/Kolkata',
      start_time: inAYear('-05-01T03:30:00.000Z'),
      description: '',
      payment_note: null,
      days: [],
      waitlist_policy: 'skip',
      booking_closes_hours: 0,
    })
  })

  it('what an older form leaves empty counts as not sent', async () => {
    const jane = await aFacilitator()
    const blank = {
      session_type: '',
      time_zone: '',
      payment_note: '',
      online_url: '',
      description: '',
      booking_closes_hours: '',
      status: '',
      confirmPassword: 'left over',
    }
    const { status, json } = await createBy(jane.bearer, aBody(blank))
    expect(status).toBe(201)
    expect(json.session).toMatchObject({ payment_note: null, online_url: null, status: 'active' })
  })
})
