import { gzipSync } from 'node:zlib'

/** Files of the pages by their public addresses. */
export type Served = ReadonlyMap<string, Uint8Array>

/** What a browser with an empty cache fetches until a page stands. */
export interface PageWeight {
  /** Bytes that travel: texts by gzip, the weaker of the two ways in which the server sends them; fonts as they are. */
  readonly bytes: number
  /** The longest way from the document to a file: 1 for what the document names, 2 for what such a file names. */
  readonly depth: number
  /** Addresses of the files, the document left out. */
  readonly files: readonly string[]
}

/**
 * Weighs a page: the document, what it loads, and what that loads in its turn. Of the fonts in a stylesheet only those count that have
 * a letter of the page, as browsers choose them (CSS Fonts 4, `unicode-range`). Throws where a named file is not served.
 */
export function weighPage(html: string, served: Served): PageWeight {
  const text = html.replace(/<[^>]*>/g, ' ')
  const found = new Set<string>()
  let bytes = gzipSync(html).byteLength
  let depth = 0
  let step = namedByDocument(html)
  while (step.length > 0) {
    depth += 1
    const next: string[] = []
    for (const address of step) {
      if (found.has(address)) continue
      found.add(address)
      const content = served.get(address)
      if (content === undefined) throw new Error(`the page loads ${address}, which is not served`)
      bytes += address.endsWith('.woff2') ? content.byteLength : gzipSync(content).byteLength
      next.push(...namedByFile(address, Buffer.from(content).toString(), text))
    }
    step = next.filter(address => !found.has(address))
  }
  return { bytes, depth, files: [...found].sort() }
}

/** Addresses that a document loads by itself; links that people follow are not among them. */
function namedByDocument(html: string): string[] {
  const tags = html.match(/<(?:link|script|img|source|iframe)\b[^>]*>/g) ?? []
  return tags.flatMap(tag => {
    const address = /\s(?:href|src)="([^"]*)"/.exec(tag)?.[1]
    return address === undefined || address.startsWith('data:') ? [] : [address]
  })
}

/** Addresses that a stylesheet or a module loads by itself. */
function namedByFile(address: string, content: string, text: string): string[] {
  const at = (found: string) => new URL(found, `http://portal${address}`).pathname
  if (address.endsWith('.js'))
    return [...content.matchAll(/(?:\bfrom|\bimport)\s*["']([^"']+)["']/g)].map(([, found = '']) => at(found))
  if (!address.endsWith('.css')) return []
  const faces = content.match(/@font-face\{[^}]*\}/g) ?? []
  const rest = faces.reduce((css, face) => css.replace(face, ''), content)
  const imports = [...rest.matchAll(/@import\s*["']([^"']+)["']/g)].map(([, found = '']) => at(found))
  return [...imports, ...[...faces.filter(face => shows(face, text)), rest].flatMap(css => urls(css).map(at))]
}

const urls = (css: string): string[] =>
  [...css.matchAll(/url\(["']?([^"')]+)["']?\)/g)]
    .map(([, found = '']) => found)
    .filter(url => !url.startsWith('data:'))

/** Whether a text has a letter of the range of a font. A font without a range is of every text. */
function shows(face: string, text: string): boolean {
  const range = /unicode-range:([^;}]+)/i.exec(face)?.[1]
  if (range === undefined) return true
  const parts = range.split(',').map(part => {
    const [from = '', to = from] = part.trim().slice(2).split('-')
    // `U+4??` stands for all from U+400 to U+4FF.
    return [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt(to.replaceAll('?', 'F'), 16)] as const
  })
  return [...new Set(text)].some(letter => {
    const point = letter.codePointAt(0) ?? 0
    return parts.some(([from, to]) => point >= from && point <= to)
  })
}
