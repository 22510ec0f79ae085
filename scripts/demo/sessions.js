/**
 * What the demo offers. `day` counts from the day it is sown; times are wall times in `zone`;
 * `price` is in whole euros. One that would have begun already comes a week later.
 *
 * @typedef {object} DemoSession
 * @property {keyof typeof import('./people.js').FACILITATORS} by
 * @property {string} title
 * @property {string} description
 * @property {number} day
 * @property {string} at
 * @property {number} [minutes]
 * @property {{ untilDay: number, untilAt: string, programme: [title: string, text: string][] }} [retreat]
 * @property {string} zone
 * @property {number} capacity
 * @property {number} taken
 * @property {number} price
 * @property {[name: string, address: string]} [place]
 * @property {string} [onlineUrl]
 * @property {string} [whatToExpect]
 * @property {string} [arrivalNote]
 * @property {string} [paymentNote]
 * @property {number} [freeCancelHours]
 * @property {number} [bookingClosesHours]
 * @property {'draft' | 'cancelled'} [status]
 * @property {string} [cancelReason]
 * @property {string} [visitorNote] the demo's visitor has a seat here, and wrote this
 */

const ROTTERDAM = 'Europe/Amsterdam'
/** @type {[string, string]} */
const STUDIO_NOORD = ['Studio Noord', 'Zwart Janstraat 12, Rotterdam']
/** @type {[string, string]} */
const TEA_ROOM = ['The tea room', 'Voorhaven 31, Rotterdam']

