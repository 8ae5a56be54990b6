import { issueDocument, revokeDocument } from '@tereze/documents/contract'
import { isRefused } from '@tereze/operation'
import { authenticLanguages } from '../../definition/jurisdiction.ts'
import { caseContext, valueIn } from '../case-context.ts'
import { type CaseRun, note } from '../case-run.ts'
import type { Step } from '../perform-step.ts'
import { StepRefused } from '../step-refused.ts'

interface Issued {
  readonly id: string
  readonly reference: string
  readonly version: number
  /** Set when it is out of force and nothing of its kind is in its place. */
  readonly ended?: true
}

interface Template {
  readonly id: string
  readonly when?: string
  readonly languages: 'authentic' | 'reader'
}

const issuedIn = (run: CaseRun) => (run.row.data.documents ?? {}) as Record<string, Issued>

function keep(run: CaseRun, template: string, issued: Issued): void {
  run.row.data = { ...run.row.data, documents: { ...issuedIn(run), [template]: issued } }
}

async function revoke(run: CaseRun, template: string): Promise<void> {
  const issued = issuedIn(run)[template]
  if (issued === undefined) return
  const revoked = await run.context.call(revokeDocument, {
    organisation: run.service.owner,
    document: issued.id,
    reason: `case ${run.row.number}`,
  })
  if (isRefused(revoked)) throw new StepRefused(`${run.service.id}: document ${template}`, revoked)
  keep(run, template, { ...issued, ended: true })
}

async function issue(
  run: CaseRun,
  { id: template }: Pick<Template, 'id'>,
  replaces: string | undefined,
  duplicate = false,
): Promise<void> {
  const { context, service, row } = run
  const before = issuedIn(run)[template]
  const version = (before?.version ?? 0) + 1
  const issued = await context.call(issueDocument, {
    organisation: service.owner,
    service: service.id,
    version: service.version,
    template,
    person: row.person,
    case: row.id,
    data: caseContext(run),
    key: `${row.id}/${template}/${version}`,
    languages: authenticLanguages(run.jurisdiction),
    ...(replaces === undefined ? {} : { replaces }),
    ...(duplicate ? { duplicate } : {}),
  })
  if (isRefused(issued)) throw new StepRefused(`${service.id}: document ${template}`, issued)
  if (issued.document === before?.id) return
  keep(run, template, { id: issued.document, reference: issued.reference, version })
  await note(run, 'timeline.document', 'us', { document: template })
}

/** Issues a document of a case anew as a duplicate, in place of the one that is in force. */
export async function issueDuplicate(run: CaseRun, template: string): Promise<void> {
  await issue(run, { id: template }, issuedIn(run)[template]?.id, true)
}

/**
 * Issues the documents of a service whose condition holds: `documents.<id>`. A repeated step replaces what was issued before if it
 * says something else now. What was issued and may not be any more, as a refusal after an appeal was upheld, goes out of force: the
 * first new document is in its place, and where there is none it is revoked.
 */
export const issueDocuments: Step = async (run, _instance, call) => {
  const { service } = run
  const wanted = (call.attributes.ref ?? '*').split(' ')
  const templates = [...service.pack.json]
    .filter(([file]) => file.startsWith('documents/'))
    .map(([, json]) => json as unknown as Template)
    .filter(({ id }) => wanted.includes('*') || wanted.includes(id))
  const holds = ({ when }: Template) => when === undefined || valueIn(run, when) === true
  const inForce = (id: string) => {
    const issued = issuedIn(run)[id]
    return issued?.ended === true ? undefined : issued
  }
  const due = templates.filter(holds)
  const over = templates.filter(template => !due.includes(template) && inForce(template.id) !== undefined)
  for (const template of due) {
    const before = inForce(template.id)
    const instead = before === undefined ? over.shift() : undefined
    const old = instead === undefined ? before : inForce(instead.id)
    await issue(run, template, old?.id)
    if (instead !== undefined && old !== undefined) keep(run, instead.id, { ...old, ended: true })
  }
  for (const template of over) await revoke(run, template.id)
  return true
}
