import { decimal } from '../sessions/session'
import { words } from './words'

export function amount(minor: number, currency: string): string {
  if (minor === 0) return words.free
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency })
  return format.format(decimal(minor, currency))
}
