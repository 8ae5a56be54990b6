import type { PowerRow } from '../store/powers.ts'
import type { PowerScheme } from './power-scheme.ts'

/** What a file lets somebody do, and for which services (null: all). */
export interface FileScope {
  readonly codes: readonly string[]
  readonly services: readonly string[] | null
}

const isWithinServices = (above: readonly string[] | null, wanted: readonly string[] | null) =>
  above === null || wanted?.every(service => above.includes(service)) === true

/**
 * The power above each scope of a file that was given on, null where it was not; or why the file is not taken. A register answers for a
 * number and not for what a file says: that the giver of a power given on had one of this principal is proved by the file above alone.
 * @param above powers that came of the file above it, for the same principal.
 * @param same powers that the delegate got of the same file before.
 */
export function decideFilePower(
  scheme: PowerScheme,
  file: {
    readonly under: string | null
    readonly scopes: readonly FileScope[]
    readonly delegate: string
    readonly principal: string
  },
  known: { readonly above: readonly PowerRow[]; readonly same: readonly PowerRow[] },
):
  | { readonly parents: readonly (string | null)[] }
  | { readonly refused: 'taken' | 'delegate-unfit' | 'not-givable' | 'above-missing' }
  | { readonly refused: 'code-unknown'; readonly at: string } {
  if (file.delegate === file.principal) return { refused: 'delegate-unfit' }
  if (known.same.length > 0) return { refused: 'taken' }
  for (const [scope, { codes }] of file.scopes.entries()) {
    const at = codes.findIndex(code => scheme.codes.every(entry => entry.code !== code))
    if (at >= 0) return { refused: 'code-unknown', at: `/scopes/${scope}/codes/${at}` }
  }
  if (file.under === null) return { parents: file.scopes.map(() => null) }
  if (known.above.length === 0) return { refused: 'above-missing' }
  const parents = file.scopes.map(({ codes, services }) =>
    known.above.find(
      power => codes.every(code => power.codes.includes(code)) && isWithinServices(power.services, services),
    ),
  )
  return parents.includes(undefined)
    ? { refused: 'not-givable' }
    : { parents: parents.map(parent => parent?.id ?? null) }
}
