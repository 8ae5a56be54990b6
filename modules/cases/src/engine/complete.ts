import type { Package } from '@tereze/catalogue/contract'
import { type Refused, refuse } from '@tereze/operation'
import { answersInvalid } from '../contract/case.ts'
import { processOf } from '../definition/service.ts'
import { checkAnswers } from '../rules/check-answers.ts'
import { pickFields } from '../rules/form-fields.ts'
import { mergeData } from '../rules/pointer.ts'
import { prefillOf } from '../rules/prefill.ts'
import { findInstance, type InstanceRow } from '../store/instances.ts'
import { endTask, type TaskRow } from '../store/tasks.ts'
import { advance } from './advance.ts'
import { submitCase } from './begin-case.ts'
import { caseContext, momentOf } from './case-context.ts'
import { heedAnswer } from './case-deadline.ts'
import type { CaseRun } from './case-run.ts'

/** The package in which a task's form lies: the service's own, or the standard process's. */
export function formPackage(run: CaseRun, instance: InstanceRow | null, form: string): Package {
  const file = `forms/${form}.form.json`
  if (instance === null || run.service.pack.json.has(file)) return run.service.pack
  return run.packages.get(instance.packageKind, instance.package, instance.packageVersion)
}

/** Completes an open task with answers that fit its form; the case goes on. Gives a refusal when they do not fit. */
export async function completeWith(
  run: CaseRun,
  task: TaskRow,
  answers: Record<string, unknown>,
  outcome: string,
): Promise<Refused<'cases.answers-invalid'> | null> {
  const { context, row, service } = run
  const instance = task.instance === null ? null : await findInstance(context.tx, row.tenant, task.instance)
  let given = answers
  if (task.form !== null) {
    const pack = formPackage(run, instance, task.form)
    const checked = checkAnswers(
      service,
      pack,
      task.form,
      mergeData(row.data, answers),
      caseContext(run),
      momentOf(run),
      prefillOf(run, pack, task.form),
    )
    if (!checked.ok)
      return refuse(answersInvalid, { pointer: checked.problems[0]?.pointer ?? '', also: checked.problems })
    given = pickFields(pack.json.get(`forms/${task.form}.form.json`), checked.data)
  }
  if (!(await endTask(context.tx, task.id, { at: context.now, by: context.actor.id, outcome }))) return null
  row.data = mergeData(row.data, given)
  row.data = { ...row.data, answers: { ...(row.data.answers as object | undefined), [task.node]: given } }
  if (task.person === row.person) heedAnswer(run)
  if (instance === null) {
    await submitCase(run)
    return null
  }
  const process = await processOf(run.packages.get(instance.packageKind, instance.package, instance.packageVersion))
  await advance(run, instance, process, [{ type: 'task-completed', id: task.id }])
  return null
}
