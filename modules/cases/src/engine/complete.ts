import type { Input, JsonObject } from '@tereze/bpmn'
import { isRefused, type Refused, refuse } from '@tereze/operation'
import { answersInvalid } from '../contract/case.ts'
import { processOf } from '../definition/service.ts'
import { correctionsIn, findingPointer } from '../rules/correction-form.ts'
import { mergeData, readAt } from '../rules/pointer.ts'
import type { TaskRow } from '../store/tasks.ts'
import { advance } from './advance.ts'
import type { AskedForm } from './asked-form.ts'
import { heedAnswer } from './case-deadline.ts'
import type { CaseRun } from './case-run.ts'
import { closeBeside } from './close-beside.ts'
import { type GivenAnswers, givenAnswers } from './given-answers.ts'
import { isOfSignatory, submitOrAwait, takeSigned } from './signing.ts'
import { isSuspended } from './suspension.ts'
import { takeFiles } from './take-files.ts'

type Answers = Record<string, unknown>

/** What the case takes over of a task's answers: all, or of a correction the finding and the values that it puts right. */
function takeOver(run: CaseRun, asked: AskedForm | null, given: Answers): Answers | Refused<'cases.answers-invalid'> {
  if (asked === null || asked.corrects === null) return given
  const { correctionReview } = given
  if (readAt(given, findingPointer) !== 'correct') return { correctionReview }
  const changes = correctionsIn(asked.corrects, run.row.data, given)
  if (changes.length > 0) return { correctionReview, correction: { changes } }
  const problem = { pointer: findingPointer, code: 'form.not-allowed', params: {} }
  return refuse(answersInvalid, { pointer: findingPointer, also: [problem] })
}

/** Data with the answers to one more repetition of a task, after those to the earlier ones: `repeated.<node>`. */
function withRepeated(data: Answers, node: string, given: Answers): Answers {
  const repeated = (data.repeated ?? {}) as Record<string, readonly Answers[] | undefined>
  return { ...data, repeated: { ...repeated, [node]: [...(repeated[node] ?? []), given] } }
}

/**
 * Completes an open task with answers that fit its form; the case goes on. Gives a refusal when they do not fit.
 * @param check looks at answers that fit before they are taken, and may refuse them.
 */
export async function completeWith<Code extends string = never>(
  run: CaseRun,
  task: TaskRow,
  answers: Answers,
  outcome: string,
  check?: (answered: GivenAnswers) => Promise<Refused<Code> | null>,
): Promise<Refused<'cases.answers-invalid' | Code> | null> {
  const { context, draft, row } = run
  const answered = await givenAnswers(run, task, answers)
  if (isRefused(answered)) return answered
  const unfit = (await check?.(answered)) ?? null
  if (unfit !== null) return unfit
  if (isOfSignatory(task)) {
    await takeSigned(run, task)
    return null
  }
  const { instance, asked } = answered
  let given = answered.given
  if (asked !== null) {
    const files = await takeFiles(run, asked.layout, given)
    if ('problems' in files)
      return refuse(answersInvalid, { pointer: files.problems[0]?.pointer ?? '', also: files.problems })
    given = files.data
  }
  const taken = takeOver(run, asked, given)
  if (isRefused(taken)) return taken
  if (!draft.endTask(task.id, { at: context.now, by: context.actor.id, outcome })) return null
  row.data = mergeData(row.data, taken)
  row.data = { ...row.data, answers: { ...(row.data.answers as object | undefined), [task.node]: given } }
  if (task.person === row.person && instance?.kind !== 'information') await heedAnswer(run)
  if (instance === null) {
    await submitOrAwait(run)
    return null
  }
  if (task.person === null) draft.putOfficial(instance.id, context.actor.id)
  const process = await processOf(run.packages.get(instance.packageKind, instance.package, instance.packageVersion))
  if (process.nodes[task.node]?.repetition !== undefined) row.data = withRepeated(row.data, task.node, given)
  const suspended = isSuspended(row)
  const { id, node } = task
  const isChoice = process.nodes[node]?.adHoc !== undefined
  const done: Input = isChoice
    ? { type: 'scope-completed', id }
    : { type: 'task-completed', id, result: given as JsonObject }
  await advance(run, instance, process, [done])
  await closeBeside(run, suspended)
  return null
}
