export const words = {
  email: 'Email',
  password: 'Password',
  name: 'Name',
  passwordHint: 'At least eight characters.',
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
  withGoogle: 'Continue with Google',
  googleRefused: (code: string) =>
    GOOGLE_REFUSALS[code] ?? 'Signing in with Google did not work. Try again in a moment.',
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
