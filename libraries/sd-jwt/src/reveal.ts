import { type Disclosure, digestOf, type HashText, readDisclosure, reservedNames } from './disclosure.ts'

/** What is wrong with an SD-JWT (RFC 9901, 7.1, step 3). */
export type RevealFault =
  /** It names a hash other than SHA-256. */
  | 'hash-unknown'
  /** A disclosure is none, or is not of the kind that its place asks for. */
  | 'disclosure-malformed'
  /** A disclosed claim has a name that is reserved. */
  | 'name-reserved'
  /** A disclosed claim is there already. */
  | 'name-twice'
  /** The same digest stands in two places. */
  | 'digest-twice'
  /** The same disclosure was sent twice, or one that no digest speaks of. */
  | 'disclosure-unused'
  /** A digest is not a text, or stands in a malformed place. */
  | 'digest-malformed'

/** Claims with what was disclosed in its place, or what is wrong. */
export type Revealed = { readonly claims: Record<string, unknown> } | { readonly fault: RevealFault }

type Claims = Readonly<Record<string, unknown>>

class Faulty extends Error {
  readonly fault: RevealFault
  constructor(fault: RevealFault) {
    super(fault)
    this.fault = fault
  }
}

function isObject(value: unknown): value is Claims {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The digest of an element of an array that may be disclosed; null for any other element. */
function digestOfElement(element: unknown): unknown {
  if (!isObject(element) || !('...' in element)) return null
  if (Object.keys(element).length !== 1) throw new Faulty('digest-malformed')
  return element['...']
}

/**
 * Puts disclosed claims in the place of their digests and takes away what is left of the rest (RFC 9901, 7.1). The signature of the payload
 * is the caller's to check, before.
 */
export function reveal(payload: Claims, disclosures: readonly string[], hash: HashText): Revealed {
  const sent = new Map<string, Disclosure>()
  const seen = new Set<string>()
  const used = new Set<string>()

  function take(digest: unknown): Disclosure | null {
    if (typeof digest !== 'string') throw new Faulty('digest-malformed')
    if (seen.has(digest)) throw new Faulty('digest-twice')
    seen.add(digest)
    const disclosure = sent.get(digest) ?? null
    if (disclosure !== null) used.add(digest)
    return disclosure
  }

  function revealObject(value: Claims): Record<string, unknown> {
    const { _sd: digests = [], ...open } = value
    if (!Array.isArray(digests) || '...' in open) throw new Faulty('digest-malformed')
    const found: [string, unknown][] = Object.entries(open).map(([name, member]) => [name, revealInside(member)])
    const names = new Set(Object.keys(open))
    for (const digest of digests) {
      const disclosure = take(digest)
      if (disclosure === null) continue
      const { name } = disclosure
      if (name === null) throw new Faulty('disclosure-malformed')
      if (reservedNames.includes(name)) throw new Faulty('name-reserved')
      if (names.has(name)) throw new Faulty('name-twice')
      names.add(name)
      found.push([name, revealInside(disclosure.value)])
    }
    return Object.fromEntries(found)
  }

  function revealInside(value: unknown): unknown {
    if (Array.isArray(value)) {
      return value.flatMap(element => {
        const digest = digestOfElement(element)
        if (digest === null) return [revealInside(element)]
        const disclosure = take(digest)
        if (disclosure === null) return []
        if (disclosure.name !== null) throw new Faulty('disclosure-malformed')
        return [revealInside(disclosure.value)]
      })
    }
    return isObject(value) ? revealObject(value) : value
  }

  try {
    if ((payload._sd_alg ?? 'sha-256') !== 'sha-256') throw new Faulty('hash-unknown')
    for (const text of disclosures) {
      const disclosure = readDisclosure(text)
      if (disclosure === null) throw new Faulty('disclosure-malformed')
      const digest = digestOf(text, hash)
      if (sent.has(digest)) throw new Faulty('disclosure-unused')
      sent.set(digest, disclosure)
    }
    const { _sd_alg: _, ...open } = payload
    const claims = revealObject(open)
    if (used.size !== sent.size) throw new Faulty('disclosure-unused')
    return { claims }
  } catch (error) {
    if (error instanceof Faulty) return { fault: error.fault }
    throw error
  }
}
