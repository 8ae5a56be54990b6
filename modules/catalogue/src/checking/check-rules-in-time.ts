import type { Model } from '@tereze/dmn'
import type { RefusalParam } from '@tereze/operation'
import type { RulesInTime } from '@tereze/service-rules'

interface EditionProblem {
  readonly pointer: string
  readonly code: 'package.edition-unknown' | 'package.editions-gap' | 'package.editions-ambiguous'
  readonly params: Readonly<Record<string, RefusalParam>>
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** The stretches of time that the editions without a condition leave out, at their beginnings. */
function gapsBetween(editions: readonly { readonly from?: string; readonly until?: string }[]): string[] {
  const sorted = editions.toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
  const gaps: string[] = []
  let covered: string | null = ''
  for (const { from, until } of sorted) {
    if (covered === null) break
    if (from !== undefined && from > covered) gaps.push(covered)
    covered = until === undefined ? null : dayAfter(until) > covered ? dayAfter(until) : covered
  }
  return covered === null ? gaps : [...gaps, covered]
}

/**
 * Checks that a decision is of one file on every date: editions name files that are there, a decision that stands in several
 * files has its editions, and those without a condition leave no date out.
 */
export function checkRulesInTime(rules: RulesInTime | undefined, models: ReadonlyMap<string, Model>): EditionProblem[] {
  const problems: EditionProblem[] = []
  const editions = rules?.editions ?? []
  for (const [index, { file }] of editions.entries())
    if (!models.has(file))
      problems.push({ pointer: `/rules/editions/${index}/file`, code: 'package.edition-unknown', params: { file } })
  const files = new Map<string, string[]>()
  for (const [file, model] of models)
    for (const { name } of model.decisions) files.set(name, [...(files.get(name) ?? []), file])
  for (const [decision, among] of files) {
    const own = editions.filter(({ file }) => among.includes(file))
    const bare = among.filter(file => !editions.some(edition => edition.file === file))
    if (bare.length > 1 || (bare.length === 1 && own.some(({ when }) => when === undefined)))
      problems.push({
        pointer: '/rules/editions',
        code: 'package.editions-ambiguous',
        params: { decision, files: among.join(', ') },
      })
    if (own.length === 0 || bare.length > 0) continue
    for (const from of gapsBetween(own.filter(({ when }) => when === undefined)))
      problems.push({ pointer: '/rules/editions', code: 'package.editions-gap', params: { decision, from } })
  }
  return problems
}
