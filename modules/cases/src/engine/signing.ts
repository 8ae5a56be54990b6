import { type Refused, refuse } from '@tereze/operation'
import { caseNotFound, statusUnfit } from '../contract/case.ts'
import { type Signatories, signatoriesOf } from '../definition/signatories.ts'
import { dueOf } from '../rules/deadlines.ts'
import { isSignedByAll } from '../rules/decide-signing.ts'
import { insertSignatory, listSignatories, type SignatoryRow, settleSignatory } from '../store/signatories.ts'
import type { TaskRow } from '../store/tasks.ts'
import { valueIn } from './case-context.ts'
import { caseRegion } from './case-region.ts'
import { type CaseRun, note } from './case-run.ts'
import { tellPerson } from './steps/notify.ts'
import { submitCase } from './submit-case.ts'

/** Node name of the tasks of signatories. */
export const signatoryNode = 'signatory'
/** The process whose notices tell of signing. */
const signingNotices = 'standard-service@1'

/** Whether a task is a signatory's. */
export const isOfSignatory = ({ instance, node }: Pick<TaskRow, 'instance' | 'node'>): boolean =>
  instance === null && node === signatoryNode

/** Whom else the applicant of a case has to ask to sign; null where nobody. */
export function signatoriesNeeded(run: CaseRun): Signatories | null {
  const declared = signatoriesOf(run.service.pack)
  return declared === null || (declared.when !== undefined && valueIn(run, declared.when) !== true) ? null : declared
}

/** Whether an answered application waits for signatories. */
export function awaitsSignatories(run: CaseRun): boolean {
  return run.row.status === 'draft' && run.row.data.signing === 'awaited'
}

/** The signatories of a case whose application waits for them; a refusal where it does not. */
export function signingOf(run: CaseRun): Signatories | Refused<'cases.case-not-found' | 'cases.status-unfit'> {
  const declared = signatoriesOf(run.service.pack)
  if (declared === null) return refuse(caseNotFound, { pointer: '/case' })
  return awaitsSignatories(run) ? declared : refuse(statusUnfit, { params: { status: run.row.status } })
}

/** Submits an answered application, or lets it wait for those who are to sign it as well. */
export async function submitOrAwait(run: CaseRun): Promise<void> {
  if (signatoriesNeeded(run) === null) return submitCase(run)
  run.row.status = 'draft'
  run.row.data = { ...run.row.data, signing: 'awaited' }
  await note(run, 'timeline.signatories-awaited', 'us')
}

/** Submits an application once all who were asked have signed it. */
async function goOn(run: CaseRun, rows: readonly SignatoryRow[], { least }: Signatories): Promise<void> {
  if (
    !isSignedByAll(
      rows.map(({ state }) => state),
      least,
    )
  )
    return
  run.row.data = { ...run.row.data, signing: 'done' }
  await note(run, 'timeline.signed-by-all', 'us')
  await submitCase(run)
}

const taskOf = (caseId: string, signatory: string) => `${caseId}:${signatory}`

/** Tells somebody of a request to sign. */
async function tell(
  run: CaseRun,
  notice: 'signature-asked' | 'signature-settled',
  to: string,
  about: { readonly signatory: string; readonly change: string; readonly data?: Record<string, unknown> },
): Promise<void> {
  const { signatory, change, data = {} } = about
  const key = `${run.row.id}/${signatory}/${change}/${to === run.row.person ? 'applicant' : 'signatory'}`
  await tellPerson(run, signingNotices, notice, to, key, { change, ...data })
}

/** Asks somebody to sign: a task of theirs with a term, and a notice. Gives the id of the request. */
export async function askToSign(run: CaseRun, { within }: Signatories, person: string): Promise<string> {
  const { context, row, jurisdiction, zone, draft } = run
  const { now, ids, actor } = context
  const id = ids.newId('signatory')
  const due = dueOf(jurisdiction, zone, now, within, caseRegion(run))
  await insertSignatory(context.tx, {
    id,
    caseId: row.id,
    person,
    askedBy: actor.id,
    until: due.date,
    now,
    untilAt: due.at,
  })
  draft.addTask({
    id: taskOf(row.id, id),
    caseId: row.id,
    instance: null,
    node: signatoryNode,
    role: signatoryNode,
    person,
    department: null,
    form: run.service.form,
    deadline: due.date,
    openedAt: now.toISOString(),
    local: {},
  })
  await note(run, 'timeline.signatory-asked', 'you')
  await tell(run, 'signature-asked', person, { signatory: id, change: 'asked', data: { until: due.date } })
  return id
}

/** The request behind a signatory's task. */
const requestOf = (task: Pick<TaskRow, 'id' | 'caseId'>) => task.id.slice(task.caseId.length + 1)

/** A signatory has signed: they and the applicant get a receipt, and the application goes on when they were the last. */
export async function takeSigned(run: CaseRun, task: TaskRow): Promise<void> {
  await settle(run, { id: requestOf(task), person: task.person ?? '' }, 'signed')
}

/** A signatory declines; the application waits for what its applicant does. */
export async function takeDeclined(run: CaseRun, task: TaskRow, reason: string): Promise<void> {
  await settle(run, { id: requestOf(task), person: task.person ?? '' }, 'declined', reason)
}

/** The term of a signatory is over. */
export async function letLapse(run: CaseRun, row: Pick<SignatoryRow, 'id' | 'person'>): Promise<void> {
  await settle(run, row, 'lapsed')
}

/** The applicant takes a request back; the application goes on when all others have signed. */
export async function takeBack(run: CaseRun, row: Pick<SignatoryRow, 'id' | 'person'>): Promise<void> {
  await settle(run, row, 'withdrawn')
}

async function settle(
  run: CaseRun,
  { id, person }: Pick<SignatoryRow, 'id' | 'person'>,
  state: 'signed' | 'declined' | 'lapsed' | 'withdrawn',
  reason?: string,
): Promise<void> {
  const { context, row, draft } = run
  const { tx, now, actor } = context
  const declared = signatoriesOf(run.service.pack)
  if (declared === null) throw new Error(`service ${run.service.id} wants no signatories`)
  const by = actor.kind === 'person' ? actor.id : null
  const isOpen = draft.open().tasks.includes(person)
  if (isOpen) draft.endTask(taskOf(row.id, id), { at: now, by, outcome: state })
  await settleSignatory(tx, id, { state, now, ...(reason === undefined ? {} : { reason }) })
  await note(run, `timeline.signatory-${state}`, state === 'withdrawn' ? 'you' : 'us')
  const told = { signatory: id, change: state, data: { reason: reason ?? '' } }
  // The applicant hears of all that others did; a signatory gets a receipt, and hears that they need not sign any more.
  if (state !== 'withdrawn') await tell(run, 'signature-settled', row.person, told)
  if (state === 'signed' || (state === 'withdrawn' && isOpen)) await tell(run, 'signature-settled', person, told)
  await goOn(run, await listSignatories(tx, tx.tenant, row.id), declared)
}
