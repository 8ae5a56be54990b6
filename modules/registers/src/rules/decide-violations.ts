/** A rule that a record breaks. */
export interface Broken {
  readonly record: string
  readonly version: number
  readonly rule: string
}

/** A violation that is not mended. */
export interface Standing {
  readonly id: string
  readonly record: string
  readonly rule: string
}

const keyOf = ({ record, rule }: Pick<Broken, 'record' | 'rule'>) => `${record} ${rule}`

/**
 * What is new and what is mended, of records that were looked at. What stands already is not found twice; what an official
 * accepted stands too, until the rule is kept.
 */
export function decideViolations(
  broken: readonly Broken[],
  standing: readonly Standing[],
): { readonly found: Broken[]; readonly mended: Standing[] } {
  const now = new Set(broken.map(keyOf))
  const before = new Set(standing.map(keyOf))
  return {
    found: broken.filter(one => !before.has(keyOf(one))),
    mended: standing.filter(one => !now.has(keyOf(one))),
  }
}
