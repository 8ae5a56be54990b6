import type { Context } from '@tereze/foundation-operations'
import { blocksOf, match } from '@tereze/record-matching'
import type { RegisterDefinition } from '../definition/definition.ts'
import { featuresOf } from '../rules/features-of.ts'
import { deleteUnlikely, listSharing, replaceBlocks, upsertDuplicates } from '../store/duplicates.ts'
import { listAfter, listCurrent } from '../store/records.ts'
import type { PortionDone } from './portion-done.ts'

const portion = 200

/** Compares the next records of a register with those in their blocks and keeps the likely pairs. */
export async function searchDuplicates(
  context: Context,
  definition: RegisterDefinition,
  cursor: string,
): Promise<PortionDone> {
  const { tx, now } = context
  const { matching } = definition
  if (matching === null) return { cursor: null, done: 0, found: 0 }
  const records = await listAfter(tx, tx.tenant, definition.id, cursor, portion)
  const last = records.at(-1)
  if (last === undefined) return { cursor: null, done: 0, found: 0 }
  const features = new Map(records.map(({ record, data }) => [record, featuresOf(matching, data)]))
  await replaceBlocks(
    tx,
    definition.id,
    [...features].map(([record, own]) => ({ record, blocks: blocksOf(own) })),
  )
  const pairs = await listSharing(tx, definition.id, [...features.keys()])
  const others = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))].filter(id => !features.has(id))
  for (const { record, data } of await listCurrent(tx, tx.tenant, definition.id, others))
    features.set(record, featuresOf(matching, data))
  const scored = pairs.flatMap(({ one, other }) => {
    const [a, b] = [features.get(one), features.get(other)]
    return a === undefined || b === undefined ? [] : [{ one, other, ...match(a, b) }]
  })
  const likely = scored.filter(({ score }) => score >= matching.from)
  const found = await upsertDuplicates(
    tx,
    definition.id,
    likely.map(({ evidence, ...pair }) => ({ ...pair, evidence: [...evidence] })),
    now,
  )
  deleteUnlikely(tx, definition.id, [...new Set(records.map(({ record }) => record))], likely)
  return { cursor: last.record, done: records.length, found }
}
