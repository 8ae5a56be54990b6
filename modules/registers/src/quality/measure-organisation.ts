import type { Package } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import type { OpenViolations, QualityPoint } from '../contract/quality.ts'
import { qualityOf } from '../definition/quality.ts'
import { legalDateOf } from '../recording/add-version.ts'
import { type CountedRule, countRules } from '../rules/count-rules.ts'
import { dayBefore } from '../rules/day-before.ts'
import { historyOf, indexOf, type Point, weigh } from '../rules/quality-index.ts'
import { listApplies, listPoints } from '../store/quality-points.ts'
import { countStanding } from '../store/violations.ts'
import { daysShown } from './days-shown.ts'
import { watchedRegisters } from './neighbours.ts'

/** How good the data of an organisation are. */
export interface MeasuredOrganisation {
  readonly index: number | null
  readonly history: QualityPoint[]
  readonly open: OpenViolations
  readonly registers: readonly { readonly pack: Package; readonly rules: readonly CountedRule[] }[]
  readonly points: readonly Point[]
}

/** How many violations of each severity of rules are open. */
export function openOf(rules: readonly CountedRule[]): OpenViolations {
  const of = (severity: CountedRule['severity']) =>
    rules.filter(rule => rule.severity === severity).reduce((sum, { open }) => sum + open, 0)
  return { error: of('error'), warning: of('warning'), notice: of('notice') }
}

/** Measures the registers of an organisation that are watched; null when none is. */
export async function measureOrganisation(
  context: Context,
  organisation: string,
): Promise<MeasuredOrganisation | null> {
  const { tx } = context
  const watched = watchedRegisters(context, organisation)
  if (watched.length === 0) return null
  const points = await listPoints(tx, organisation, dayBefore(legalDateOf(context, organisation), daysShown))
  const applies = await listApplies(tx, organisation)
  const standing = await countStanding(tx, organisation)
  const registers = watched.map(pack => ({
    pack,
    rules: countRules(pack.id, qualityOf(pack)?.rules ?? [], applies, standing),
  }))
  const rules = registers.flatMap(register => register.rules)
  return { index: indexOf(weigh(rules)), history: historyOf(points), open: openOf(rules), registers, points }
}
