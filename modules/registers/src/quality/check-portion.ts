import type { Package } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { definitionOf } from '../definition/definition.ts'
import { qualityOf } from '../definition/quality.ts'
import { legalDateOf } from '../recording/add-version.ts'
import { weigh } from '../rules/quality-index.ts'
import { addApplies, listApplies, settleApplies, upsertPoint } from '../store/quality-points.ts'
import { listAfter } from '../store/records.ts'
import { countCurrent } from '../store/upkeep.ts'
import { countStanding, listOutlived } from '../store/violations.ts'
import type { PortionDone } from '../upkeep/portion-done.ts'
import { lookAt } from './look-at.ts'
import { makeUpCheck } from './miss-check.ts'
import { endAll } from './note-violations.ts'

const portion = 500

/** Ends what stands of records and rules that are no more, a portion of it; whether nothing of it is left. */
async function endOutlived(context: Context, pack: Package): Promise<boolean> {
  const rules = qualityOf(pack)?.rules.map(({ id }) => id) ?? []
  const outlived = await listOutlived(context.tx, pack.id, rules, portion)
  await endAll(context, pack.id, outlived)
  return outlived.length < portion
}

/** A complete check is through: what it counted holds, and the index of the day is kept. */
async function settle(context: Context, pack: Package, check: string): Promise<void> {
  const { tx } = context
  const quality = qualityOf(pack)
  if (quality === null) return
  settleApplies(tx, pack.id, check)
  const applies = new Map((await listApplies(tx, tx.tenant, pack.id)).map(one => [one.rule, one.applies]))
  const open = new Map((await countStanding(tx, tx.tenant, pack.id)).map(one => [one.rule, one.open]))
  const counts = quality.rules.map(({ id, severity }) => ({
    severity,
    applies: applies.get(id) ?? 0,
    open: open.get(id) ?? 0,
  }))
  const definition = definitionOf(pack)
  upsertPoint(tx, pack.id, {
    ...weigh(counts),
    day: legalDateOf(context, definition.owner),
    records: await countCurrent(tx, tx.tenant, pack.id),
  })
}

/** Checks the next records of a register against its rules of quality. */
export async function checkPortion(
  context: Context,
  pack: Package,
  cursor: string,
  check: string,
): Promise<PortionDone> {
  const { tx } = context
  const quality = qualityOf(pack)
  if (quality === null) return { cursor: null, done: 0, found: 0 }
  const definition = definitionOf(pack)
  const records = await listAfter(tx, tx.tenant, definition.id, cursor, portion)
  const last = records.at(-1)
  if (last === undefined) {
    if (!(await endOutlived(context, pack))) return { cursor, done: 0, found: 0 }
    await settle(context, pack, check)
    await makeUpCheck(context, pack.id)
    return { cursor: null, done: 0, found: 0 }
  }
  const ids = records.map(({ record }) => record)
  const { applies, found } = await lookAt(context, pack, quality, { records, ids, changed: false })
  addApplies(tx, definition.id, check, cursor === '', applies)
  return { cursor: last.record, done: records.length, found }
}
