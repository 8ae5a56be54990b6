import { textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listQuality, type OpenViolations } from '../contract/quality.ts'
import { qualityOf } from '../definition/quality.ts'
import { daysShown } from '../quality/days-shown.ts'
import { watchedRegisters } from '../quality/neighbours.ts'
import { legalDateOf } from '../recording/add-version.ts'
import { type CountedRule, countRules } from '../rules/count-rules.ts'
import { dayBefore } from '../rules/day-before.ts'
import { historyOf, indexOf, weigh } from '../rules/quality-index.ts'
import { listApplies, listPoints } from '../store/quality-points.ts'
import { countStanding } from '../store/violations.ts'

function openOf(rules: readonly CountedRule[]): OpenViolations {
  const of = (severity: CountedRule['severity']) =>
    rules.filter(rule => rule.severity === severity).reduce((sum, { open }) => sum + open, 0)
  return { error: of('error'), warning: of('warning'), notice: of('notice') }
}

/** The index of an organisation and of its registers. */
export const listQualityHandler = handle(listQuality, {
  tenant: input => input.organisation,
  async run({ organisation }, context) {
    const { tx } = context
    const watched = watchedRegisters(context, organisation)
    if (watched.length === 0) return { index: null, history: [], items: [] }
    const since = dayBefore(legalDateOf(context, organisation), daysShown)
    const points = await listPoints(tx, organisation, since)
    const applies = await listApplies(tx, organisation)
    const standing = await countStanding(tx, organisation)
    const counted = watched.map(pack => ({
      pack,
      rules: countRules(pack.id, qualityOf(pack)?.rules ?? [], applies, standing),
    }))
    return {
      index: indexOf(weigh(counted.flatMap(({ rules }) => rules))),
      history: historyOf(points),
      items: counted.map(({ pack, rules }) => ({
        register: pack.id,
        title: textOf(pack, 'title'),
        index: indexOf(weigh(rules)),
        open: openOf(rules),
        rules: rules.length,
        history: historyOf(points.filter(({ register }) => register === pack.id)),
      })),
    }
  },
})
