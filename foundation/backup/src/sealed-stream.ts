import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** What was read is not what was written: changed, cut off, of another place, or sealed under another key. */
export class BackupDamaged extends Error {
  constructor(name: string) {
    super(`${name} of the backup is damaged, or was sealed under another key`)
    this.name = 'BackupDamaged'
  }
}

const magic = Buffer.from('TZB1')
const saltLength = 16
const tagLength = 16
const chunkLength = 1 << 20

function keyOf(key: Uint8Array, salt: Uint8Array, name: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, `tereze backup ${name}`, 32))
}

/** Nonce of a chunk: whether it is the last, and its number. Each stream has a key of its own, so that none comes twice. */
function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt8(last ? 1 : 0, 0)
  nonce.writeUInt32BE(number, 8)
  return nonce
}

/** Pieces of exactly so many bytes, the last one shorter; at least one, though it be empty. */
async function* inPieces(
  source: AsyncIterable<Uint8Array>,
  length: number,
): AsyncIterable<{ piece: Buffer; last: boolean }> {
  let held = Buffer.alloc(0)
  for await (const part of source) {
    held = held.length === 0 ? Buffer.from(part) : Buffer.concat([held, part])
    while (held.length > length) {
      yield { piece: held.subarray(0, length), last: false }
      held = held.subarray(length)
    }
  }
  yield { piece: held, last: true }
}

/**
 * Seals a stream: AES-256-GCM in chunks of a mebibyte under a key of its own (HKDF over a random salt and the name). A chunk cannot be
 * left out, moved, or cut off at the end, and the whole cannot stand under another name.
 */
export async function* seal(
  key: Uint8Array,
  name: string,
  source: AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  const salt = randomBytes(saltLength)
  const own = keyOf(key, salt, name)
  yield Buffer.concat([magic, salt])
  let number = 0
  for await (const { piece, last } of inPieces(source, chunkLength)) {
    const cipher = createCipheriv('aes-256-gcm', own, nonceOf(number++, last))
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
  }
}

/** Opens what `seal` made. @throws BackupDamaged before the first byte that is not right is given. */
export async function* unseal(
  key: Uint8Array,
  name: string,
  source: AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  const headLength = magic.length + saltLength
  let head = Buffer.alloc(0)
  let own: Buffer | null = null
  let number = 0
  const body = (async function* () {
    for await (const part of source) {
      if (own !== null) {
        yield part
        continue
      }
      head = Buffer.concat([head, part])
      if (head.length < headLength) continue
      if (!head.subarray(0, magic.length).equals(magic)) throw new BackupDamaged(name)
      own = keyOf(key, head.subarray(magic.length, headLength), name)
      if (head.length > headLength) yield head.subarray(headLength)
    }
  })()
  for await (const { piece, last } of inPieces(body, chunkLength + tagLength)) {
    if (own === null || piece.length < tagLength) throw new BackupDamaged(name)
    const decipher = createDecipheriv('aes-256-gcm', own, nonceOf(number++, last)).setAuthTag(
      piece.subarray(-tagLength),
    )
    const opened = decipher.update(piece.subarray(0, -tagLength))
    try {
      decipher.final()
    } catch {
      throw new BackupDamaged(name)
    }
    yield opened
  }
}
