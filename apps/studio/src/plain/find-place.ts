/** Where something stands in a text: offsets of its first character and behind its last. */
export interface Span {
  readonly from: number
  readonly to: number
}

const blank = /\s/

/**
 * Where the value stands that a JSON pointer (RFC 6901) names in a JSON text; the deepest part of it that is there. Null where the text
 * is no JSON before that place: then nobody knows.
 */
export function findPlace(text: string, pointer: string): Span | null {
  const wanted = pointer
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  let at = 0
  let found: Span | null = null
  const skip = () => {
    while (blank.test(text[at] ?? '')) at++
  }
  const expect = (sign: string) => {
    skip()
    if (text[at] !== sign) throw new NoJson()
    at++
  }
  const string = (): string => {
    skip()
    const from = at
    if (text[at] !== '"') throw new NoJson()
    for (at++; text[at] !== '"'; at++) {
      if (text[at] === undefined) throw new NoJson()
      if (text[at] === '\\') at++
    }
    at++
    return JSON.parse(text.slice(from, at)) as string
  }
  // `depth`: how many parts of the pointer lead here; -1: they do not.
  const value = (depth: number): void => {
    skip()
    const from = at
    const next = (key: string) => (depth >= 0 && wanted[depth] === key ? depth + 1 : -1)
    if (text[at] === '{')
      members('}', () => {
        const key = string()
        expect(':')
        value(next(key))
      })
    else if (text[at] === '[') {
      let index = 0
      members(']', () => value(next(String(index++))))
    } else if (text[at] === '"') string()
    else {
      while (/[-+.\w]/.test(text[at] ?? '')) at++
      if (at === from) throw new NoJson()
    }
    // What lies deeper is left first, so that the first found is the deepest.
    if (depth >= 0) found ??= { from, to: at }
  }
  const members = (end: string, each: () => void) => {
    at++
    skip()
    if (text[at] === end) return void at++
    for (;;) {
      each()
      skip()
      if (text[at] === end) return void at++
      expect(',')
    }
  }
  try {
    value(0)
  } catch (error) {
    if (!(error instanceof NoJson || error instanceof SyntaxError)) throw error
  }
  return found
}

class NoJson extends Error {}
