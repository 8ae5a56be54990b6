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
 * @param isJudged whether a rule was looked at for a record: what was not stays as it stands.
 */
export async function noteViolations(
  context: Context,
  register: string,
  { rules }: Quality,
  records: readonly string[],
  broken: readonly Broken[],
  isJudged: (one: { readonly record: string; readonly rule: string }) => boolean = () => true,
): Promise<number> {
  const { tx, now, ids, emit } = context
  const standing = await listStanding(tx, register, records)
  const { found, mended } = decideViolations(broken, standing.filter(isJudged))
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
