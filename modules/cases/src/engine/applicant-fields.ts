import type { FieldLayout, FormLayout } from '@tereze/forms'
import { processOf, processPackage } from '../definition/service.ts'
import { askableFields } from '../rules/information-form.ts'
import type { CaseRun } from './case-run.ts'
import { applicantRole } from './open-task.ts'

/** The fields that the applicant may be asked for again: of the application form, and of the tasks of the process that are theirs. */
export async function applicantFields({ packages, service }: CaseRun): Promise<FieldLayout[]> {
  const process = await processOf(processPackage(packages, service, service.process))
  const theirs = Object.values(process.nodes)
    .filter(({ type, attributes }) => type === 'user-task' && (attributes.role ?? applicantRole) === applicantRole)
    .map(({ attributes }) => attributes.form)
  const names = [...new Set([service.form, ...theirs])].filter(name => typeof name === 'string')
  const layouts = names
    .map(name => service.pack.json.get(`forms/${name}.form.json`))
    .filter(layout => layout !== undefined)
  return askableFields(layouts as unknown as FormLayout[])
}
