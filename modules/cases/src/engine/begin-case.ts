import type { FormLayout } from '@tereze/forms'
import { checkAnswers } from '../rules/check-answers.ts'
import { pickFields } from '../rules/form-fields.ts'
import { mergeData } from '../rules/pointer.ts'
import { applicationNode } from './application-node.ts'
import { caseContext, momentOf, valueIn } from './case-context.ts'
import type { CaseRun } from './case-run.ts'
import { applicantRole } from './open-task.ts'
import { submitOrAwait } from './signing.ts'

/**
 * Begins a case whose opening facts are known: where there is an application form, the answers are checked as a person's would be;
 * what is missing becomes the applicant's task, and the case stays a draft. Otherwise the service's process starts.
 */
export async function beginCase(run: CaseRun): Promise<void> {
  const { row, service, context } = run
  const department = valueIn(run, service.department)
  row.department = typeof department === 'string' ? department : null
  if (service.form !== null) {
    const layout = service.pack.json.get(`forms/${service.form}.form.json`) as unknown as FormLayout
    const checked = checkAnswers(service, service.pack, layout, row.data, caseContext(run), momentOf(run))
    // What has to be signed is submitted by nobody but the person.
    if (!checked.ok || layout.signature !== undefined) {
      row.status = 'draft'
      run.draft.addTask({
        id: `${row.id}:${applicationNode}`,
        caseId: row.id,
        instance: null,
        node: applicationNode,
        role: applicantRole,
        person: row.person,
        department: row.department,
        form: service.form,
        deadline: null,
        openedAt: context.now.toISOString(),
        local: {},
      })
      return
    }
    const answers = { ...(row.data.answers as object | undefined), [applicationNode]: pickFields(layout, checked.data) }
    row.data = { ...mergeData(row.data, answers[applicationNode]), answers }
  }
  await submitOrAwait(run)
}
