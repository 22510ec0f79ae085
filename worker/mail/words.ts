/** What letters say. English now; one place, so that languages can come. */

type Type = 'session' | 'retreat'

export const words = {
  greeting: (name: string) => `Hello ${name},`,
  signature: (site: string) => site,
  /** Whoever deleted their account is named no more. */
  somebody: 'Somebody who has left',

  toVisitor: {
    confirmed: {
      subject: (title: string, when: string) => `Booked: ${title}, ${when}`,
      opening: (seats: string, title: string) => `You have ${seats} in ${title}.`,
    },
    added: {
      opening: (facilitator: string, seats: string, title: string) =>
        `${facilitator} booked ${seats} for you in ${title}.`,
      account:
        'To see it on our site, sign in with this address. You have no password yet? “Forgot password?” lets you choose one.',
    },
    cancelledByYou: {
      subject: (title: string, when: string) => `Cancelled: ${title}, ${when}`,
      opening: (title: string) => `You cancelled your booking of ${title}.`,
      late: 'The time in which cancelling is free was over, so it counts as late.',
    },
    cancelledForYou: {
      subject: (title: string, when: string) => `Your booking was cancelled: ${title}, ${when}`,
      opening: (facilitator: string, title: string) =>
        `${facilitator} cancelled your booking of ${title}.`,
    },
    reduced: {
      subject: (title: string, when: string) => `A smaller party: ${title}, ${when}`,
      opening: (seats: string, title: string) =>
        `You gave some of your party back, and now have ${seats} in ${title}.`,
      late: 'The time in which that is free was over, so it counts as late.',
    },
    changed: {
      subject: (title: string, when: string) => `Changed: ${title}, now ${when}`,
      opening: (title: string) =>
        `The time or the place of ${title} has changed. Your booking stands, and this is how it is now.`,
      freeUntil: (moment: string) =>
        `If it no longer suits you, cancelling is free until ${moment}, because it changed.`,
      freeUntilStart:
        'If it no longer suits you, cancelling is free until it begins, because it changed.',
    },
    sessionCancelled: {
      subject: (title: string, when: string) => `Does not take place: ${title}, ${when}`,
      opening: (facilitator: string, title: string) =>
        `${facilitator} had to cancel ${title}. Your booking ended with it.`,
    },
    reminder_24h: {
      subject: (title: string, when: string) => `Coming up: ${title}, ${when}`,
      opening: (seats: string, title: string) => `A reminder: you have ${seats} in ${title}.`,
    },
    reminder_1h: {
      subject: (title: string, when: string) => `Soon: ${title}, ${when}`,
      opening: (seats: string, title: string) =>
        `It begins within the hour: you have ${seats} in ${title}.`,
    },
  },

  /** To who has no seat yet. */
  toWaiting: {
    joined: {
      subject: (title: string, when: string) => `On the list: ${title}, ${when}`,
      opening: (seats: string, title: string) =>
        `You are on the list for ${seats} in ${title}. When your turn comes we write to you at once, and keep what came free for you for a while.`,
      place: (place: number) =>
        place <= 1 ? 'You are next on the list.' : `You are number ${place} on the list.`,
    },
    offered: {
      subject: (title: string, when: string) => `It is your turn: ${title}, ${when}`,
      opening: (seats: string, title: string) =>
        `It is your turn: you can have ${seats} in ${title}.`,
    },
    offerEnds: (moment: string) =>
      `It is kept for you until ${moment}; after that others may have it.`,
    offerEnded: {
      subject: (title: string, when: string) => `The offer ended: ${title}, ${when}`,
      opening: (seats: string, title: string) =>
        `We kept ${seats} in ${title} for you and heard nothing, so others may have it now. You are no longer on the list.`,
    },
    changed: {
      subject: (title: string, when: string) => `Changed: ${title}, now ${when}`,
      opening: (title: string) =>
        `The time or the place of ${title} has changed, and this is how it is now.`,
      waits: 'You keep your place on the list. If it no longer suits you, leave it at any time.',
      isOffered: (seats: string) => `You can still have ${seats}.`,
    },
    ended: {
      subject: (title: string, when: string) => `No longer on the list: ${title}, ${when}`,
      cancelled: (facilitator: string, title: string) =>
        `${facilitator} had to cancel ${title}, and the list ended with it.`,
      removed: (facilitator: string, title: string) =>
        `${facilitator} took you off the list of ${title}.`,
      outgrown: (title: string, room: string, seats: string) =>
        `${title} now has ${room} in all, and you wait for ${seats}. So you are no longer on the list; you may join it again as a smaller party.`,
      nothingCame: (seats: string, title: string) =>
        `${title} begins, and nothing came free for you: you waited for ${seats}. The list has ended.`,
    },
    takeOrPass: 'Take it or pass it on',
    seeSession: 'See what is free',
    seeOrLeave: 'See your place, or leave the list',
    choose: 'Opening the link changes nothing yet: you choose on the page.',
  },

  toFacilitator: {
    confirmed: {
      subject: (name: string, title: string, when: string) => `${name} booked ${title}, ${when}`,
      opening: (name: string, seats: string, title: string) =>
        `${name} booked ${seats} in ${title}.`,
    },
    cancelled: {
      subject: (name: string, title: string, when: string) => `${name} cancelled ${title}, ${when}`,
      opening: (name: string, seats: string, title: string) =>
        `${name} cancelled ${seats} in ${title}.`,
      late: 'The time in which cancelling is free was over.',
    },
    cancelledByYou: {
      subject: (name: string, title: string, when: string) =>
        `You cancelled ${name}: ${title}, ${when}`,
      opening: (name: string, seats: string, title: string) =>
        `You cancelled ${seats} of ${name} in ${title}.`,
      late: 'The time in which cancelling is free was over.',
    },
    reduced: {
      subject: (name: string, title: string, when: string) =>
        `${name} comes with fewer: ${title}, ${when}`,
      opening: (name: string, seats: string, title: string) =>
        `${name} gave some of their party back and now has ${seats} in ${title}.`,
      late: 'The time in which that is free was over.',
    },
    about: {
      subject: (name: string, title: string, when: string) => `${title}, ${when}: ${name}`,
      opening: (name: string, seats: string, title: string) => `${name} has ${seats} in ${title}.`,
    },
  },

  labels: {
    session: 'Session',
    retreat: 'Retreat',
    when: 'When',
    where: 'Where',
    online: 'Online',
    facilitator: 'With',
    visitor: 'Who',
    email: 'Email',
    party: (type: Type) => (type === 'retreat' ? 'Places' : 'Seats'),
    total: 'Total',
    payment: 'Payment',
    note: 'Your note',
    theirNote: 'Note',
    arrival: 'On arrival',
    reason: 'Reason',
    seatsLeft: (type: Type) => (type === 'retreat' ? 'Places left' : 'Seats left'),
    booking: 'Booking number',
  },
  seats: (count: number, type: Type) => {
    const [one, other] = type === 'retreat' ? ['place', 'places'] : ['seat', 'seats']
    return count === 1 ? `a ${one}` : `${count} ${other}`
  },
  party: (count: number, names: readonly string[]) =>
    names.length > 0 ? `${count}, with ${names.join(', ')}` : String(count),
  seatsLeft: (available: number, capacity: number) => `${available} of ${capacity}`,
  free: 'Free',
  payOnTheDay: (facilitator: string) => `Pay ${facilitator.split(' ')[0]} on the day.`,
  freeUntil: (moment: string) =>
    `Cancelling is free until ${moment}; after that it counts as late.`,
  seeOrCancel: 'See or cancel your booking',
  findAnother: 'Find another time',
  seeAttendees: 'See who comes',
  questions: 'Questions? Answer this letter, and a person reads it.',

  message: {
    opening: (facilitator: string, title: string) =>
      `${facilitator} writes to you because you booked ${title}:`,
    answers: (facilitator: string) => `Your answer to this letter goes to ${facilitator}.`,
  },

  verify: {
    subject: (site: string) => `Confirm your email for ${site}`,
    opening: 'Press the button on the page that opens, and we know that this address is yours.',
    action: 'Confirm this email',
    closing: 'If you have no account with us, nothing happens when you leave this letter alone.',
  },
  reset: {
    subject: (site: string) => `A new password for ${site}`,
    opening: 'Somebody, most likely you, asked for a new password. Choose it here:',
    action: 'Choose a new password',
    closing:
      'The link works once and for a short time. If it was not you, leave this letter alone: your password stays as it is.',
  },
}
