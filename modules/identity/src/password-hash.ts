import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import type { HashCost } from './store/passwords.ts'

/** Cost of new hashes: argon2id as OWASP's cheat sheet asks for at least, 19 MiB and two passes. */
export const hashCost: HashCost = { memory: 19_456, passes: 2 }
/** So many hashes at once: each holds its memory while it runs, and more than there are cores would only wait for them. */
const atOnce = 2

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>(resolve => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}

/** Hashes a password with argon2id (RFC 9106), a few at a time, so that many at once take time and not memory. */
export function hashPassword(password: string, salt: Uint8Array, { memory, passes }: HashCost): Promise<Uint8Array> {
  return inTurn(
    () =>
      new Promise((resolve, reject) => {
        const parameters = {
          message: password.normalize('NFKC'),
          nonce: salt,
          parallelism: 1,
          tagLength: 32,
          memory,
          passes,
        }
        argon2('argon2id', parameters, (error, hash) => (error ? reject(error) : resolve(hash)))
      }),
  )
}

/** A new salt and the hash with it. */
export async function newHash(password: string): Promise<{ salt: Uint8Array; hash: Uint8Array; cost: HashCost }> {
  const salt = randomBytes(16)
  return { salt, hash: await hashPassword(password, salt, hashCost), cost: hashCost }
}

/** Whether a password is the one of a hash. Without a hash it takes as long, and is not: nobody learns by the time who has one. */
export async function isPassword(
  password: string,
  kept: { salt: Uint8Array; hash: Uint8Array; cost: HashCost } | null,
): Promise<boolean> {
  const { salt, hash, cost } = kept ?? { salt: new Uint8Array(16), hash: new Uint8Array(32), cost: hashCost }
  return timingSafeEqual(await hashPassword(password, salt, cost), hash) && kept !== null
}
