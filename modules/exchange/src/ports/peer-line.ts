import { port } from '@tereze/operation'
import type { StoredPeer } from '../store/peers.ts'

/** What came over the line: the signed reply, or the code under which the message ended. */
export type Delivered = { readonly reply: string } | { readonly code: string; readonly retry: boolean }

/** The line to other installations. Talks to the outside, so never inside a transaction. */
export interface PeerLine {
  /** The installation where a member runs; null when it runs here. */
  peerOf(member: string): Promise<StoredPeer | null>
  /** Asks the member's installation for its keys again; false when nothing new was learned. Not more often than every half minute. */
  refreshKeys(member: string): Promise<boolean>
  /** Sends a signed message; milliseconds for the answer. */
  deliver(peer: StoredPeer, message: string, timeout: number): Promise<Delivered>
  /** Payload of a reply that a key of the member signed, or null. */
  verify(member: string, jws: string, typ: string): Promise<string | null>
}

/** Bound by the composition root to HTTP. */
export const peerLine = port<PeerLine>('exchange.peer-line')
