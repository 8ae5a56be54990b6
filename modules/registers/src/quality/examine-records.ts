import { getOrganisation, packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { evaluateJson } from '@tereze/template'
import { definitionOf, type RegisterDefinition } from '../definition/definition.ts'
import { type Quality, type QualityRule, relationOf } from '../definition/quality.ts'
import type { Broken } from '../rules/decide-violations.ts'
import { appliesTo, keepsRule, type Says } from '../rules/keeps-rule.ts'
import type { RecordQuestion } from '../store/questions.ts'
import type { StoredRecord } from '../store/records.ts'
import { compareAlike, compareRelated } from '../store/related.ts'

/** What looking at records gave: what they break, and to how many of them each rule applies. */
export interface Examined {
  readonly broken: readonly Broken[]
  readonly applies: ReadonlyMap<string, number>
  /** What has to be asked of other organisations, and what has not, by record and rule. */
  readonly ask: readonly RecordQuestion[]
  readonly askNoMore: readonly RecordQuestion[]
}

async function compareWithOthers(
  context: Context,
  definition: RegisterDefinition,
  rule: QualityRule,
  records: readonly string[],
) {
  const relation = relationOf(rule)
  if (relation === null) return compareAlike(context.tx, definition, rule.unique ?? [], records)
  const other = definitionOf(context.port(packages).get('register', relation.register))
  return compareRelated(context.tx, definition, other, relation, records)
}

/** Ids of the records to which a rule applies, with whether each keeps it. */
async function examineRule(
  context: Context,
  definition: RegisterDefinition,
  rule: QualityRule,
  records: readonly StoredRecord[],
  says: Says,
): Promise<{ record: string; kept: boolean }[]> {
  const concerned = records.filter(record => appliesTo(rule, record, says))
  const { holds } = rule
  // What another organisation keeps is asked after this transaction: until then the record keeps what was noted of it.
  if (rule.agrees !== undefined) return concerned.map(one => ({ record: one.record, kept: true }))
  if (holds !== undefined) return concerned.map(one => ({ record: one.record, kept: keepsRule(holds, one, says) }))
  const compared = await compareWithOthers(
    context,
    definition,
    rule,
    concerned.map(({ record }) => record),
  )
  const wanted = rule.exists !== undefined
  return compared.filter(({ applies }) => applies).map(({ record, exists }) => ({ record, kept: exists === wanted }))
}

/** Looks at current records of a register by its rules of quality; writes nothing. */
export async function examineRecords(
  context: Context,
  definition: RegisterDefinition,
  { rules }: Quality,
  records: readonly StoredRecord[],
): Promise<Examined> {
  const { zone } = getOrganisation(context.port(packages), definition.owner)
  const moment = { now: context.now.toISOString(), zone }
  const says: Says = (expression, data) => evaluateJson(expression, data, moment)
  const versions = new Map(records.map(({ record, version }) => [record, version]))
  const broken: Broken[] = []
  const applies = new Map<string, number>()
  const ask: RecordQuestion[] = []
  const askNoMore: RecordQuestion[] = []
  for (const rule of rules) {
    const examined = await examineRule(context, definition, rule, records, says)
    applies.set(rule.id, examined.length)
    if (rule.agrees !== undefined) {
      const concerned = new Set(examined.map(({ record }) => record))
      for (const { record } of records)
        (concerned.has(record) ? ask : askNoMore).push({ register: definition.id, record, rule: rule.id })
    }
    for (const { record, kept } of examined)
      if (!kept) broken.push({ record, version: versions.get(record) ?? 1, rule: rule.id })
  }
  return { broken, applies, ask, askNoMore }
}
