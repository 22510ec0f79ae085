import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { ask } from '../test/client'
import { aCtx, aFacilitator, aSession, d1Away } from '../test/factories'
import { aBody, createBy, inAYear } from '../test/new-sessions'
import { overlapsIfKnown } from './overlaps'

const at = (hour: number) =>
  Date.parse(`${inAYear('-05-01T')}${String(hour).padStart(2, '0')}:00:00Z`)
const overlaps = (bearer: string, query: string) =>
  ask('GET', `/api/facilitator/overlaps?${query}`, { bearer })
const span = (from: number, to: number) =>
  `start_time=${new Date(at(from)).toISOString()}&end_time=${new Date(at(to)).toISOString()}`
const ids = (json: { id: number }[]) => json.map(({ id }) => id)

it('what else she gives at a time is told, drafts too; what only touches it is not', async () => {
  const [jane, mary] = await Promise.all([aFacilitator(), aFacilitator()])
  const given = (from: number, to: number, more = {}) =>
    aSession(jane, { startTime: at(from), endTime: at(to), ...more })
  const early = await given(8, 9)
  const draft = await given(9, 11, { status: 'draft' })
  const whole = await given(7, 20, { sessionType: 'retreat' })
  await given(11, 12)
  await given(9, 10, { status: 'cancelled' })
  await aSession(mary, { startTime: at(9), endTime: at(11) })
  const { status, json } = await overlaps(jane.bearer, span(9, 11))
  expect([status, ids(json)]).toEqual([200, [whole, draft]])
  expect(json[1]).toEqual({
    ...{ id: draft, title: 'Morning Meditation', status: 'draft', time_zone: 'Europe/Amsterdam' },
    ...{ start_time: new Date(at(9)).toISOString(), end_time: new Date(at(11)).toISOString() },
  })
  const others = await overlaps(jane.bearer, `${span(8, 9)}&except=${whole}`)
  expect(ids(others.json)).toEqual([early])
})

it.each([
  ['start_time', 'end_time=2027-05-01T09:00:00Z'],
  ['start_time', 'start_time=2027-05-01T09:00&end_time=2027-05-01T09:00:00Z'],
  ['end_time', 'start_time=2027-05-01T09:00:00Z&end_time=soon'],
  ['except', 'start_time=2027-05-01T09:00:00Z&end_time=2027-05-01T10:00:00Z&except=one'],
])('a wrong %s is named: %s', async (path, query) => {
  const { status, json } = await overlaps((await aFacilitator()).bearer, query)
  expect([status, json.details[0].path]).toEqual([400, path])
})

it('she is warned where she makes, moves or publishes one, and nothing is refused', async () => {
  const { bearer } = await aFacilitator()
  const zone = { time_zone: 'UTC' }
  const first = await createBy(bearer, aBody({ ...zone, title: 'Dawn sit' }))
  expect(first.json).not.toHaveProperty('warnings')
  const warning = expect.stringMatching(/^At the same time you have Dawn sit, .+, 09:00\.$/)
  const second = await createBy(bearer, aBody({ ...zone, status: 'draft' }))
  expect(second).toMatchObject({ status: 201, json: { warnings: [warning] } })
  const path = `/api/sessions/${second.json.session_id}`
  const renamed = await ask('PUT', path, { bearer, body: { title: 'Yin' } })
  expect(renamed.json).not.toHaveProperty('warnings')
  const published = await ask('POST', `${path}/publish`, { bearer })
  expect(published).toMatchObject({ status: 200, json: { warnings: [warning] } })
  const body = { start_time: inAYear('-05-01T09:30'), end_time: inAYear('-05-01T10:30') }
  const moved = await ask('PUT', path, { bearer, body })
  expect(moved).toMatchObject({ status: 200, json: { warnings: [warning] } })
  const away = { start_time: inAYear('-05-02T09:30'), end_time: inAYear('-05-02T10:30') }
  expect((await ask('PUT', path, { bearer, body: away })).json).not.toHaveProperty('warnings')
})

it('what is done is done, also where D1 cannot say what it overlaps with', async () => {
  const ctx = aCtx({ db: openDb(d1Away()) })
  const session = { facilitatorId: 1, startTime: at(9), endTime: at(10) }
  expect(await overlapsIfKnown(ctx, session)).toEqual([])
})
