import { scryptSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { checkPassword, hashPassword, isOutdated } from './passwords'

it('a password is kept as a PHC string that only it opens', async () => {
  const stored = await hashPassword('correct horse')
  expect(stored).toMatch(/^\$scrypt\$ln=14,r=8,p=5\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(await checkPassword('correct horse', stored)).toBe(true)
  expect(await checkPassword('correct horsf', stored)).toBe(false)
  expect(await checkPassword('', stored)).toBe(false)
})

it('two people with one password have two hashes', async () => {
  expect(await hashPassword('correct horse')).not.toBe(await hashPassword('correct horse'))
})

it('é is é, typed as one sign or as two', async () => {
  const stored = await hashPassword('caf\u00e9 au lait')
  expect(await checkPassword('cafe\u0301 au lait', stored)).toBe(true)
})

it('nobody has no password, not even an empty one', async () => {
  expect(await checkPassword('', null)).toBe(false)
  expect(await checkPassword('anything', null)).toBe(false)
})

it('a hash made when guessing was cheaper still opens, and is known to be outdated', async () => {
  const older = cheap('correct horse')
  expect(await checkPassword('correct horse', older)).toBe(true)
  expect(isOutdated(older)).toBe(true)
  expect(isOutdated(await hashPassword('correct horse'))).toBe(false)
})

function cheap(password: string): string {
  const salt = Buffer.from('sixteen bytes ok')
  const hash = scryptSync(password, salt, 32, { N: 2 ** 10, r: 8, p: 1 })
  const [saltText, hashText] = [salt, hash].map((bytes) => bytes.toString('base64'))
  return `$scrypt$ln=10,r=8,p=1$${saltText}$${hashText}`.replace(/=+(?=\$|$)/g, '')
}
