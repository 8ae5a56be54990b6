/** Bytes of a file from `first` to `last`, both inclusive, from 0. */
export interface ByteRange {
  readonly first: number
  readonly last: number
}

/**
 * Which bytes a `Range` header asks for (RFC 9110, 14.2): one range of bytes; null: the whole file, which is also what several ranges or
 * another unit get; `unsatisfiable`: the file has none of them.
 */
export function readRange(header: string | undefined, size: number): ByteRange | null | 'unsatisfiable' {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  if (found === null) return null
  const [, from = '', to = ''] = found
  if (from === '' && to === '') return null
  if (from === '')
    return to === '0' || size === 0 ? 'unsatisfiable' : { first: Math.max(0, size - Number(to)), last: size - 1 }
  const first = Number(from)
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < first) return null
  return first >= size ? 'unsatisfiable' : { first, last }
}

/** The pieces of a range: which parts (from 1) hold it, and which bytes of each, from 0, the end exclusive. */
export function piecesOf(range: ByteRange, partSize: number): { part: number; begin: number; end: number }[] {
  const pieces = []
  for (let part = Math.floor(range.first / partSize); part * partSize <= range.last; part++) {
    const offset = part * partSize
    pieces.push({
      part: part + 1,
      begin: Math.max(range.first - offset, 0),
      end: Math.min(range.last - offset + 1, partSize),
    })
  }
  return pieces
}
