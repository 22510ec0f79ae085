import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** What one guess costs: 16 MiB and about a tenth of a second. Raise it, and hashes follow at sign-in. */
const COST = { ln: 14, r: 8, p: 5 }
const SALT_BYTES = 16
const HASH_BYTES = 32
/** Twice what scrypt asks for at COST; node's own ceiling lies so close that a raise would hit it. */
const MEMORY_MAX_BYTES = 64 * 1024 * 1024

/** What an unknown email is checked against, so that it takes as long as a known one. Nothing matches it. */
const NOBODY: Hash = { ...COST, salt: Buffer.alloc(SALT_BYTES), hash: Buffer.alloc(HASH_BYTES) }

/** A PHC string: `$scrypt$ln=14,r=8,p=5$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await derive(password, { ...COST, salt })
  const { ln, r, p } = COST
  return `$scrypt$ln=${ln},r=${r},p=${p}$${unpadded(salt)}$${unpadded(hash)}`
}

/** Hashes once whatever `stored` is; null, for nobody or an account without a password, is never right. */
export async function checkPassword(password: string, stored: string | null): Promise<boolean> {
  const expected = stored === null ? NOBODY : parse(stored)
  const actual = await derive(password, expected)
  return timingSafeEqual(actual, expected.hash) && stored !== null
}

/** Whether a hash was made when guessing was cheaper than COST makes it now. */
export function isOutdated(stored: string): boolean {
  const { ln, r, p } = parse(stored)
  return ln < COST.ln || r < COST.r || p < COST.p
}

type Cost = typeof COST
type Hash = Cost & { salt: Buffer; hash: Buffer }

const PHC = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

function parse(stored: string): Hash {
  const [, ln, r, p, salt, hash] = PHC.exec(stored) ?? []
  if (!salt || !hash) throw new Error('A stored password is not a PHC string of scrypt')
  return {
    ln: Number(ln),
    r: Number(r),
    p: Number(p),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
}

function derive(password: string, { ln, r, p, salt }: Cost & { salt: Buffer }): Promise<Buffer> {
  // The same letters come composed from one keyboard and decomposed from another.
  const text = password.normalize('NFKC')
  const cost = { N: 2 ** ln, r, p, maxmem: MEMORY_MAX_BYTES }
  return new Promise((resolve, reject) => {
    scrypt(text, salt, HASH_BYTES, cost, (error, hash) => (error ? reject(error) : resolve(hash)))
  })
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
