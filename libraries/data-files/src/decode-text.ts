const boms: readonly { readonly encoding: string; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

/** UTF-16 without a mark betrays itself by zero bytes in every other place of its first characters. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, 200)
  const zeros = [0, 0]
  for (const [place, byte] of start.entries()) if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1
  const half = start.length / 2
  if ((zeros[1] ?? 0) > half * 0.3 && zeros[0] === 0) return 'utf-16le'
  return (zeros[0] ?? 0) > half * 0.3 && zeros[1] === 0 ? 'utf-16be' : null
}

/**
 * The text of a file in UTF-8, UTF-16 or windows-1251, found out from its bytes. A few broken places in UTF-8 stay as
 * U+FFFD, so that only their rows are lost.
 */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: string } {
  const mark = boms.find(({ bytes: bom }) => bom.every((byte, place) => bytes[place] === byte))
  const wide = mark?.encoding ?? wideWithoutMark(bytes)
  if (wide !== null) return { text: new TextDecoder(wide).decode(bytes), encoding: wide }
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.match(/\uFFFD/g)?.length ?? 0
  const whole = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0
  if (broken * 5 <= whole) return { text, encoding: 'utf-8' }
  return { text: new TextDecoder('windows-1251').decode(bytes), encoding: 'windows-1251' }
}
