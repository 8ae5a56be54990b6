/** A protocol data unit of SMPP 3.4 (clause 3.2): its command, status, number and body. */
export interface Pdu {
  readonly command: number
  readonly status: number
  readonly sequence: number
  readonly body: Uint8Array
}

/** Commands that a transmitter speaks (clause 5.1.2.1); an answer has the highest bit set. */
export const command = {
  genericNack: 0x80000000,
  bindTransmitter: 0x00000002,
  submitSm: 0x00000004,
  unbind: 0x00000006,
  enquireLink: 0x00000015,
} as const

/** The answer to a command. */
export const answerTo = (of: number): number => (of | 0x80000000) >>> 0

const headLength = 16
/** Longer than any unit that a message centre sends to a transmitter. */
const longest = 65_536

/** What comes is no SMPP. */
export class NoSmpp extends Error {
  override readonly name = 'NoSmpp'
}

/** Writes a unit (clause 3.2). */
export function writePdu({ command: of, status, sequence, body }: Pdu): Buffer {
  const head = Buffer.alloc(headLength)
  head.writeUInt32BE(headLength + body.length, 0)
  head.writeUInt32BE(of, 4)
  head.writeUInt32BE(status, 8)
  head.writeUInt32BE(sequence, 12)
  return Buffer.concat([head, body])
}

/**
 * Takes whole units from the beginning of what came; the rest waits for more.
 * @throws NoSmpp when a length cannot be that of a unit.
 */
export function readPdus(came: Buffer): { readonly pdus: readonly Pdu[]; readonly rest: Buffer } {
  const pdus: Pdu[] = []
  let at = 0
  while (came.length - at >= 4) {
    const length = came.readUInt32BE(at)
    if (length < headLength || length > longest) throw new NoSmpp(`a unit of ${length} bytes`)
    if (came.length - at < length) break
    pdus.push({
      command: came.readUInt32BE(at + 4),
      status: came.readUInt32BE(at + 8),
      sequence: came.readUInt32BE(at + 12),
      body: came.subarray(at + headLength, at + length),
    })
    at += length
  }
  return { pdus, rest: came.subarray(at) }
}

/** A text that ends with a zero byte (clause 3.1). */
const cString = (text: string) => Buffer.from(`${text}\0`, 'latin1')

/** Body of `bind_transmitter` (clause 4.1.1) of a system with a password. */
export function bindBody(system: string, password: string): Buffer {
  // System type, version 3.4, type and plan of own addresses unknown, no range.
  return Buffer.concat([cString(system), cString(password), cString(''), Buffer.from([0x34, 0, 0]), cString('')])
}

/** A short message for one person, as `submit_sm` carries it (clause 4.4.1). */
export interface Submission {
  /** Whom the reader sees: letters and digits, at most 11, or a number. */
  readonly from: string
  /** Digits with or without `+`. */
  readonly to: string
  /** UCS-2 in big-endian order, with a header of its parts where it is one of several. */
  readonly text: Uint8Array
  readonly isPart: boolean
}

const ucs2 = 0x08
const withHeader = 0x40

/** Body of `submit_sm`. */
export function submitBody({ from, to, text, isPart }: Submission): Buffer {
  const isNumber = /^\+?[0-9]+$/.test(from)
  // Types: 1 international, 5 alphanumeric; plans: 1 E.164, 0 unknown (clauses 5.2.5, 5.2.6).
  const source = Buffer.from(isNumber ? [1, 1] : [5, 0])
  return Buffer.concat([
    cString(''),
    source,
    cString(from.replace(/^\+/, '')),
    Buffer.from([1, 1]),
    cString(to.replace(/^\+/, '')),
    Buffer.from([isPart ? withHeader : 0, 0, 0]),
    cString(''),
    cString(''),
    // No report of delivery, nothing replaced, the coding, no message of the centre, the length.
    Buffer.from([0, 0, ucs2, 0, text.length]),
    text,
  ])
}
