import { parseNumeral } from '../values/decimal.ts'
import type { Cursor } from './cursor.ts'
import type { Node } from './tree.ts'

const NUMBER = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y

/** Reads a numeral; a dot that is followed by another dot belongs to a range. */
export function parseNumber(cursor: Cursor): Node {
  const start = cursor.at
  NUMBER.lastIndex = start
  const match = NUMBER.exec(cursor.text)
  if (match === null) return cursor.unexpected('a number')
  const value = parseNumeral(match[0])
  if (value === null)
    return cursor.fail('feel.number-invalid', 'The number is too large.', start, start + match[0].length)
  cursor.at = start + match[0].length
  return { kind: 'number', value, start, end: cursor.at }
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
  '/': '/',
}

/** Reads text in double quotes with its escapes (grammar rules 35 and 66): `\n \r \t \" \' \\ \uXXXX \UXXXXXX`. */
export function parseString(cursor: Cursor): string {
  const { text } = cursor
  const start = cursor.at
  let value = ''
  let from = start + 1
  for (let i = from; ; i++) {
    const mark = text[i]
    if (mark === undefined)
      return cursor.fail('feel.string-invalid', 'The text has no closing quote.', start, text.length)
    if (mark === '"') {
      cursor.at = i + 1
      return value + text.slice(from, i)
    }
    if (mark !== '\\') continue
    value += text.slice(from, i)
    const [piece, length] = readEscape(text, i)
    value += piece
    i += length - 1
    from = i + 1
  }
}

function readEscape(text: string, at: number): [string, number] {
  const mark = text[at + 1] ?? ''
  const width = mark === 'u' ? 4 : mark === 'U' ? 6 : 0
  if (width > 0) {
    const digits = text.slice(at + 2, at + 2 + width)
    const code = Number.parseInt(digits, 16)
    if (digits.length === width && /^[\da-fA-F]+$/.test(digits) && code <= 0x10ffff) return [codeText(code), width + 2]
  }
  const plain = Object.hasOwn(ESCAPES, mark) ? ESCAPES[mark] : undefined
  // An escape that the grammar does not know is kept as it is written: `\d` in a pattern.
  return plain === undefined ? ['\\', 1] : [plain, 2]
}

function codeText(code: number): string {
  return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code)
}
