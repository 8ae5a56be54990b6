import type { QualityRule } from '../definition/quality.ts'
import type { StoredRecord } from '../store/records.ts'

/** What FEEL says of data: the value of an expression. */
export type Says = (expression: string, data: Record<string, unknown>) => unknown

/** What the expressions of a rule see: the fields of the record, and the record itself. */
export function seenBy({ record, version, recordedAt, data }: Seen): Record<string, unknown> {
  return { record: { id: record, version, recordedAt }, ...data }
}

type Seen = Pick<StoredRecord, 'record' | 'version' | 'recordedAt' | 'data'>

/** Whether a rule is for a record at all. */
export function appliesTo({ when }: Pick<QualityRule, 'when'>, record: Seen, says: Says): boolean {
  return when === undefined || says(when, seenBy(record)) === true
}

/** Whether a record keeps a rule that is about it alone. What FEEL cannot tell (null) does not keep it. */
export function keepsRule(holds: string, record: Seen, says: Says): boolean {
  return says(holds, seenBy(record)) === true
}
