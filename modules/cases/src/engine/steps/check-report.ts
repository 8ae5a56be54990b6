import { readAt } from '../../rules/pointer.ts'
import { isScalar, writtenAs } from '../../rules/reported.ts'
import type { Step } from '../perform-step.ts'
import { reportedRecord, reportOf } from '../reported-record.ts'

/** Finds the record that a case reports an error in, and keeps what stands there now, and whether its register wants corrections approved. */
export const checkReport: Step = async run => {
  const report = reportOf(run)
  const { record, card } = await reportedRecord(run)
  const now = (pointer: string) => readAt(record.data, pointer)
  const changes = report.changes.map(({ pointer, value }) => {
    const was = now(pointer)
    return { pointer, ...(was === undefined || !isScalar(was) ? {} : { was }), value: writtenAs(was, value) }
  })
  run.row.data = {
    ...run.row.data,
    report: {
      ...report,
      changes,
      single: isScalar(now(report.pointer)),
      approval: card.approval?.includes('correct') === true,
    },
  }
  return true
}
