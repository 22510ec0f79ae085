import type { Env } from '../env'
import type { Mail } from './letter'

/** Hands a letter to the queue. False: this site sends no mail, and nobody needs to wait for one. */
export async function post(env: Env, mail: Mail): Promise<boolean> {
  if (!env.MAIL || !sendsMail(env)) return false
  await env.MAIL.send(mail)
  return true
}

/** Whether mail is set up: a binding that sends, and an address to send from. */
export function sendsMail(env: Pick<Env, 'EMAIL' | 'MAIL_FROM'>): boolean {
  return Boolean(env.EMAIL && env.MAIL_FROM)
}
