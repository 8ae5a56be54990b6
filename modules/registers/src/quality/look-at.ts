import type { Package } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { definitionOf } from '../definition/definition.ts'
import type { Quality } from '../definition/quality.ts'
import { deleteQuestions, insertQuestions, type RecordQuestion } from '../store/questions.ts'
import type { StoredRecord } from '../store/records.ts'
import { examineRecords } from './examine-records.ts'
import { noteViolations } from './note-violations.ts'

/** What looking at records gave: to how many each rule applies, and how many violations are new. */
export interface LookedAt {
  readonly applies: ReadonlyMap<string, number>
  readonly found: number
}

/** Rules of other organisations' registers stand as they were asked last, unless they are not for the record any more. */
function judged(quality: Quality, askNoMore: readonly RecordQuestion[]) {
  const asked = new Set(quality.rules.filter(({ agrees }) => agrees !== undefined).map(({ id }) => id))
  const over = new Set(askNoMore.map(({ record, rule }) => `${record} ${rule}`))
  return ({ record, rule }: { record: string; rule: string }) => !asked.has(rule) || over.has(`${record} ${rule}`)
}

/**
 * Looks at records of a register by its rules: notes what is broken and ends what is mended, and queues what has to be asked of other
 * organisations; `changed`: at once, whenever it was asked last.
 * @param ids all records that are meant, those that are no more too.
 */
export async function lookAt(
  context: Context,
  pack: Package,
  quality: Quality,
  { records, ids, changed }: { records: readonly StoredRecord[]; ids: readonly string[]; changed: boolean },
): Promise<LookedAt> {
  const { broken, applies, ask, askNoMore } = await examineRecords(context, definitionOf(pack), quality, records)
  const current = new Set(records.map(({ record }) => record))
  const gone = ids
    .filter(id => !current.has(id))
    .flatMap(record =>
      quality.rules.filter(({ agrees }) => agrees).map(({ id: rule }) => ({ register: pack.id, record, rule })),
    )
  insertQuestions(context.tx, ask, context.now, changed)
  deleteQuestions(context.tx, [...askNoMore, ...gone])
  const found = await noteViolations(context, pack.id, quality, ids, broken, judged(quality, [...askNoMore, ...gone]))
  return { applies, found }
}
