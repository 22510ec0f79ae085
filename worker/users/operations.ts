import { type Operations, said } from '../openapi/operation'
import { changedMe, everythingOfMe, granted, letterSent, me, nonce, signIns } from './answers'

const visited = { 302: { description: 'On to a page, which says what became of it.' } }

/** Ways in and out. */
export const signInOperations: Operations = {
  'POST /api/auth/register': {
    summary: 'Make an account and sign in',
    who: 'anyone',
    answers: { 201: granted },
    refuses: ['email_taken', 'sign_up_closed'],
  },
  'POST /api/auth/login': {
    summary: 'Sign in with a password',
    who: 'anyone',
    answers: { 200: granted },
    refuses: ['wrong_credentials'],
  },
  'POST /api/auth/refresh': {
    summary: 'Exchange a refresh token for the next tokens',
    description: 'Browsers send none: theirs is in a cookie. A token used twice ends its sign-in.',
    who: 'anyone',
    answers: { 200: granted },
    refuses: ['sign_in_required', 'sign_in_ended'],
  },
  'POST /api/auth/logout': {
    summary: 'Sign out',
    who: 'anyone',
    answers: { 200: said },
  },
  'GET /api/auth/google/start': {
    summary: 'Send a browser to Google',
    description: 'A visit, not a call: `return` is the path to come back to.',
    who: 'anyone',
    answers: visited,
  },
  'GET /api/auth/google/callback': {
    summary: 'Come back from Google',
    who: 'anyone',
    answers: visited,
  },
  'POST /api/auth/google/nonce': {
    summary: 'Get a nonce to ask Google with',
    description: 'For clients that ask Google themselves. Good once, for five minutes.',
    who: 'anyone',
    answers: { 201: nonce },
    refuses: ['google_off'],
  },
  'POST /api/auth/google': {
    summary: 'Sign in with an ID token of Google',
    who: 'anyone',
    answers: { 200: granted },
    refuses: [
      'google_refused',
      'google_email_unverified',
      'email_taken',
      'google_off',
      'google_unavailable',
    ],
  },
}

/** One's own account, and the way back into it. */
export const accountOperations: Operations = {
  'GET /api/auth/me': {
    summary: 'Read one’s own account',
    who: 'signed in',
    answers: { 200: me },
    refuses: ['sign_in_ended'],
  },
  'PATCH /api/auth/me': {
    summary: 'Change one’s own account',
    description: 'What is not sent stays. Another email asks for `password`.',
    who: 'signed in',
    answers: { 200: changedMe },
    refuses: ['sign_in_ended', 'wrong_password', 'email_taken'],
  },
  'DELETE /api/auth/me': {
    summary: 'Delete one’s own account',
    description: 'Coming bookings are given back, name, email and notes overwritten.',
    who: 'signed in',
    answers: { 200: said },
    refuses: ['sign_in_ended', 'wrong_password', 'sessions_remain'],
  },
  'GET /api/auth/me/export': {
    summary: 'Take home everything we keep of oneself',
    who: 'signed in',
    answers: { 200: everythingOfMe },
    refuses: ['sign_in_ended'],
  },
  'POST /api/auth/me/teach': {
    summary: 'Become a facilitator',
    who: 'signed in',
    answers: { 200: changedMe },
    refuses: ['sign_in_ended', 'sign_up_closed'],
  },
  'GET /api/auth/sign-ins': {
    summary: 'List where one is signed in',
    who: 'signed in',
    answers: { 200: signIns },
  },
  'DELETE /api/auth/sign-ins/:id': {
    summary: 'End one of one’s own sign-ins',
    who: 'signed in',
    answers: { 200: said },
    refuses: ['not_found'],
  },
  'POST /api/auth/change-password': {
    summary: 'Change one’s password',
    description: 'Every other sign-in ends.',
    who: 'signed in',
    answers: { 200: said },
    refuses: ['sign_in_ended', 'wrong_password'],
  },
  'POST /api/auth/forgot-password': {
    summary: 'Ask for a letter with a link',
    description: 'The answer does not tell whether there is such an account.',
    who: 'anyone',
    answers: { 200: said },
    refuses: ['mail_off'],
  },
  'POST /api/auth/reset-password': {
    summary: 'Set a password with the token of a link',
    who: 'anyone',
    answers: { 200: said },
    refuses: ['link_ended'],
  },
  'POST /api/auth/verify-email': {
    summary: 'Verify an email with the token of a link',
    who: 'anyone',
    answers: { 200: said },
    refuses: ['link_ended'],
  },
  'POST /api/auth/verify-email/send': {
    summary: 'Ask for the letter that verifies an email',
    who: 'signed in',
    answers: { 200: letterSent },
    refuses: ['mail_off'],
  },
}
