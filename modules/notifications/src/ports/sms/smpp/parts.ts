/** Bytes of one short message (3GPP TS 23.040, 9.2.3.16) and of the header of a part (9.2.3.24.1). */
const whole = 140
const header = 6

function bigEndian(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16()
}

/** Cuts a text into pieces of so many UTF-16 units, never between the halves of a letter. */
function pieces(text: string, units: number): string[] {
  const cut: string[] = []
  let piece = ''
  for (const letter of text) {
    if (piece.length + letter.length > units) {
      cut.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...cut, piece]
}

/**
 * A text as the parts in which it travels, UCS-2: one of at most 70 letters, or parts of at most 67 with a header by which the telephone
 * joins them. Kazakh and Russian have no shorter coding.
 * @param reference the same for all parts of a text, 0 to 255.
 */
export function partsOf(text: string, reference: number): Buffer[] {
  if (text.length * 2 <= whole) return [bigEndian(text)]
  const cut = pieces(text, (whole - header) / 2).slice(0, 255)
  return cut.map((piece, index) =>
    Buffer.concat([Buffer.from([5, 0, 3, reference, cut.length, index + 1]), bigEndian(piece)]),
  )
}
