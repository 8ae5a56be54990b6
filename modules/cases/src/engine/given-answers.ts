import { type Refused, refuse } from '@tereze/operation'
import { answersInvalid } from '../contract/case.ts'
import { signatoriesOf } from '../definition/signatories.ts'
import { checkAnswers } from '../rules/check-answers.ts'
import { pickFields } from '../rules/form-fields.ts'
import { mergeData } from '../rules/pointer.ts'
import type { InstanceRow } from '../store/instances.ts'
import type { TaskRow } from '../store/tasks.ts'
import { applicationNode } from './application-node.ts'
import { type AskedForm, askedForm } from './asked-form.ts'
import { momentOf } from './case-context.ts'
import { type CaseRun, withLocal } from './case-run.ts'
import { instanceOf } from './instance-of.ts'
import { isOfSignatory } from './signing.ts'

type Answers = Record<string, unknown>

/** What was answered to a task: its form as it is asked now, null where it has none, and of the answers what the form asks. */
export interface GivenAnswers {
  readonly instance: InstanceRow | null
  readonly asked: AskedForm | null
  readonly given: Answers
}

/** What a signatory signs: the application as it was answered, under the kind of signature that the service wants of signatories. */
function applied(run: CaseRun): GivenAnswers {
  const { service, row } = run
  const { kind } = signatoriesOf(service.pack) ?? {}
  const asked = askedForm(run, null, service.form ?? '')
  const answers = (row.data.answers ?? {}) as Record<string, Answers>
  return {
    instance: null,
    asked: { ...asked, layout: { ...asked.layout, ...(kind === undefined ? {} : { signature: kind }) } },
    given: answers[applicationNode] ?? {},
  }
}

/** Checks answers by the form of their task. Gives a refusal when they do not fit. */
export async function givenAnswers(
  run: CaseRun,
  task: TaskRow,
  answers: Answers,
): Promise<GivenAnswers | Refused<'cases.answers-invalid'>> {
  if (isOfSignatory(task)) return applied(run)
  const instance = task.instance === null ? null : await instanceOf(run, task.instance)
  const asked = task.form === null ? null : askedForm(withLocal(run, task.local), instance, task.form)
  if (asked === null) return { instance, asked, given: answers }
  const { pack, layout, data, context, prefill } = asked
  const checked = checkAnswers(run.service, pack, layout, mergeData(data, answers), context, momentOf(run), prefill)
  if (!checked.ok)
    return refuse(answersInvalid, { pointer: checked.problems[0]?.pointer ?? '', also: checked.problems })
  return { instance, asked, given: pickFields(layout, checked.data) }
}
