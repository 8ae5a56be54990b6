import { getOrganisation, textOf } from '@tereze/catalogue/contract'
import { formState, type JsonObject } from '@tereze/forms'
import { canonicalJson } from '@tereze/foundation-keys'
import type { Language, Text } from '@tereze/operation'
import { writeName } from '@tereze/wording'
import { applicantName, firmName } from '../rules/applicant-name.ts'
import { formOf } from '../rules/check-answers.ts'
import { mergeData } from '../rules/pointer.ts'
import { writeStatement } from '../rules/write-statement.ts'
import type { TaskRow } from '../store/tasks.ts'
import { taskTitle } from '../views/view-card.ts'
import { findText, ownText, wordPackages } from '../views/words.ts'
import type { AskedForm } from './asked-form.ts'
import { momentOf } from './case-context.ts'
import type { CaseRun } from './case-run.ts'

/** What a person signs to give these answers to a task, in one language. */
export function statementOf(
  run: CaseRun,
  task: TaskRow,
  { asked, given }: { readonly asked: AskedForm; readonly given: Record<string, unknown> },
  language: Language,
): string {
  const { service, packages, row, zone } = run
  const { pack, layout, data, context, prefill } = asked
  const state = formState(formOf(service, pack, layout), {
    data: mergeData(data, given) as JsonObject,
    context: context as JsonObject,
    prefill,
    ...momentOf(run),
  })
  const words = wordPackages(packages, service)
  const firm = firmName(row)
  const say = (text: Text) => text[language]
  const lineOf = (key: 'to' | 'from' | 'case' | 'task', value: string) =>
    [say(ownText(`statement.${key}`)), value] as const
  return writeStatement({
    language,
    zone,
    title: say(textOf(service.pack, 'title')),
    head: [
      lineOf('to', say(getOrganisation(packages, service.owner).name)),
      lineOf('from', firm === null ? writeName(applicantName(row), language) : say(firm)),
      lineOf('case', row.number),
      // The application itself is about the service.
      ...(task.instance === null ? [] : [lineOf('task', say(taskTitle(packages, service, task)))]),
    ],
    pages: state.pages,
    word: key => findText(words, key)?.[language] ?? null,
    yes: say(ownText('statement.yes')),
    no: say(ownText('statement.no')),
    machine: say(ownText('statement.machine')),
    answers: canonicalJson({ case: row.id, task: task.id, answers: given }),
  })
}
