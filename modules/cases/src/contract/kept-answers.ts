import { Instant, JsonObject, OrganisationId, operation, refusal } from '@tereze/operation'
import { Type } from 'typebox'
import { caseNotFound, FormPageId, taskNotFound } from './case.ts'
import { CaseId } from './case-id.ts'

/** More was filled in than is kept before it is sent; it can be sent all the same. */
export const keptTooLarge = refusal('cases.kept-too-large', 'invalid')

/** Most bytes of answers that are kept of a task before it is answered (JSON, UTF-8). */
export const mostKept = 200_000

/** Keeps what the person has filled in of a task so far, in the place of what was kept before; no answers: nothing is kept any more. */
export const keepAnswers = operation({
  name: 'cases.keep-answers',
  does: 'Keeps what the person has filled in of an own open task so far, and the page they are on, to go on later or elsewhere. Nothing is checked or sent.',
  input: Type.Object({
    organisation: OrganisationId,
    case: CaseId,
    task: Type.String(),
    page: FormPageId,
    answers: JsonObject,
  }),
  output: Type.Object({ at: Instant }),
  permission: 'cases.task.answer',
  scope: 'applications.write',
  refusals: [caseNotFound, taskNotFound, keptTooLarge],
})
