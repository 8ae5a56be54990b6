import { type Package, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { listViolations, type Violation } from '../contract/quality.ts'
import type { Quality } from '../definition/quality.ts'
import { watchedRegister } from '../quality/watched-register.ts'
import { wantedBy } from '../rules/wanted-by.ts'
import { listViolationRows } from '../store/violations.ts'

const usualLimit = 50

/** The rules with their words. */
function rulesInWords(pack: Package, { rules }: Quality) {
  return rules.map(({ id, text }) => ({ id, text: textOf(pack, text.replace(/^message:/, '')) }))
}

/** Violations of a register, the newest first. Of a rule that is no more only what is mended is left, and it has no words. */
export const listViolationsHandler = handle(listViolations, {
  tenant: input => input.organisation,
  async run({ organisation, register, state = 'open', after, limit = usualLimit, words, ...given }, context) {
    const found = watchedRegister(context, organisation, register)
    if (isRefused(found)) return found
    const { pack, quality } = found
    const wanted = { register, state, ...given, ...wantedBy(words, rulesInWords(pack, quality)) }
    const rows = await listViolationRows(context.tx, organisation, wanted, after ?? null, limit + 1)
    const items = rows.slice(0, limit).flatMap((row): Violation[] => {
      const declared = quality.rules.find(({ id }) => id === row.rule)
      if (declared === undefined) return []
      return [
        {
          violation: row.id,
          register,
          record: row.record,
          version: row.version,
          rule: row.rule,
          text: textOf(pack, declared.text.replace(/^message:/, '')),
          dimension: declared.dimension,
          severity: row.severity,
          fields: [...declared.fields],
          state: row.state,
          foundAt: row.foundAt,
          endedAt: row.endedAt,
          case: row.caseId === null ? null : { case: row.caseId, number: row.caseNumber ?? '' },
          accepted:
            row.acceptedBy === null
              ? null
              : { by: row.acceptedBy, at: row.acceptedAt ?? row.foundAt, reason: row.acceptedReason ?? '' },
        },
      ]
    })
    return { items, next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null }
  },
})
