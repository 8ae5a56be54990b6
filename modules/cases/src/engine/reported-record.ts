import { representation } from '@tereze/access/contract'
import { isRefused, refuse } from '@tereze/operation'
import { getRecord, type RegisterRecord, recordNotFound } from '@tereze/registers/contract'
import { readAt } from '../rules/pointer.ts'
import type { Report } from '../rules/reported.ts'
import type { CaseRun } from './case-run.ts'
import { StepRefused } from './step-refused.ts'

/** What the card of a register says that a report about one of its records needs. */
interface RegisterCard {
  readonly subjects: readonly string[]
  readonly approval?: readonly string[]
}

/** What a case reports of a record. */
export function reportOf({ row }: CaseRun): Report & Record<string, unknown> {
  return row.data.report as Report & Record<string, unknown>
}

/** Whether a record is a firm for which the case's person may act by a register: its director. */
async function actsForFirm({ context, row }: CaseRun, record: string): Promise<boolean> {
  if (!record.startsWith('organisation_')) return false
  const ties = await context.port(representation).tiesTo(record)
  return ties.some(({ actor }) => actor === row.person)
}

/**
 * The record that a case reports an error in, as the register shows it to the service; the case's person has to be one of those it is about,
 * or, where it is a firm, somebody who acts for it by what the registers say today.
 * @throws StepRefused when there is no such record of the case's owner, or it is about somebody else.
 */
export async function reportedRecord(run: CaseRun): Promise<{ record: RegisterRecord; card: RegisterCard }> {
  const { register, record: id } = reportOf(run)
  const record = await run.context.call(getRecord, {
    organisation: run.service.owner,
    register,
    record: id,
    under: `service:${run.service.id}`,
  })
  if (isRefused(record)) throw new StepRefused(`${run.service.id}: ${register}`, record)
  const card = run.packages.get('register', register).json.get('register.json') as unknown as RegisterCard
  const subjects = card.subjects.map(pointer => (pointer === '/id' ? id : readAt(record.data, pointer)))
  if (!subjects.includes(run.row.person) && !(await actsForFirm(run, id)))
    throw new StepRefused(`${run.service.id}: ${register}`, refuse(recordNotFound, { pointer: '/report/record' }))
  return { record, card }
}
