// Which characters a name may begin with and go on with (DMN 1.5 §10.3.1.2, grammar rules 27–29).

/** True for a character that begins a name. */
export function isNameStart(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 63
  return (
    (code >= 0xc0 && code <= 0xd6) ||
    (code >= 0xd8 && code <= 0xf6) ||
    (code >= 0xf8 && code <= 0x2ff) ||
    (code >= 0x370 && code <= 0x37d) ||
    (code >= 0x37f && code <= 0x1fff) ||
    (code >= 0x200c && code <= 0x200d) ||
    (code >= 0x2070 && code <= 0x218f) ||
    (code >= 0x2c00 && code <= 0x2fef) ||
    (code >= 0x3001 && code <= 0xd7ff) ||
    (code >= 0xf900 && code <= 0xfdcf) ||
    (code >= 0xfdf0 && code <= 0xfffd && code !== 0xfeff) ||
    (code >= 0x10000 && code <= 0xeffff)
  )
}

/** True for a character that goes on with a name. */
export function isNamePart(code: number): boolean {
  if (code >= 48 && code <= 57) return true
  return isNameStart(code) || code === 0xb7 || (code >= 0x300 && code <= 0x36f) || (code >= 0x203f && code <= 0x2040)
}

/** True for white space between tokens (grammar rules 60–61). */
export function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    code === 0x180e ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  )
}

/** The marks that a name may hold between its words (grammar rule 30). */
export const NAME_SYMBOLS = "./-’'+*"

/** The end of the run of name characters that begins at `at`; `at` itself when none begins there. */
export function wordEnd(text: string, at: number): number {
  let i = at
  let code = text.codePointAt(i)
  if (code === undefined || !isNameStart(code)) return at
  while (code !== undefined && isNamePart(code)) {
    i += code > 0xffff ? 2 : 1
    code = text.codePointAt(i)
  }
  return i
}

/** The words and marks of a name; null when it has a character that no name may have. */
export function nameTokens(name: string): string[] | null {
  const tokens: string[] = []
  let i = 0
  while (i < name.length) {
    const code = name.codePointAt(i) as number
    if (isSpace(code)) {
      i += 1
      continue
    }
    let end = i
    let next: number | undefined = code
    while (next !== undefined && isNamePart(next)) {
      end += next > 0xffff ? 2 : 1
      next = name.codePointAt(end)
    }
    if (end === i) {
      if (!NAME_SYMBOLS.includes(name[i] as string)) return null
      end = i + 1
    }
    tokens.push(name.slice(i, end))
    i = end
  }
  return tokens.length === 0 ? null : tokens
}
