import { expect, it } from 'vitest'
import { copiedWords, copiesWords, copyStates } from './copy-words'

it('says how many copies are made, on the button and afterwards', () => {
  expect(copiesWords(1)).toBe('Make the copy')
  expect(copiesWords(8)).toBe('Make eight copies')
  expect([1, 3].map(copiedWords)).toEqual(['One copy made.', 'Three copies made.'])
  expect(copyStates(1)[0]).toEqual(['draft', 'A draft: nobody else sees it yet.'])
  expect(copyStates(8)[1]).toEqual(['active', 'Published: they can be booked at once.'])
})
