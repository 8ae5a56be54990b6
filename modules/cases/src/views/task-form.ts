import { findOrganisation, type Packages } from '@tereze/catalogue/contract'
import type { JsonObject, Text } from '@tereze/operation'
import type { Static } from 'typebox'
import type { Said, TaskForm } from '../contract/case.ts'
import { askedForm, recorded, reported } from '../engine/asked-form.ts'
import { type CaseRun, withLocal } from '../engine/case-run.ts'
import { isOfSignatory } from '../engine/signing.ts'
import { schemaFor } from '../rules/check-answers.ts'
import { findInstance, type InstanceKind } from '../store/instances.ts'
import type { TaskRow } from '../store/tasks.ts'
import { viewAsked } from './view-asked.ts'
import { taskTitle } from './view-card.ts'
import { viewSaid } from './view-said.ts'
import { findText, ownText, sameText, wordPackages } from './words.ts'

/** Keys of the words that a form uses, in all packages where they may stand. */
function wordsOf(packages: Packages, run: CaseRun): Record<string, Text> {
  const words: Record<string, Text> = {}
  for (const pack of wordPackages(packages, run.service)) {
    for (const key of pack.messages.keys()) {
      if (!/^(page|group|field|hint|answer|problem|exit|ground|question|task)\./.test(key) || words[key] !== undefined)
        continue
      const text = findText([pack], key)
      if (text !== null) words[key] = text
    }
  }
  return words
}

/** In words where a known value is from: a body, the case itself, or the applicant. */
function sourceWords(run: CaseRun, id: string): Text {
  if (id === recorded || id === reported) return ownText(`source.${id}`)
  return findOrganisation(run.packages, id)?.name ?? sameText(id)
}

/** What a task is about in somebody's own words: for the applicant what is asked; for an official what the applicant wrote, in answer to a suspension too. */
function saidAround(run: CaseRun, { role }: TaskRow, kind: InstanceKind): Static<typeof Said>[] {
  if (role !== 'applicant') return viewSaid(run, kind === 'service' ? ['service', 'suspension'] : [kind])
  const asked = viewAsked(run, kind)
  return [...(asked === null ? [] : [asked]), ...viewSaid(run, [kind])]
}

/** A task with its form: schema, layout, words, what is known with its sources. */
export async function viewTaskForm(run: CaseRun, task: TaskRow): Promise<Static<typeof TaskForm> | null> {
  if (task.form === null) return null
  if (isOfSignatory(task))
    return {
      task: task.id,
      title: taskTitle(run.packages, run.service, task),
      signs: true,
      schema: {},
      form: { format: 1, pages: [] },
      words: {},
      data: {},
      prefill: [],
      context: {},
      revision: run.row.revision,
    }
  const instance = task.instance === null ? null : await findInstance(run.context.tx, run.row.tenant, task.instance)
  const said = instance === null ? [] : saidAround(run, task, instance.kind)
  const { pack, layout, data, context, prefill } = askedForm(withLocal(run, task.local), instance, task.form)
  return {
    task: task.id,
    title: taskTitle(run.packages, run.service, task),
    schema: schemaFor(run.service, pack) as JsonObject,
    form: layout as unknown as JsonObject,
    words: wordsOf(run.packages, run),
    data,
    prefill: prefill.map(known => ({
      pointer: known.pointer,
      value: known.value,
      source: sourceWords(run, known.source.id),
      at: known.source.at ?? null,
      mode: known.mode ?? '',
    })),
    context,
    ...(said.length === 0 ? {} : { said }),
    revision: run.row.revision,
  }
}
