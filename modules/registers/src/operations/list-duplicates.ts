import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { type Duplicate, listDuplicates } from '../contract/duplicate.ts'
import { registerNotFound } from '../contract/record.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { listPairs } from '../store/duplicates.ts'
import { listCurrent } from '../store/records.ts'

const usualLimit = 20

function placeOf(cursor: string | undefined): { score: string; one: string; other: string } | null {
  const [score, one, other] = (cursor ?? '').split(' ')
  const isPlace = score !== undefined && /^\d(\.\d+)?$/.test(score) && one !== undefined && other !== undefined
  return isPlace ? { score, one, other } : null
}

/** Pairs of records that are likely about the same, the likeliest first. */
export const listDuplicatesHandler = handle(listDuplicates, {
  tenant: input => input.organisation,
  async run({ organisation, register, record, after, limit = usualLimit }, context) {
    const { tx } = context
    const definition = findDefinition(context, organisation, register)
    if (definition === null) return refuse(registerNotFound, { pointer: '/register', params: { register } })
    const reader = readerOf(context, definition)
    if (reader.general('merge').length === 0) return reader.refuse('merge')
    const pairs = await listPairs(tx, organisation, { register, record }, placeOf(after), limit + 1)
    const shown = pairs.slice(0, limit)
    const ids = [...new Set(shown.flatMap(({ one, other }) => [one, other]))]
    const records = new Map((await listCurrent(tx, organisation, register, ids)).map(one => [one.record, one]))
    const items: Duplicate[] = []
    for (const pair of shown) {
      const [one, other] = [records.get(pair.one), records.get(pair.other)]
      if (one === undefined || other === undefined) continue
      const [left, right] = [reader.show('merge', one), reader.show('merge', other)]
      if (left === null || right === null) continue
      for (const { record: id, data } of [one, other])
        context.concerns(subjectsOf(definition, id, data), [`register:${register}`])
      items.push({ one: left, other: right, score: pair.score, evidence: pair.evidence, foundAt: pair.found_at })
    }
    return { items, next: pairs.length > limit ? (shown.at(-1)?.place ?? null) : null }
  },
})
