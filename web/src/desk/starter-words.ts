/** Words that a facilitator makes her own; they promise nothing that is not in every such class. */
export const starterWords = {
  'weekly-class': {
    title: 'A weekly class',
    description:
      'A slow start, time to move and to breathe, and ten minutes of lying still at the end. For everybody: each pose comes in an easier and a stronger way.',
    what_to_expect:
      'Mats and blankets are here. Come ten minutes early, in clothes you can move in.',
    days: [],
  },
  'weekend-retreat': {
    title: 'A weekend retreat',
    description:
      'Two nights away, in a small group. We sit, move and walk, eat together, and have the afternoons to ourselves. No experience is needed.',
    what_to_expect:
      'A bed, all meals from Friday’s supper to Sunday’s lunch, and time without a phone.',
    days: [
      {
        title: 'Arrival',
        text: 'Tea from five, supper at seven, a short sitting before the night.',
      },
      {
        title: 'A whole day',
        text: 'Sitting and movement before breakfast, a walk after it, the afternoon free, a long rest in the evening.',
      },
      { title: 'Going home', text: 'A last morning together, lunch, and goodbye by three.' },
    ],
  },
}

export const words = {
  title: 'Nothing is planned yet.',
  ready: 'Two are ready but for the date. Every word and number in them is yours to change.',
  empty: 'Begin with an empty page',
  facts: {
    'weekly-class': 'A session of 75 minutes, twelve seats.',
    'weekend-retreat': 'Friday to Sunday, fourteen places.',
  },
  hint: {
    'weekly-class':
      'Only the date is missing. Once it is saved, Duplicate offers it again each week.',
    'weekend-retreat': 'Only the first day is missing; the others follow it.',
  },
}
