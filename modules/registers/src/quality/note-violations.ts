import type { Context } from '@tereze/foundation-operations'
import { ruleBroken, ruleKept } from '../contract/quality.ts'
import type { Quality } from '../definition/quality.ts'
import { type Broken, decideViolations, type Standing } from '../rules/decide-violations.ts'
import { endViolations, insertViolations, listStanding } from '../store/violations.ts'

/** Ends violations, each announced once. */
export async function endAll({ tx, now, emit }: Context, register: string, mended: readonly Standing[]): Promise<void> {
  const ended = await endViolations(
    tx,
    mended.map(({ id }) => id),
    now,
  )
  for (const { id, record, rule } of mended)
    if (ended.has(id)) await emit(ruleKept, { subject: record, data: { register, record, rule, violation: id } })
}

/**
 * Keeps what records that were looked at break, and ends what is mended; each is announced once, however often and by however
 * many nodes the records are looked at. Gives how many are new.
 */
export async function noteViolations(
  context: Context,
  register: string,
  { rules }: Quality,
  records: readonly string[],
  broken: readonly Broken[],
): Promise<number> {
  const { tx, now, ids, emit } = context
  const { found, mended } = decideViolations(broken, await listStanding(tx, register, records))
  await endAll(context, register, mended)
  const severities = new Map(rules.map(({ id, severity }) => [id, severity]))
  const fresh = found.map(one => ({
    ...one,
    id: ids.newId('violation'),
    severity: severities.get(one.rule) ?? ('notice' as const),
  }))
  const kept = await insertViolations(tx, register, fresh, now)
  for (const { id, record, version, rule, severity } of fresh)
    if (kept.has(id))
      await emit(ruleBroken, { subject: record, data: { register, record, version, rule, severity, violation: id } })
  return kept.size
}
