import { joined } from './hash.ts'
import type { NoteSigner, NoteVerifier } from './note.ts'

const encoded = (text: string) => new TextEncoder().encode(text)

/** What a witness signs: that at this moment this is the largest state of the log that it has seen (C2SP tlog-cosignature, v1). */
function cosignedMessage(text: Uint8Array, seconds: bigint): Uint8Array {
  return joined(encoded(`cosignature/v1\ntime ${seconds}\n`), text)
}

function bigEndian(seconds: bigint): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, seconds)
  return bytes
}

/**
 * A signer of notes that cosigns: eight bytes of time, then the Ed25519 signature.
 * @param party.sign signs bytes by Ed25519 (RFC 8032).
 * @param party.seconds POSIX time of the cosignature.
 */
export function cosigner(party: NoteSigner & { seconds(): number }): NoteSigner {
  return {
    name: party.name,
    keyId: party.keyId,
    async sign(text) {
      const seconds = BigInt(Math.floor(party.seconds()))
      return joined(bigEndian(seconds), await party.sign(cosignedMessage(text, seconds)))
    },
  }
}

/**
 * A verifier of notes that knows the cosignatures of one witness.
 * @param party.verify verifies an Ed25519 signature of 64 bytes.
 */
export function cosignatureVerifier(party: NoteVerifier): NoteVerifier {
  return {
    name: party.name,
    keyId: party.keyId,
    async verify(text, signature) {
      if (signature.length !== 72) return false
      const seconds = new DataView(signature.buffer, signature.byteOffset, 8).getBigUint64(0)
      return seconds < 1n << 63n && party.verify(cosignedMessage(text, seconds), signature.slice(8))
    },
  }
}
