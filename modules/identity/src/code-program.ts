import { createHmac } from 'node:crypto'
import { generateURI, verify } from 'otplib'

/** Tolerated drift of a clock, seconds: one step either way (RFC 6238 §5.2). */
const drift = 30

/** Checks a code of a program (TOTP, RFC 6238); the step it belongs to, null when it is wrong or not after the last used step. */
export async function stepOfCode(
  secret: string,
  code: string,
  about: { now: Date; lastStep: number },
): Promise<number | null> {
  const token = code.replaceAll(/\s/g, '')
  if (!/^[0-9]{6}$/.test(token)) return null
  const epoch = Math.floor(about.now.getTime() / 1000)
  const result = await verify({ secret, token, epoch, epochTolerance: drift })
  return result.valid && 'timeStep' in result && result.timeStep > about.lastStep ? result.timeStep : null
}

/** The secret that a session offers to a program: always the same for it, so that nothing has to be kept before it is proven. */
export function offeredSecret(key: Uint8Array, session: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bytes = createHmac('sha256', key).update(`code program ${session}`).digest()
  return [...bytes].map(byte => alphabet[byte & 31] ?? '').join('')
}

/** The address by which a program takes a secret. */
export function addressOfSecret(secret: string, issuer: string, name: string): string {
  return generateURI({ issuer, label: name, secret })
}
