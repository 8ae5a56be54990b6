import { isRefused } from '@tereze/operation'
import { correctRecord as correctInRegister } from '@tereze/registers/contract'
import { readAt, replaceAt } from '../../rules/pointer.ts'
import { decidedChanges, writtenAs } from '../../rules/reported.ts'
import type { Step } from '../perform-step.ts'
import { reportedRecord, reportOf } from '../reported-record.ts'
import { StepRefused } from '../step-refused.ts'

/** Corrects the record that a case reports an error in, as was decided; what stood there stays in the register's history. */
export const correctRecord: Step = async run => {
  const report = reportOf(run)
  const { record } = await reportedRecord(run)
  const changes = decidedChanges(report, (run.row.data.review ?? {}) as { value?: unknown })
  const data = changes.reduce<Record<string, unknown>>(
    (before, { pointer, value }) => replaceAt(before, pointer, writtenAs(readAt(record.data, pointer), value)),
    record.data,
  )
  if (JSON.stringify(data) === JSON.stringify(record.data)) return true
  const corrected = await run.context.call(correctInRegister, {
    organisation: run.service.owner,
    register: report.register,
    record: record.record,
    version: record.version,
    corrects: record.version,
    data: data as typeof record.data & Record<string, never>,
    reason: `case ${run.row.number}`,
    source: { kind: 'case', reference: run.row.id, organisation: run.service.owner },
    under: `service:${run.service.id}`,
  })
  if (isRefused(corrected)) throw new StepRefused(`${run.service.id}: ${report.register}`, corrected)
  return true
}
