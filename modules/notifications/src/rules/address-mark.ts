import { createHash } from 'node:crypto'
import type { Way } from './notification-law.ts'

/** What a bad address is known by: SHA-256 of channel and address, so that the list of them holds none. */
export function addressMark(channel: Way, address: string): string {
  return createHash('sha256').update(`${channel}:${address.trim().toLowerCase()}`).digest('hex')
}

/** For how long nothing is sent to an address from which something came back, milliseconds. */
const restMilliseconds = 30 * 86_400_000

/** Since when an address rests, given when something last came back from it: null when it may be tried. */
export function restsSince(bouncedAt: string | undefined, now: Date): string | null {
  if (bouncedAt === undefined || now.getTime() - Date.parse(bouncedAt) >= restMilliseconds) return null
  return bouncedAt
}
