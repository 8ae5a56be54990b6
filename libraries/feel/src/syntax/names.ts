import { isNamePart, isSpace, nameTokens, wordEnd } from './characters.ts'

interface Candidate {
  readonly name: string
  readonly tokens: readonly string[]
}

/**
 * A set of names that can be recognised at a place of a text, also names with spaces and operators in them. The longest
 * name wins, as the standard asks of a context-dependent grammar (DMN 1.5 §10.3.1.4).
 */
export class NameBook {
  private readonly byFirstToken = new Map<string, Candidate[]>()

  constructor(names: Iterable<string> = []) {
    for (const name of names) this.add(name)
  }

  add(name: string): void {
    const tokens = nameTokens(name)
    if (tokens === null) return
    const first = tokens[0] as string
    const candidates = this.byFirstToken.get(first) ?? []
    if (candidates.some(candidate => candidate.name === name)) return
    candidates.push({ name, tokens })
    candidates.sort((a, b) => b.tokens.length - a.tokens.length)
    this.byFirstToken.set(first, candidates)
  }

  /** The longest known name that stands at `at`, with its end; null when none does. */
  match(text: string, at: number): { name: string; end: number } | null {
    const end = wordEnd(text, at)
    const candidates = this.byFirstToken.get(text.slice(at, end))
    if (candidates === undefined) return null
    for (const candidate of candidates) {
      const to = matchTokens(text, end, candidate.tokens)
      if (to >= 0) return { name: candidate.name, end: to }
    }
    return null
  }
}

function matchTokens(text: string, from: number, tokens: readonly string[]): number {
  let at = from
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i] as string
    let next = at
    while (next < text.length && isSpace(text.charCodeAt(next))) next += 1
    if (!text.startsWith(token, next)) return -1
    at = next + token.length
    // `a-b` is a name, `a..b` and `a**b` are not held together by chance.
    const code = text.codePointAt(at)
    const isWord = isNamePart(token.codePointAt(0) as number)
    if (isWord && code !== undefined && isNamePart(code)) return -1
  }
  return at
}
