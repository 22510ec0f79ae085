import { expect, it } from 'vitest'
import { deadLinks, deadPaths } from './doc-paths.js'

const FILES = [
  'README.md',
  'worker/app.ts',
  'worker/bookings/seats.ts',
  'web/functions/api/[[path]].ts',
]

it('a path that leads nowhere is found', () => {
  expect(deadPaths('See `worker/bookings/chairs.ts` and `chairs.ts`.', FILES)).toEqual([
    'worker/bookings/chairs.ts',
    'chairs.ts',
  ])
})

it('files, folders, bare names and stars that lead somewhere are fine', () => {
  const text =
    '`worker/app.ts` `worker/` `worker/bookings` `seats.ts` `worker/*.ts` `web/functions/api/[[path]].ts`'
  expect(deadPaths(text, FILES)).toEqual([])
})

it('what is no path of the project is left alone', () => {
  expect(deadPaths('`npm start` `/api/sessions` `hono/client` `status.ok` `a / b`', FILES)).toEqual(
    [],
  )
})

it('a link to a file that is not there is found, counted from where the text lies', () => {
  expect(deadLinks('docs/data.md', '[a](../worker/app.ts) [b](worker/app.ts)', FILES)).toEqual([
    'worker/app.ts',
  ])
})
