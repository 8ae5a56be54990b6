import { port } from '@tereze/operation'
import type { FileStanding } from '../contract/file.ts'
import type { StoredPeer } from '../store/peers.ts'

/** The code under which something ended that was sent. */
export interface Undelivered {
  readonly code: string
  readonly retry: boolean
}

/** What came over the line: the signed reply, or the code under which the message ended. */
export type Delivered = { readonly reply: string } | Undelivered

/** How files go to another installation. */
export interface FileLine {
  /** Announces a file by what its sender signed; how it stands there. */
  announceFile(peer: StoredPeer, manifest: string): Promise<FileStanding | Undelivered>
  /** Sends one part; null when it is there. */
  sendPart(
    peer: StoredPeer,
    place: { readonly organisation: string; readonly file: string; readonly part: number },
    bytes: Uint8Array,
  ): Promise<Undelivered | null>
}

/** The line to other installations. Talks to the outside, so never inside a transaction. */
export interface PeerLine extends FileLine {
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
