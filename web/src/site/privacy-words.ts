import type { Site } from './site'

export type PrivacySection = { title: string; paragraphs: string[] }
type Known = Pick<Site, 'name' | 'mail_state' | 'google' | 'crm'>

/**
 * What is kept, of whom and for how long. Each sentence is a fact of this program; what only a
 * house can know (who it is, which law it is under) its own page has to say. ARCHITECTURE.md,
 * "What is forgotten, and when", and worker/users/ are where it comes from.
 */
export function privacySections(site: Known): PrivacySection[] {
  return [
    {
      title: 'Looking around',
      paragraphs: [
        'You need no account to look. No page asks anybody but this site for anything: there is no advertising, no counting of visitors, no font or picture from elsewhere. Links to calendars lead away only when you follow them.',
        `${site.name} runs at Cloudflare, which carries every request and so sees the network address of your device. We use that address to stop whoever asks too often, and write it down nowhere. Our own log has the address of the page, the answer and the time it took; not who asked, nor what was typed.`,
      ],
    },
    {
      title: 'Your account',
      paragraphs: [
        'Your name, your email address and whether it is confirmed, your time zone, and when the account was made. Your password is kept only in a form from which nobody can read it.',
        ...(site.google
          ? [
              'If you sign in with Google: the number by which Google knows you. Google learns that you sign in here.',
            ]
          : []),
        'If you are a facilitator: what you write about yourself, your sessions, and what you write to those who booked. Your name, your words about yourself and your published sessions can be read by everybody.',
        'Where you are signed in: what your browser calls itself, when you signed in there and when you last came. A sign-in ends after 14 days without a visit, and after 30 in any case. Tries to sign in are counted for a few minutes, under a code from which your email cannot be read.',
      ],
    },
    {
      title: 'Your bookings',
      paragraphs: [
        'Which session or retreat, for how many and, if you say so, their names; your note; what it costs; when you booked or cancelled, why if you said so, and whether you came and when you were let in. If you waited for a seat: since when, what you were offered and what became of it. Bookings stay in your account as long as you have one.',
        'Who gives the session sees these, with your name and email. Other visitors see only how many seats are taken. Notices to a facilitator carry your name, never your note, and are gone after 90 days.',
        `A facilitator can also write down who calls or comes to the door: a name, and an email address if they give one. With an address there is then an account that nobody can sign in to; ${site.mail_state === 'off' ? 'the people who run this site can hand it to whom it is of.' : 'whoever reads its mail makes it theirs by “Forgot password?”, and can delete it.'}`,
      ],
    },
    { title: 'Letters', paragraphs: lettersWords(site) },
    {
      title: 'Other systems',
      paragraphs: [
        'Each booking and each cancellation is also one line in a log: number and time, your name and email, the session and when it begins.',
        site.crm
          ? 'The people who run this site read that log with a system of their own, or have it told to them. What that system keeps is theirs to say, and to delete.'
          : 'Nobody outside this site is told of it.',
      ],
    },
    {
      title: 'In your browser',
      paragraphs: [
        'Cookies are set only when you sign in: one that proves for 15 minutes who you are, one that renews it until the sign-in ends. No script can read them, and no other site gets them.' +
          (site.google
            ? ' A third one lasts for ten minutes while you go to Google and back.'
            : ''),
        'The browser itself remembers light or dark if you chose one, when your sign-in was last renewed, and until the tab is closed what you typed into a booking. The seats you have are kept there too, so that you can read them without a connection, and go when you sign out. A facilitator’s browser also keeps who comes to her sessions, what she did at the door, which notice it saw last, and a session she has begun to write.',
      ],
    },
    {
      title: 'When you leave',
      paragraphs: [
        'You can delete your account at any time; a facilitator gives or cancels first what others have booked with her. Name, email, password, what you wrote about yourself and every sign-in go at once; seats you have in what is to come become free for others; names and notes in your bookings, your name in facilitators’ notices and your lines in the log are overwritten straight after, and that is tried again until it is done everywhere. What remains is that somebody had a seat, and nobody’s name.',
        'Cloudflare can bring back an earlier state of a database for up to 30 days, to mend an accident. Letters that were sent, and what another system was told, are out of our reach.',
      ],
    },
  ]
}

function lettersWords({ mail_state }: Known): string[] {
  if (mail_state === 'off') return ['This site sends no mail.']
  return [
    'We write to you about your bookings: when you book or cancel, or a facilitator does it for you, when something changes, and before it begins; about a list you wait on: when you join it, when a seat is offered, and when either ends; when a facilitator has something to say to those who booked; and when you ask for a link. Nothing else is sent.',
    'That a letter was sent is kept for 90 days, without its text; one that could not be delivered is kept as long, to be sent again.',
  ]
}

export const words = {
  privacy: 'Privacy',
  imprint: 'Imprint',
  lede: 'What this site keeps of you, who sees it, and when it is forgotten.',
  yours: 'What you can do',
  elsewhere: 'The full policy of this house is on a page of its own.',
  readIt: 'Read it there',
}
