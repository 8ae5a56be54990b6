import { issueDocument } from '@tereze/documents/contract'
import { isRefused } from '@tereze/operation'
import { authenticLanguages } from '../../definition/jurisdiction.ts'
import { caseContext, valueIn } from '../case-context.ts'
import { note } from '../case-run.ts'
import type { Step } from '../perform-step.ts'
import { StepRefused } from '../step-refused.ts'

interface Issued {
  readonly id: string
  readonly reference: string
  readonly version: number
}

interface Template {
  readonly id: string
  readonly when?: string
  readonly languages: 'authentic' | 'reader'
}

/** Issues the documents of a service whose condition holds: `documents.<id>`. A repeated step replaces what was issued before if it says something else now. */
export const issueDocuments: Step = async (run, _instance, call) => {
  const { context, service, row } = run
  const wanted = (call.attributes.ref ?? '*').split(' ')
  for (const [file, json] of service.pack.json) {
    if (!file.startsWith('documents/')) continue
    const template = json as unknown as Template
    if (!wanted.includes('*') && !wanted.includes(template.id)) continue
    if (template.when !== undefined && valueIn(run, template.when) !== true) continue
    const before = ((row.data.documents ?? {}) as Record<string, Issued>)[template.id]
    const version = (before?.version ?? 0) + 1
    const authentic = authenticLanguages(run.jurisdiction)
    const issued = await context.call(issueDocument, {
      organisation: service.owner,
      service: service.id,
      version: service.version,
      template: template.id,
      person: row.person,
      case: row.id,
      data: caseContext(run),
      key: `${row.id}/${template.id}/${version}`,
      languages: authentic,
      ...(before === undefined ? {} : { replaces: before.id }),
    })
    if (isRefused(issued)) throw new StepRefused(`${service.id}: document ${template.id}`, issued)
    if (issued.document === before?.id) continue
    row.data = {
      ...row.data,
      documents: {
        ...(row.data.documents as object | undefined),
        [template.id]: { id: issued.document, reference: issued.reference, version },
      },
    }
    await note(run, 'timeline.document', 'us', { document: template.id })
  }
  return true
}