/** @type {DemoSession[]} */
const PLANNED = [
  {
    by: 'marije',
    title: 'Vinyasa for stiff people',
    description:
      'A slow start, long holds, nothing that needs a warm-up you have not had. For people who sit at desks, run, or have not touched their toes since school. We end on the floor, in the dark, for ten minutes.',
    ...{ day: 0, at: '18:30', minutes: 75, zone: ROTTERDAM },
    ...{ capacity: 24, taken: 22, price: 18, place: STUDIO_NOORD },
    whatToExpect:
      'Mats, blocks and blankets are here. Come ten minutes early; the door closes when we begin.',
    arrivalNote: 'The bell is broken: push the green door, then up two flights.',
    paymentNote: 'Pay Marije at the studio, in cash or by card.',
    freeCancelHours: 24,
    visitorNote: 'My left knee does not like kneeling.',
  },
  {
    by: 'ingrid',
    title: 'Sound bath in the pump house',
    description:
      'Nine gongs, a floor of sheepskins, and the old brick dome of the pump house, which holds a tone for eleven seconds. You lie down. Everything else is done for you.',
    ...{ day: 0, at: '21:00', minutes: 60, zone: 'Europe/Oslo' },
    ...{ capacity: 30, taken: 18, price: 24 },
    place: ['The old pump house', 'Maridalsveien 3, Oslo'],
    whatToExpect: 'Warm socks. It gets loud twice, and you are told before.',
    freeCancelHours: 12,
  },
  {
    by: 'marije',
    title: 'Dawn sit',
    description:
      'Thirty minutes on a cushion or a chair while the street wakes up. No instruction beyond the first two. Tea afterwards for whoever need not run.',
    ...{ day: 1, at: '06:45', minutes: 30, zone: ROTTERDAM },
    ...{ capacity: 12, taken: 9, price: 0, place: STUDIO_NOORD },
    whatToExpect: 'We begin on time. If the door is closed, sit on the bench; that counts.',
  },
  {
    by: 'marije',
    title: 'Slow flow',
    description:
      'One sequence, three times: to learn it, to do it, to forget it. Music with no words. The same people have come to this class for years, and they will make room for you.',
    ...{ day: 1, at: '09:30', minutes: 75, zone: ROTTERDAM },
    ...{ capacity: 16, taken: 16, price: 16, place: STUDIO_NOORD },
    freeCancelHours: 24,
  },
  {
    by: 'jo',
    title: 'Lunch pause',
    description:
      'Half an hour in the middle of the day: five minutes of shaking, twenty of lying down, five of coming back. You will be at your desk by one, and you will be someone else.',
    ...{ day: 1, at: '12:15', minutes: 30, zone: ROTTERDAM },
    ...{ capacity: 20, taken: 14, price: 8, place: TEA_ROOM },
    whatToExpect: 'Come in what you wear. Leave the phone in the basket at the door.',
  },
  {
    by: 'jo',
    title: 'Yin and tea',
    description:
      'Six postures in ninety minutes, held long enough for the mind to run out of remarks. Between the third and the fourth there is a bowl of roasted oolong.',
    ...{ day: 2, at: '15:30', minutes: 90, zone: ROTTERDAM },
    ...{ capacity: 10, taken: 9, price: 22, place: TEA_ROOM },
    arrivalNote: 'Through the courtyard, past the bicycles, the blue curtain.',
    freeCancelHours: 24,
    bookingClosesHours: 1,
  },
  {
    by: 'priya',
    title: 'Breath before the day',
    description:
      'Twenty minutes, cameras off, kettle on. Three ways of breathing that wake you without coffee, in an order that makes sense by the second morning.',
    ...{ day: 2, at: '07:00', minutes: 20, zone: 'Europe/London' },
    ...{ capacity: 60, taken: 37, price: 0 },
    onlineUrl: 'https://meet.example.com/breath-before-the-day',
    whatToExpect: 'A chair, a window that opens. The link works ten minutes before we begin.',
  },
  {
    by: 'tomas',
    title: 'Qigong under the planes',
    description:
      'Eight movements, older than the trees and about as slow. We stand in a circle by the bandstand; dogs and children walk through it, and that is part of it.',
    ...{ day: 3, at: '09:00', minutes: 60, zone: 'Europe/Lisbon' },
    ...{ capacity: 18, taken: 7, price: 10 },
    place: ['Jardim da Estrela', 'Praça da Estrela, Lisbon'],
    whatToExpect: 'Flat shoes. When it rains we stand under the bandstand.',
  },
  {
    by: 'priya',
    title: 'Yoga nidra for poor sleepers',
    description:
      'You lie in your own bed and listen. The voice gets slower, the pauses longer, and at some point you will not hear the end. Most people never have.',
    ...{ day: 4, at: '21:30', minutes: 45, zone: 'Europe/London' },
    ...{ capacity: 40, taken: 31, price: 9 },
    onlineUrl: 'https://meet.example.com/nidra',
    paymentNote: 'You get a payment link by mail the day after. Pay only if you slept.',
    visitorNote: 'I usually wake at four.',
  },
  {
    by: 'ingrid',
    title: 'Cold water, first time',
    description:
      'Two minutes in the fjord, with forty before and after to make them easy: how to breathe, when to go in, when to come out, what to eat. Nobody has to.',
    ...{ day: 5, at: '06:15', minutes: 45, zone: 'Europe/Oslo' },
    ...{ capacity: 8, taken: 7, price: 15 },
    place: ['Sørenga sea pool', 'Sørengkaia 69, Oslo'],
    whatToExpect: 'Swimwear, a hat, two towels. There is a sauna, and there is soup.',
    freeCancelHours: 12,
  },
  {
    by: 'tomas',
    title: 'An hour with your breath',
    description:
      'Only you and Tomás. He looks at how you breathe when you sit, walk and talk, and sends you home with one thing to change. It is never the thing one expects.',
    ...{ day: 6, at: '14:00', minutes: 60, zone: 'Europe/Lisbon' },
    ...{ capacity: 1, taken: 0, price: 70 },
    place: ['Casa do Pátio', 'Rua do Século 104, Lisbon'],
    freeCancelHours: 48,
    bookingClosesHours: 12,
  },
  {
    by: 'marije',
    title: 'Restorative by candlelight',
    description:
      'Four postures, eleven bolsters, fifty candles. Nothing is stretched; things are put down. Bring a pullover, for you will cool in the nicest way.',
    ...{ day: 8, at: '20:00', minutes: 75, zone: ROTTERDAM },
    ...{ capacity: 14, taken: 11, price: 20, place: STUDIO_NOORD },
    freeCancelHours: 24,
  },
  {
    by: 'marije',
    title: 'A weekend by the tide',
    description:
      'Three days on Terschelling, in a farmhouse behind the dunes. Practice twice a day, the beach in between, a wood stove in the evening. Two share a room; the food is simple and there is a great deal of it.',
    ...{ day: 12, at: '16:00', zone: ROTTERDAM, capacity: 16, taken: 14, price: 320 },
    retreat: {
      untilDay: 14,
      untilAt: '15:00',
      programme: [
        ['Over the water', 'The afternoon ferry, soup at six, a slow class by the stove.'],
        ['High and low', 'A sit at dawn, vinyasa at ten. The mud flats by foot at low tide.'],
        ['Back', 'A long practice, a long breakfast, and the boat at half past one.'],
      ],
    },
    place: ['Boerderij Oosterend', 'Oosterend 14, Terschelling'],
    whatToExpect: 'Bed linen is there. Bring boots, and a book you will not read.',
    arrivalNote: 'We meet at the ferry in Harlingen at 14:15, under the clock.',
    paymentNote: 'Half by transfer within a week, half on the island.',
    freeCancelHours: 168,
    bookingClosesHours: 48,
  },
  {
    by: 'tomas',
    title: 'Five days of quiet',
    description:
      'A white house in the Alentejo, cork oaks, no signal. We speak at supper on the first evening and at breakfast on the last; in between there are qigong, walks, and a bell. People are surprised by how soon it is enough.',
    ...{ day: 26, at: '17:00', zone: 'Europe/Lisbon', capacity: 24, taken: 15, price: 890 },
    retreat: {
      untilDay: 30,
      untilAt: '11:00',
      programme: [
        ['Arriving', 'Rooms from five. A long supper, then the bell for the first time.'],
        ['Standing', 'Qigong at seven and at five. The rest of the day is yours.'],
        ['Walking', 'Before the heat, eleven kilometres on the old smugglers’ path.'],
        ['Lying down', 'Very little happens. This is the day that people write about.'],
        ['Talking again', 'Breakfast with words, slowly. Cars to Évora at eleven.'],
      ],
    },
    place: ['Monte das Cegonhas', 'Near Redondo, Alentejo'],
    whatToExpect: 'Single rooms, three meals, all vegetarian. Phones rest in a drawer in the hall.',
    arrivalNote: 'A car waits at Évora station at 15:40; look for the straw hat.',
    paymentNote: 'A deposit of 200 euros by transfer, the rest on arrival.',
    freeCancelHours: 336,
    bookingClosesHours: 72,
  },
  {
    by: 'ingrid',
    title: 'Breath and stone',
    description:
      'Four days on the outermost of the Lofoten, in the fish hall that is now a hall for people. Breath in the morning, cold water at noon, the mountains in the afternoon, gongs when it gets late. It never gets dark at this time of year, or never light; both are good.',
    ...{ day: 50, at: '15:00', zone: 'Europe/Oslo', capacity: 80, taken: 66, price: 640 },
    retreat: {
      untilDay: 53,
      untilAt: '13:00',
      programme: [
        ['The hall', 'Everyone arrives, everyone eats, and the gongs explain themselves.'],
        ['Breath', 'Two sessions, and between them the sea pool with Ingrid, in eights.'],
        ['Stone', 'Up Helvetestinden for whoever likes, along the beach for whoever does not.'],
        ['The boat', 'A last swim. Soup. The boat to Moskenes leaves at one.'],
      ],
    },
    place: ['The fish hall, Bunes', 'Vindstad, Moskenes, Lofoten'],
    whatToExpect: 'Rooms of two and four. Wool. No experience with anything.',
    arrivalNote: 'The boat leaves Reine at 14:10 and does not wait.',
    paymentNote: 'By transfer in two parts; Ingrid writes to you.',
    freeCancelHours: 336,
    bookingClosesHours: 96,
  },
  {
    by: 'jo',
    title: 'Full moon walk',
    description: 'Four kilometres through the dunes without lamps, and hardly a word.',
    ...{ day: 4, at: '22:00', minutes: 120, zone: ROTTERDAM },
    ...{ capacity: 15, taken: 6, price: 5 },
    place: ['Car park of the Slag Maasvlakte', 'Maasvlakte, Rotterdam'],
    status: 'cancelled',
    cancelReason:
      'The dunes are closed after the storm. Nothing is owed; the next moon is in a month.',
  },
  {
    by: 'marije',
    title: 'A morning for hips',
    description: 'Not written yet: what we do, and why it takes a whole morning.',
    ...{ day: 20, at: '10:00', minutes: 150, zone: ROTTERDAM },
    ...{ capacity: 16, taken: 0, price: 35, place: STUDIO_NOORD, status: 'draft' },
  },
  {
    by: 'marije',
    title: 'Hips and hamstrings',
    description:
      'A patient hour for the two places where sitting collects. Straps, walls, gravity; no forcing.',
    ...{ day: -5, at: '19:00', minutes: 60, zone: ROTTERDAM },
    ...{ capacity: 20, taken: 17, price: 16, place: STUDIO_NOORD },
    visitorNote: '',
  },
]

/**
 * What Marije held before: the same classes, so many days ago, with so many.
 * @type {[title: string, day: number, taken: number][]}
 */
const HELD = [
  ['Slow flow', -6, 15],
  ['Dawn sit', -6, 7],
  ['Vinyasa for stiff people', -7, 20],
  ['Restorative by candlelight', -9, 12],
  ['Hips and hamstrings', -12, 14],
  ['Slow flow', -13, 16],
  ['Dawn sit', -13, 10],
  ['Vinyasa for stiff people', -14, 24],
]

export const SESSIONS = [
  ...PLANNED,
  ...HELD.flatMap(([title, day, taken]) =>
    PLANNED.filter((one) => one.title === title).map(({ visitorNote, ...one }) => ({
      ...one,
      ...{ day, taken },
    })),
  ),
]
