/**
 * Deliberate bugs, one line each, that the tests must notice. `find` stands exactly once in its
 * file; when it no longer does, the list is out of date and says so.
 * @typedef {{ name: string, file: string, find: string, put: string }} Fault
 * @type {Fault[]}
 */
export const FAULTS = [
  {
    name: 'promotion forgotten after a command',
    file: 'worker/bookings/booking-desk.ts',
    find: 'settle(this.store, now, this.offerMs)\n      const desk',
    put: 'const desk',
  },
  {
    name: 'promotion forgotten when an offer lapses',
    file: 'worker/bookings/desk/settle.ts',
    find: 'promote(store, due, now, offerMs)\n  }',
    put: '}',
  },
  {
    name: 'an offered seat is not counted as taken',
    file: 'worker/bookings/seats.ts',
    find: "  'no_show',\n  'offered',\n]",
    put: "  'no_show',\n]",
  },
  {
    name: 'a lapsed offer keeps its seat',
    file: 'worker/bookings/desk/store.ts',
    find: "where(and(eq(timers.kind, 'expires'), lte(timers.at, now)))",
    put: "where(and(eq(timers.kind, 'expires'), lte(timers.at, 0)))",
  },
  {
    name: 'a cancelled booking keeps its seat',
    file: 'worker/bookings/seats.ts',
    find: "  return 'cancelled'\n",
    put: '  return state\n',
  },
  {
    name: 'the key is not looked up',
    file: 'worker/bookings/desk/book.ts',
    find: 'const known = asked.key &&',
    put: 'const known = null &&',
  },
  {
    name: 'a key with another body gets the booking',
    file: 'worker/bookings/desk/book.ts',
    find: 'known.fingerprint === asked.key?.fingerprint',
    put: 'known.id > 0',
  },
  {
    name: 'an await between the count and the row',
    file: 'worker/bookings/booking-desk.ts',
    find: 'let revBefore = 0\n    const decided = this.command((now, seats) => {',
    put: 'let revBefore = 0\n    const seats = this.store.seats(this.store.findSession(), this.now())\n    await new Promise((resolve) => setTimeout(resolve, 1))\n    const decided = this.command((now) => {',
  },
  {
    name: 'a drain removes more of the outbox than it told',
    file: 'worker/bookings/desk/outbox-rows.ts',
    find: 'where(and(eq(outbox.lane, lane), eq(outbox.rev, rev)))\n          .run()\n      }',
    put: 'where(eq(outbox.lane, lane))\n          .run()\n      }',
  },
  {
    name: 'a notice is not put in the outbox',
    file: 'worker/bookings/desk/outbox-rows.ts',
    find: "enqueue('notify', event.rev, event)",
    put: "if (event.type !== 'booking_reduced') enqueue('notify', event.rev, event)",
  },
  {
    name: 'D1 takes an older state over a newer one',
    file: 'worker/bookings/record.ts',
    find: ' WHERE excluded.rev > $' + '{table}.rev`',
    put: '`',
  },
  {
    name: 'D1 takes an older count of seats over a newer one',
    file: 'worker/bookings/record.ts',
    find: " AND seats_rev < json_extract(?1, '$.rev')`",
    put: '`',
  },
  {
    name: 'an inbox takes the same notice twice',
    file: 'worker/notifications/queue.ts',
    find: 'if (event.rev <= (revs.get(event.session_id) ?? 0)) continue',
    put: '',
  },
  {
    name: 'the alarm is never set',
    file: 'worker/bookings/booking-desk.ts',
    find: 'void this.ctx.storage.setAlarm(wakeAt)',
    put: '',
  },
  {
    name: 'a lane that failed is not tried again',
    file: 'worker/bookings/desk/lanes.ts',
    find: 'now() + backoffMs(attempts)))',
    put: 'now() + 1_000_000 * backoffMs(attempts)))',
  },
  {
    name: 'a desk woken empty counts bookings from one again',
    file: 'worker/bookings/desk/store.ts',
    find: '          lastN,\n          hydratedRev',
    put: '          lastN: 0,\n          hydratedRev',
  },
  {
    name: 'who joined last comes first',
    file: 'worker/bookings/desk/store.ts',
    find: 'where(waiting).orderBy(asc(bookings.id))',
    put: 'where(waiting).orderBy(desc(bookings.id))',
  },
  {
    name: 'strict skips like skip',
    file: 'worker/bookings/waiting-list.ts',
    find: "else if (policy === 'strict') break",
    put: '',
  },
  {
    name: 'strict sells past those who wait',
    file: 'worker/bookings/seats.ts',
    find: "room.waitlistPolicy === 'strict' && waiting > 0",
    put: "room.waitlistPolicy === 'strict' && waiting > 9",
  },
  {
    name: 'an offer outlives the start',
    file: 'worker/bookings/waiting-list.ts',
    find: 'Math.min(startTime, now + Math.floor(box))',
    put: 'now + Math.floor(box)',
  },
  {
    name: 'the list never closes',
    file: 'worker/bookings/waiting-list.ts',
    find: "terms.status === 'active' && now < promotionClosesAt(terms)",
    put: "terms.status === 'active'",
  },
  {
    name: 'D1 is not told that the list closed',
    file: 'worker/bookings/desk/settle.ts',
    find: '  retellSession(store)\n',
    put: '',
  },
  {
    name: 'an offer that ended is taken all the same',
    file: 'worker/bookings/desk/list.ts',
    find: "if (before.state !== 'offered') {",
    put: "if (before.state !== 'offered' && before.state !== 'expired') {",
  },
  {
    name: 'a place on the list is kept for ever',
    file: 'worker/bookings/desk/list.ts',
    find: 'until !== null && now < until && ',
    put: 'until !== null && ',
  },
  {
    name: 'who comes back brings more people along',
    file: 'worker/bookings/desk/list.ts',
    find: ' && partySize <= left.partySize',
    put: '',
  },
  {
    name: 'whoever sits there already is taken back as a mistake',
    file: 'worker/bookings/seats.ts',
    find: 'Math.min(endTime, createdAt + ADDED_UNDONE_MS)',
    put: 'endTime',
  },
  {
    name: 'an offer is taken at today’s price',
    file: 'worker/bookings/desk/settle.ts',
    find: '        priceMinor: session.priceMinor,\n',
    put: '',
  },
  {
    name: 'a party too large for the room waits on',
    file: 'worker/bookings/desk/store.ts',
    find: 'gt(bookings.partySize, partySize)',
    put: 'gt(bookings.partySize, partySize + 1_000)',
  },
  {
    name: 'a reduced party keeps its seats',
    file: 'worker/bookings/desk/reduce.ts',
    find: '      partySize,\n',
    put: '',
  },
  {
    name: 'a second check-in overwrites the first',
    file: 'worker/bookings/desk/door.ts',
    find: "if (before.state === 'attended') return before\n",
    put: '',
  },
  {
    name: 'who stayed away is marked where no door was kept',
    file: 'worker/bookings/desk/settle.ts',
    find: 'if (!store.hasAttended()) return',
    put: '',
  },
  {
    name: 'cancelling a session leaves its offers out',
    file: 'worker/bookings/desk/store.ts',
    find: "inArray(bookings.state, ['held', 'confirmed', 'offered', 'waitlisted'])",
    put: "inArray(bookings.state, ['held', 'confirmed', 'waitlisted'])",
  },
  {
    name: 'free cancelling after a move is for everybody',
    file: 'worker/bookings/seats.ts',
    find: ' && booking.createdAt <= movedAt',
    put: '',
  },
]
