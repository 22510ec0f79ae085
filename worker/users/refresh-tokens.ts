import { createHash, createHmac, randomBytes } from 'node:crypto'

/*
 * A refresh token is the id of its sign-in, a dot, and 256 bits that only its holder knows; D1 has
 * hashes. The id is what lets a token of any age be recognised as spent: knowing but the current and
 * the previous one, a thief who rotates twice would never be noticed.
 */

export function newRefreshToken(signInId: string): string {
  return `${signInId}.${randomBytes(32).toString('base64url')}`
}

/**
 * What a spent token is exchanged for. The salt is stored with the rotation, so whoever shows the
 * same token a moment later is led to the same successor, and D1 alone leads to none.
 */
export function successorOf(spent: string, salt: string): string {
  return `${signInIdOf(spent)}.${createHmac('sha256', spent).update(salt).digest('base64url')}`
}

export function newSalt(): string {
  return randomBytes(16).toString('base64url')
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

export function signInIdOf(token: string): string {
  return token.slice(0, token.lastIndexOf('.'))
}
