import { expect, test } from 'vitest'
import { capital, counted, inOrder, inWords, inWordsLong, money, plural } from './numbers'

test('numbers are words to twelve and figures above', () => {
  expect([0, 1, 12, 13, 1200].map(inWords)).toEqual(['no', 'one', 'twelve', '13', '1,200'])
})

test('places in a row are words to twelfth and figures above', () => {
  expect([1, 2, 12, 13, 21, 22, 23, 111].map(inOrder)).toEqual([
    'first',
    'second',
    'twelfth',
    '13th',
    '21st',
    '22nd',
    '23rd',
    '111th',
  ])
})

test('a headline writes numbers out below a hundred', () => {
  expect([13, 19, 20, 21, 99, 100].map(inWordsLong)).toEqual([
    'thirteen',
    'nineteen',
    'twenty',
    'twenty-one',
    'ninety-nine',
    '100',
  ])
})

test('one takes the singular, none and many the plural', () => {
  expect([0, 1, 2].map((n) => counted(n, 'seat', 'seats'))).toEqual([
    'No seats',
    'One seat',
    'Two seats',
  ])
  expect(plural(21, '# seat', '# seats')).toBe('21 seats')
})

test('nothing reads as free, and whole amounts lose their cents', () => {
  expect(money(0, 'EUR', 'en')).toBe('Free')
  expect(money(18, 'EUR', 'en')).toBe('€18')
  expect(money(17.5, 'EUR', 'en')).toBe('€17.50')
  expect(money(1800, 'JPY', 'en')).toBe('¥1,800')
})

test('a sentence begins with a capital', () => {
  expect(capital('two seats')).toBe('Two seats')
  expect(capital('')).toBe('')
})
