import type { Env } from '../env'
import { oneLine } from './render'

export function siteName(env: Pick<Env, 'SITE_NAME'>): string {
  return env.SITE_NAME || 'Stillpoint'
}

/** In whose name letters go out. */
export function sender(env: Pick<Env, 'MAIL_FROM' | 'MAIL_FROM_NAME' | 'SITE_NAME'>) {
  return { email: env.MAIL_FROM ?? '', name: oneLine(env.MAIL_FROM_NAME || siteName(env)) }
}
