import { expect, it } from 'vitest'
import { type Cell, csvLine } from './csv'

it.each<[Cell[], string]>([
  [['a', 'b c', 1, 2.5], 'a,b c,1,2.5\r\n'],
  [[null, '', 'x'], ',,x\r\n'],
  [
    ['a,b', 'say "yes"', 'two\nlines', 'two\r\nlines'],
    '"a,b","say ""yes""","two\nlines","two\r\nlines"\r\n',
  ],
  [['Zoë 🧘', ' a '], 'Zoë 🧘, a \r\n'],
  [[-5], '-5\r\n'],
])('%j is %j', (cells, line) => {
  expect(csvLine(cells)).toBe(line)
})

it.each(['=1+1', '+31 6 1234', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
  '%j is text to a spreadsheet',
  (cell) => {
    expect(csvLine([cell]).replaceAll('"', '')).toBe(`'${cell}\r\n`)
  },
)

it('a formula that needs quotes is made harmless inside them', () => {
  expect(csvLine(['=HYPERLINK("http://x","y")'])).toBe('"\'=HYPERLINK(""http://x"",""y"")"\r\n')
})
