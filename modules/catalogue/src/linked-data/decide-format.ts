/** The ways in which the public catalogue is written. */
export type LinkedDataFormat = 'text/turtle' | 'application/ld+json'

const known: readonly { readonly format: LinkedDataFormat; readonly ranges: readonly string[] }[] = [
  { format: 'application/ld+json', ranges: ['application/ld+json', 'application/json', 'application/*', '*/*'] },
  { format: 'text/turtle', ranges: ['text/turtle', 'text/*', '*/*'] },
]

interface Wanted {
  readonly range: string
  readonly quality: number
}

function wantedIn(accept: string): Wanted[] {
  return accept.split(',').map(part => {
    const [range = '', ...params] = part.split(';').map(piece => piece.trim().toLowerCase())
    const weight = params.find(param => param.startsWith('q='))
    return { range, quality: weight === undefined ? 1 : Number(weight.slice(2)) }
  })
}

/**
 * The format that a reader prefers by its `Accept` (RFC 9110, 12.5.1); JSON-LD when it does not care; null when it takes neither.
 */
export function decideFormat(accept: string | undefined): LinkedDataFormat | null {
  const wanted = wantedIn(accept === undefined || accept === '' ? '*/*' : accept)
  const ranked = known
    .map(({ format, ranges }) => {
      const range = ranges.find(one => wanted.some(each => each.range === one))
      return { format, quality: wanted.find(each => each.range === range)?.quality ?? 0 }
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
  return ranked[0]?.format ?? null
}
