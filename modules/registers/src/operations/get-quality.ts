import { textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { getQuality } from '../contract/quality.ts'
import { daysShown } from '../quality/days-shown.ts'
import { watchedRegister } from '../quality/watched-register.ts'
import { legalDateOf } from '../recording/add-version.ts'
import { countRules } from '../rules/count-rules.ts'
import { dayBefore } from '../rules/day-before.ts'
import { historyOf, indexOf, weigh } from '../rules/quality-index.ts'
import { listApplies, listPoints } from '../store/quality-points.ts'
import { countUnanswered } from '../store/questions.ts'
import { findLastCheck } from '../store/upkeep.ts'
import { countStanding } from '../store/violations.ts'

/** The rules of one register and how they are kept. */
export const getQualityHandler = handle(getQuality, {
  tenant: input => input.organisation,
  async run({ organisation, register }, context) {
    const { tx } = context
    const found = watchedRegister(context, organisation, register)
    if (isRefused(found)) return found
    const { pack, quality } = found
    const rules = countRules(
      register,
      quality.rules,
      await listApplies(tx, organisation, register),
      await countStanding(tx, organisation, register),
    )
    const since = dayBefore(legalDateOf(context, organisation), daysShown)
    const unanswered = await countUnanswered(tx, organisation, register)
    const check = await findLastCheck(tx, organisation, register)
    return {
      register,
      title: textOf(pack, 'title'),
      index: indexOf(weigh(rules)),
      history: historyOf(await listPoints(tx, organisation, since, register)),
      rules: rules.map(rule => ({
        rule: rule.id,
        dimension: rule.dimension,
        severity: rule.severity,
        text: textOf(pack, rule.text.replace(/^message:/, '')),
        fields: [...rule.fields],
        applies: rule.applies,
        open: rule.open,
        accepted: rule.accepted,
        index: indexOf(weigh([rule])),
        ...(rule.agrees === undefined ? {} : { unanswered: unanswered.get(rule.id) ?? 0 }),
      })),
      check:
        check === null
          ? null
          : {
              state: check.state,
              done: check.done,
              total: check.total,
              startedAt: check.startedAt,
              endedAt: check.endedAt,
            },
    }
  },
})
