import { capital, inWords, plural } from '../ui/numbers'
import { day } from '../ui/times'

/** On the button: "Make the copy", "Make eight copies" */
export const copiesWords = (count: number) =>
  count === 1 ? 'Make the copy' : `Make ${inWords(count)} copies`

/** "Eight copies made." */
export const copiedWords = (count: number) =>
  capital(plural(count, '# copy made.', '# copies made.', inWords(count)))

/** What the copies are made as. */
export const copyStates = (count: number): ['draft' | 'active', string][] =>
  count === 1
    ? [
        ['draft', 'A draft: nobody else sees it yet.'],
        ['active', 'Published: it can be booked at once.'],
      ]
    : [
        ['draft', 'Drafts: nobody else sees them yet.'],
        ['active', 'Published: they can be booked at once.'],
      ]

/** "The first on Thursday 21 May, then each week." */
export function firstCopyWords(date: string, weeks: number): string {
  const on = day(`${date}T12:00:00Z`, 'UTC')
  return weeks > 1
    ? `The first on ${on}, then each week at the same time.`
    : `On ${on}, at the same time.`
}

export const words = {
  duplicate: 'Duplicate',
  copyWhen: 'When is it again?',
  copyWays: [
    ['weekly', 'Each week from the next on, at the same time.'],
    ['once', 'Once, at another time.'],
  ] as ['weekly' | 'once', string][],
  copyWeeks: 'How many weeks',
  copyDate: 'Date',
  copyTime: 'Start',
  copyAs: 'Made as',
  copyLeaves: 'Words and terms come along. Nobody’s booking does.',
}
