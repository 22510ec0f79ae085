import { expect, test, vi } from 'vitest'
import { Refusal } from '../refusal'
import { createEditor } from './editor'
import { blankForm } from './session-form'

vi.mock('@solidjs/router', () => ({ revalidate: () => {} }))
vi.mock('../users/me', () => ({ me: { key: 'me' }, useMe: () => () => undefined }))

test('what was discarded comes back with the key of its try, whose answer nobody heard', async () => {
  const keys: string[] = []
  const editor = createEditor({
    ...{ name: 'new', saved: TYPED, currency: 'EUR' },
    save: async (_, __, key) => {
      keys.push(key)
      throw SILENCE
    },
  })
  await editor.submit('publish')
  const bringBack = editor.discard()
  bringBack()
  await editor.submit('publish')
  expect(keys).toHaveLength(2)
  expect(keys[1]).toBe(keys[0])
})

const TYPED = {
  ...blankForm('Europe/Amsterdam'),
  ...{ title: 'Dawn sit', date: '2027-05-15', start: '06:45', length: '45' },
}

const SILENCE = new Refusal({
  ...{ status: 0, code: 'unreachable', message: 'No answer.' },
  ...{ details: [], extra: {}, reference: null },
})
