import { expect, test } from 'vitest'
import { paths, returnPath } from './paths'

test('a filter that is not set leaves no trace in the address', () => {
  expect(paths.sessions()).toBe('/sessions')
  expect(paths.sessions({ type: 'retreat' })).toBe('/sessions?type=retreat')
})

test('signing in remembers where one came from', () => {
  expect(paths.signIn('/sessions/3?x=1')).toBe('/sign-in?back=%2Fsessions%2F3%3Fx%3D1')
})

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'evil', '', '/a\n/b', 7])(
  'a return path that leaves the site is dropped: %s',
  (back) => expect(returnPath(back)).toBeUndefined(),
)

test('a return path of this site is kept', () => {
  expect(returnPath('/sessions/3?seats=2')).toBe('/sessions/3?seats=2')
  expect(returnPath('/')).toBe('/')
})
