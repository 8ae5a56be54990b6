import { digestOf, type HashText, reservedNames, writeDisclosure } from './disclosure.ts'

/** What concealing needs of its caller. */
export interface Concealing {
  /** A fresh salt of at least 128 random bits, base64url. */
  readonly newSalt: () => string
  readonly hash: HashText
  /** Digests of nothing that are mixed in at the top, so that nobody can count the claims (RFC 9901, 4.2.5). */
  readonly decoys?: number
}

/** A payload to be signed, and the disclosures that go with it. */
export interface Concealed {
  readonly payload: Record<string, unknown>
  readonly disclosures: readonly string[]
}

type Claims = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Claims {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Puts digests in place of the claims at `paths` (names from the top down); a path that leads to nothing conceals nothing, and a claim inside
 * another concealed one is concealed inside it. Digests are sorted, so that their order tells nothing.
 * @throws Error for a claim with a reserved name.
 */
export function conceal(claims: Claims, paths: readonly (readonly string[])[], concealing: Concealing): Concealed {
  const disclosures: string[] = []

  function inside(value: unknown, below: readonly (readonly string[])[], decoys: number): unknown {
    if (!isObject(value)) return value
    const open: Record<string, unknown> = {}
    const digests: string[] = []
    for (const [name, member] of Object.entries(value)) {
      if (reservedNames.includes(name)) throw new Error(`"${name}" is no name of a claim`)
      const mine = below.filter(([first]) => first === name).map(path => path.slice(1))
      const deeper = mine.filter(path => path.length > 0)
      const said = inside(member, deeper, 0)
      if (mine.length === deeper.length) {
        open[name] = said
        continue
      }
      const disclosure = writeDisclosure({ salt: concealing.newSalt(), name, value: said })
      disclosures.push(disclosure)
      digests.push(digestOf(disclosure, concealing.hash))
    }
    for (let made = 0; made < decoys; made++) digests.push(concealing.hash(concealing.newSalt()))
    return digests.length === 0 ? open : { ...open, _sd: digests.sort() }
  }

  const payload = inside(claims, paths, concealing.decoys ?? 0) as Record<string, unknown>
  return { payload: { ...payload, _sd_alg: 'sha-256' }, disclosures }
}
