import { capital, inWords, plural } from '../ui/numbers'

export const words = {
  email: 'Email',
  password: 'Password',
  name: 'Name',
  passwordHint: 'At least eight characters.',
  nameNeeded: 'Your name is needed; a first name will do.',
  emailNeeded: 'Your email is needed to sign in.',
  emailForLetter: 'Your email is needed: the letter goes there.',
  emailForAccount: 'Your email is needed: you sign in with it.',
  passwordNeeded: 'Your password is needed to sign in.',
  newPasswordNeeded: 'A password is needed.',
  ownPasswordNeeded: 'Your password is needed, so that nobody else does this.',
  currentPasswordNeeded: 'The one you have now is needed to change it.',
  timeZoneNeeded: 'A time zone is needed, such as Europe/Amsterdam.',
  signIn: 'Sign in',
  signUp: 'Make an account',
  signOut: 'Sign out',
  signingIn: 'Signing in',
  makingAccount: 'Making your account',
  noAccount: 'No account yet?',
  haveAccount: 'Have an account?',
  role: 'What brings you here',
  roleUser: 'I come to take part in sessions and retreats.',
  roleFacilitator: 'I give sessions or retreats and want to publish them here.',
  approvalNote:
    'Somebody looks at each new facilitator. Until then you can prepare drafts and not publish.',
  specialization: 'What you teach',
  specializationHint: 'A few words, such as “Vinyasa and restorative”. You may leave it empty.',
  bio: 'About you',
  bioHint: 'Two or three sentences for your visitors. You may leave it empty.',
  signedOut: 'You are signed out.',
  unsentMeans:
    'They are only on this device, and signing out forgets them. Open the door of that session with a network, and they go.',
  signOutAnyway: 'Sign out and forget them',
  staySignedIn: 'Stay signed in',
  withGoogle: 'Continue with Google',
  googleRefused: (code: string) =>
    GOOGLE_REFUSALS[code] ?? 'Signing in with Google did not work. Try again in a moment.',
  forgot: 'Forgot password?',
  forgotHow: 'We send a letter with a link, and you choose a new password.',
  sendLetter: 'Send the letter',
  sendingLetter: 'Sending',
  maybeSent: (email: string) =>
    `If ${email} has an account here, a letter with a link is on its way.`,
  letterTakesTime: 'The link is good for an hour and works once. Look among the spam too.',
  mailRefused: 'Letters from this site may not arrive just now. If none comes, write to us.',
  noMail:
    'This site sends no mail. Write to the people who run it, and you will get a link for a new password.',
  backToSignIn: 'Back to sign in',

  chooseNewPassword: 'Choose a new password',
  resetEnds: 'Wherever you are signed in with the old one, that ends.',
  resetDone: 'Your password is changed',
  resetDoneMeans: 'Wherever you were signed in, that has ended. Sign in with the new one.',
  linkEnded: 'This link has ended',
  resetLinkEnded:
    'It was used, or is older than an hour. Your password stays as it is. Ask for a new link.',
  confirmLinkEnded:
    'It was used, or is older than a day. If your email is not confirmed yet, ask for a new letter under Account.',
  linkIncomplete: 'This link is not whole',
  linkIncompleteMeans: 'Its end is missing. Open it from the letter again, or ask for a new one.',
  askForLink: 'Ask for a new link',

  confirmEmail: 'Confirm this email',
  confirmEmailMeans: 'Press the button, and we know that the address is yours.',
  confirming: 'Confirming',
  emailConfirmed: 'Your email is confirmed',
  emailConfirmedMeans: 'There is nothing more to do.',
  emailUnconfirmed: 'Your email is not confirmed yet. Everything works all the same.',
  sendAgain: 'Send the letter again',
  letterSent: (email: string) => `A letter to ${email} is on its way.`,
  toAccount: 'To your account',
  toSessions: 'See the sessions',

  account: 'Account',
  profile: 'About you',
  timeZone: 'Time zone',
  timeZoneHint: 'Your own clock, such as Europe/Amsterdam. Sessions keep the time of their place.',
  yourPassword: 'Your password',
  newEmailAsks: 'A new email asks for it.',
  save: 'Save',
  saving: 'Saving',
  saved: 'Saved.',
  changePassword: 'Change password',
  choosePassword: 'Choose a password',
  currentPassword: 'Current password',
  newPassword: 'New password',
  changeEnds: 'Every other place where you are signed in is signed out.',
  passwordChanged: 'Your password is changed. Every other sign-in has ended.',
  whereSignedIn: 'Where you are signed in',
  thisOne: 'This one',
  lastUsed: (when: string) => `Last used ${when}`,
  end: 'End',
  endSignIn: (device: string) => `End: ${device}`,
  signInEnded: (device: string) => `${device} is signed out.`,
  teachHere: 'Teach here',
  teachOpen: 'Publish sessions and retreats of your own, from a desk of your own.',
  teachClosed: 'New facilitators are added by the people who run this site. Write to them.',
  becomeFacilitator: 'Become a facilitator',
  yourData: 'Your data',
  ownData: 'Everything we keep of you, as one file that programs can read.',
  download: 'Download my data',
  downloading: 'Downloading',
  downloaded: 'Your data is downloaded.',
  deleteAccount: 'Delete my account',
  deleteQuestion: 'Delete your account?',
  deleteMeans:
    'Your name, email and notes are erased, and seats you have booked become free for others. It cannot be undone.',
  deleteMeansForFacilitator:
    'Sessions of yours to come that nobody has booked are cancelled. Sessions that somebody has booked must be given or cancelled first.',
  deleting: 'Deleting',
  deleted: 'Your account is deleted.',
  keepAccount: 'Keep it',
}

const GOOGLE_REFUSALS: Record<string, string> = {
  google_declined: 'You went no further with Google. Nothing has changed.',
  google_attempt_over:
    'This way to Google was used, is too old, or began in another browser. Start again.',
  google_refused: 'What Google answered cannot be used. Start again.',
  google_unavailable:
    'Google cannot be reached just now. Try again in a moment, or sign in with your password.',
  google_email_unverified:
    'Google has not verified your email address. Verify it there, or make an account with a password.',
  google_off: 'Signing in with Google is not set up here.',
  email_taken:
    'There is an account with this email that never proved to be yours. Reset its password first: the letter proves it.',
  cross_site: 'That link came from another site. If you want to sign in, start here.',
}

/** "Two check-ins wait to be sent." */
export const unsentWords = (count: number) =>
  capital(
    plural(count, '# check-in waits to be sent.', '# check-ins wait to be sent.', inWords(count)),
  )
