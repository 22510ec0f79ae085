/** Everybody of the demo signs in with this one; the API refuses it for accounts made by people. */
export const DEMO_PASSWORD = 'password123'

export const DEMO_ACCOUNTS = {
  visitor: 'visitor@example.com',
  facilitator: 'facilitator@example.com',
}

/** @typedef {{ name: string, email: string, timeZone: string, bio: string, specialization: string }} DemoFacilitator */

/** @type {Record<'marije' | 'jo' | 'ingrid' | 'priya' | 'tomas', DemoFacilitator>} */
export const FACILITATORS = {
  marije: {
    name: 'Marije Okonkwo-de Vries',
    email: DEMO_ACCOUNTS.facilitator,
    timeZone: 'Europe/Amsterdam',
    specialization: 'Vinyasa and restorative',
    bio: 'Marije taught mathematics for eleven years before she taught yoga, and still explains why. She works slowly, out of long holds, with people who think they are too stiff for this.',
  },
  jo: {
    name: 'Jo Adeyemi',
    email: 'jo@example.com',
    timeZone: 'Europe/Amsterdam',
    specialization: 'Yin, tea and voice',
    bio: 'Jo grew up between Lagos and Rotterdam and came to yin after a knee that would not heal. Classes are quiet, warm and a little funny.',
  },
  ingrid: {
    name: 'Ingrid Solheim',
    email: 'ingrid@example.com',
    timeZone: 'Europe/Oslo',
    specialization: 'Cold water, breath and sound',
    bio: 'Ingrid swims in the Oslofjord all year round. She plays the gongs that she mends herself, and believes that most people breathe too much.',
  },
  priya: {
    name: 'Priya Raman',
    email: 'priya@example.com',
    timeZone: 'Europe/London',
    specialization: 'Yoga nidra and breath',
    bio: 'Priya was a night nurse for fourteen years. She teaches rest to people who have forgotten how, mostly online, so that they are in bed already when it works.',
  },
  tomas: {
    name: 'Tomás Ferreira',
    email: 'tomas@example.com',
    timeZone: 'Europe/Lisbon',
    specialization: 'Qigong and silence',
    bio: 'Tomás learned qigong from a neighbour in Macau and practises under the plane trees of the Jardim da Estrela, in every weather that Lisbon has.',
  },
}

export const VISITOR = {
  name: 'Ann Bakker',
  email: DEMO_ACCOUNTS.visitor,
  timeZone: 'Europe/Amsterdam',
}

const FIRST_NAMES = [
  ...['Tomasz', 'Li Na', 'Amara', 'Joris', 'Fatima', 'Noor', 'Sem', 'Elif', 'Mikkel', 'Inês'],
  ...['Hanna', 'Owen', 'Zuzana', 'Ravi', 'Solveig', 'Anouk', 'Matteo', 'Yara', 'Pim', 'Greta'],
]
const LAST_NAMES = ['Wiśniewski', 'van Dijk', 'Haddad', 'Lindqvist']

/** Eighty people who fill the rooms: every first name with every last name, neighbours unlike. */
export const CROWD = LAST_NAMES.flatMap((_, group) =>
  FIRST_NAMES.map((first, i) => ({
    name: `${first} ${LAST_NAMES[(group + i) % LAST_NAMES.length]}`,
    email: `guest-${group * FIRST_NAMES.length + i + 1}@example.com`,
    timeZone: 'Europe/Amsterdam',
  })),
)
