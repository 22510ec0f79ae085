import { expect, it } from 'vitest'
import { copiesWords, copyStates } from './copy-words'

it('says on the button how many copies are made', () => {
  expect(copiesWords(1)).toBe('Make the copy')
  expect(copiesWords(8)).toBe('Make eight copies')
  expect(copyStates(1)[0]).toEqual(['draft', 'A draft: nobody else sees it yet.'])
  expect(copyStates(8)[1]).toEqual(['active', 'Published: they can be booked at once.'])
})
