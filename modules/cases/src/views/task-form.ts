import { findOrganisation, type Packages } from '@tereze/catalogue/contract'
import type { JsonObject, Text } from '@tereze/operation'
import type { Static } from 'typebox'
import type { TaskForm } from '../contract/case.ts'
import { caseContext } from '../engine/case-context.ts'
import type { CaseRun } from '../engine/case-run.ts'
import { formPackage } from '../engine/complete.ts'
import { schemaFor } from '../rules/check-answers.ts'
import { prefillOf } from '../rules/prefill.ts'
import { findInstance } from '../store/instances.ts'
import type { TaskRow } from '../store/tasks.ts'
import { taskTitle } from './view-card.ts'
import { findText, sameText, wordPackages } from './words.ts'

/** Keys of the words that a form uses, in all packages where they may stand. */
function wordsOf(packages: Packages, run: CaseRun): Record<string, Text> {
  const words: Record<string, Text> = {}
  for (const pack of wordPackages(packages, run.service)) {
    for (const key of pack.messages.keys()) {
      if (!/^(page|field|hint|answer|exit|ground|question|task)\./.test(key) || words[key] !== undefined) continue
      const text = findText([pack], key)
      if (text !== null) words[key] = text
    }
  }
  return words
}

/** A task with its form: schema, layout, words, what is known with its sources. */
export async function viewTaskForm(run: CaseRun, task: TaskRow): Promise<Static<typeof TaskForm> | null> {
  if (task.form === null) return null
  const instance = task.instance === null ? null : await findInstance(run.context.tx, run.row.tenant, task.instance)
  const pack = formPackage(run, instance, task.form)
  return {
    task: task.id,
    title: taskTitle(run.packages, run.service, task),
    schema: schemaFor(run.service, pack) as JsonObject,
    form: pack.json.get(`forms/${task.form}.form.json`) ?? {},
    words: wordsOf(run.packages, run),
    data: run.row.data,
    prefill: prefillOf(run, pack, task.form).map(known => ({
      pointer: known.pointer,
      value: known.value,
      source: findOrganisation(run.packages, known.source.id)?.name ?? sameText(known.source.id),
      at: known.source.at ?? null,
      mode: known.mode ?? '',
    })),
    context: caseContext(run),
  }
}
