import { isNamePart, isSpace, NAME_SYMBOLS, wordEnd } from './characters.ts'
import { type Cursor, FOLLOWERS } from './cursor.ts'

/** Joins the words of a name as they are declared: one space where there was white space. */
function tidy(name: string): string {
  return name.trim().replace(/\s+/g, ' ')
}

/** Reads words that nobody declared as one name: adjacent words can be nothing else. */
export function looseName(cursor: Cursor): string {
  cursor.skip()
  const start = cursor.at
  let end = wordEnd(cursor.text, start)
  if (end === start) cursor.unexpected('a name')
  cursor.at = end
  for (;;) {
    cursor.skip()
    let next = wordEnd(cursor.text, cursor.at)
    if (next === cursor.at) next = digitsEnd(cursor.text, cursor.at)
    if (next === cursor.at || FOLLOWERS.has(cursor.text.slice(cursor.at, next))) break
    cursor.at = next
    end = next
  }
  cursor.at = end
  return tidy(cursor.text.slice(start, end))
}

function digitsEnd(text: string, at: number): number {
  let i = at
  while (i < text.length && isNamePart(text.charCodeAt(i))) i += 1
  return i
}

/** Reads a name that is being declared, up to one of the marks (kept) or the keyword (kept). */
export function declaredName(cursor: Cursor, marks: string, keyword?: string): string {
  cursor.skip()
  const start = cursor.at
  let end = start
  while (cursor.at < cursor.text.length) {
    cursor.skip()
    const { text, at } = cursor
    if (marks.includes(text[at] ?? '')) break
    const next = wordEnd(text, at)
    if (next > at) {
      if (keyword !== undefined && end > start && text.slice(at, next) === keyword) break
      cursor.at = next
    } else {
      const code = text.codePointAt(at)
      if (code === undefined || !(isNamePart(code) || NAME_SYMBOLS.includes(text[at] as string))) break
      cursor.at = at + 1
    }
    end = cursor.at
  }
  if (end === start) cursor.unexpected('a name')
  cursor.at = end
  return tidy(text(cursor, start, end))
}

function text(cursor: Cursor, start: number, end: number): string {
  return cursor.text.slice(start, end)
}

/** The name of a named argument when `name:` comes next, and the place after the colon; null otherwise. */
export function argumentName(cursor: Cursor): { name: string; end: number } | null {
  cursor.skip()
  const { text } = cursor
  let i = cursor.at
  if (wordEnd(text, i) === i) return null
  for (;;) {
    const code = text.codePointAt(i)
    if (code === undefined) return null
    if (code === 58) return { name: tidy(text.slice(cursor.at, i)), end: i + 1 }
    if (!isNamePart(code) && !isSpace(code) && !NAME_SYMBOLS.includes(text[i] as string)) return null
    i += code > 0xffff ? 2 : 1
  }
}
