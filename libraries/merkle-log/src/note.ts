import { fromBase64, toBase64 } from './base64.ts'
import { type HashFunction, joined, sameBytes } from './hash.ts'

/** Kinds of note signatures (C2SP signed-note): the byte that enters the key id. */
export const noteAlgorithm = { ed25519: 0x01, ecdsa: 0x02, ed25519Witness: 0x04 } as const

/** Who signs a note: a name without spaces and plus signs, a key id of four bytes, the signing itself. */
export interface NoteSigner {
  readonly name: string
  readonly keyId: Uint8Array
  sign(text: Uint8Array): Promise<Uint8Array>
}

/** Who verifies signatures of one name and key. */
export interface NoteVerifier {
  readonly name: string
  readonly keyId: Uint8Array
  verify(text: Uint8Array, signature: Uint8Array): Promise<boolean>
}

/** Key id: the first four bytes of the SHA-256 of name, newline, algorithm byte and public key (C2SP signed-note). */
export function noteKeyId(name: string, algorithm: number, publicKey: Uint8Array, sha256: HashFunction): Uint8Array {
  return sha256(joined(encoded(`${name}\n`), Uint8Array.of(algorithm), publicKey)).slice(0, 4)
}

const encoded = (text: string) => new TextEncoder().encode(text)

/** Adds a signature line to a note. Signing a signed note again adds a line, e.g. a witness's. */
export async function signNote(note: string, signer: NoteSigner): Promise<string> {
  const { text, lines } = splitNote(note) ?? { text: note, lines: [] }
  if (!text.endsWith('\n')) throw new Error('the text of a note ends with a newline')
  if (!/^[^\s+]+$/u.test(signer.name)) throw new Error(`"${signer.name}" cannot name a signer`)
  const signature = await signer.sign(encoded(text))
  const line = `— ${signer.name} ${toBase64(joined(signer.keyId, signature))}\n`
  return `${text}\n${[...lines, line].join('')}`
}

/** A note whose signatures were verified. */
export interface OpenedNote {
  readonly text: string
  /** Names of the verifiers that found their signature right. */
  readonly signedBy: readonly string[]
}

/**
 * Opens a signed note: null when it is not one, when no verifier finds its signature, or when a known key's signature is
 * wrong. Signatures of unknown keys are passed over (C2SP signed-note).
 */
export async function openNote(note: string, verifiers: readonly NoteVerifier[]): Promise<OpenedNote | null> {
  const parts = splitNote(note)
  if (parts === null) return null
  const bytes = encoded(parts.text)
  const signedBy = new Set<string>()
  for (const line of parts.lines) {
    const match = /^— ([^\s+]+) (\S+)\n$/u.exec(line)
    const signature = match === null ? null : fromBase64(match[2] ?? '')
    if (signature === null || signature.length < 5) return null
    const known = verifiers.find(({ name, keyId }) => name === match?.[1] && sameBytes(keyId, signature.slice(0, 4)))
    if (known === undefined) continue
    if (!(await known.verify(bytes, signature.slice(4)))) return null
    signedBy.add(known.name)
  }
  return signedBy.size === 0 ? null : { text: parts.text, signedBy: [...signedBy] }
}

function splitNote(note: string): { text: string; lines: string[] } | null {
  const at = note.lastIndexOf('\n\n')
  if (at < 0 || !note.endsWith('\n')) return null
  const lines = note.slice(at + 2).match(/[^\n]*\n/g) ?? []
  return lines.length > 0 && lines.every(line => line.startsWith('— ')) ? { text: note.slice(0, at + 1), lines } : null
}
