import type { Env } from '../env'
import type { Mail } from './letter'

/** Hands a letter to the queue. False: this site sends no mail, and nobody needs to wait for one. */
export async function post(env: Env, mail: Mail): Promise<boolean> {
  if (!env.MAIL || !sendsMail(env)) return false
  await env.MAIL.send(mail)
  return true
}

/** Whether mail is set up: a binding that sends, an address to send from, and one to link to. */
export function sendsMail(env: Env): boolean {
  return Boolean(env.MAIL && env.EMAIL && env.MAIL_FROM && URL.canParse(env.SITE_URL ?? ''))
}
