import type { Outgoing } from '@tereze/foundation-http'
import type { JobContext } from '@tereze/foundation-operations'
import { evaluator, fillTemplate } from '@tereze/template'
import { makeAnswerFiles } from '../files/make-answer-files.ts'
import type { OutsideProblem } from '../ports/outside-line.ts'
import type { ContractDefinition, ServesFrom } from '../rules/contract-definition.ts'
import { readDrafts } from '../rules/file-drafts.ts'
import { mapAnswer } from '../rules/map-answer.ts'
import { isMade } from '../rules/outside-question.ts'
import type { KeptQuestion } from '../serving/ask-outside.ts'
import type { MadeFile } from '../store/answer-files.ts'
import { addressOf, FetchFailed, fetchPath } from './fetch-path.ts'

/** An answer as its contract promises it, and its files; or what is wrong with it. */
type Fitted = { readonly body: unknown; readonly made: readonly MadeFile[] } | { readonly problem: OutsideProblem }

/** What is asked, and of whom. */
interface Asked {
  readonly message: string
  readonly service: string
  readonly contract: ContractDefinition
  readonly kept: KeptQuestion
  readonly timeout: number
}

function bodyOf({ contract, kept }: Asked, outside: unknown) {
  if (isMade(kept.question)) return { body: kept.question.body }
  return mapAnswer(contract as ContractDefinition & { serves: ServesFrom }, kept.facts, outside, kept.moment)
}

function draftsOf({ contract: { answerFiles }, kept }: Asked, facts: Readonly<Record<string, unknown>>): unknown {
  if (isMade(kept.question)) return kept.question.drafts
  return fillTemplate(answerFiles?.files, evaluator({ ...kept.facts, ...facts }, kept.moment))
}

/**
 * Makes of what a member's own system said the answer that the contract promises, with its files. What a system only names by a path is
 * fetched from it.
 */
export async function fitAnswer(
  context: JobContext,
  asked: Asked,
  outside: unknown,
  line: { readonly outgoing: Outgoing; tokenOf(audience: string): Promise<string> },
): Promise<Fitted> {
  const { contract, message, service, timeout } = asked
  const mapped = bodyOf(asked, outside)
  if ('problem' in mapped) return mapped
  const { body } = mapped
  const taken = contract.answerFiles
  if (taken === undefined) return { body, made: [] }
  const wanted = readDrafts(draftsOf(asked, { outside, response: body }), taken)
  if ('wrong' in wanted) return { problem: { reason: 'answer-wrong', detail: wanted.wrong.slice(0, 300) } }
  async function* read(path: string) {
    const from = 'from' in contract.serves ? contract.serves.from : null
    const url = from?.kind === 'rest' ? addressOf(from.url, path) : null
    if (url === null) throw new FetchFailed({ reason: 'answer-wrong', detail: '/answerFiles/files path' })
    const token = await line.tokenOf(new URL(url).origin)
    yield* fetchPath(line.outgoing, url, { token, timeout, limit: taken?.size ?? 0 })
  }
  try {
    const answer = { message, contract: service, taken, drafts: wanted.drafts, read }
    const made = await makeAnswerFiles(context, answer)
    return 'problem' in made ? made : { body, made: made.files }
  } catch (error) {
    if (error instanceof FetchFailed) return { problem: error.problem }
    context.report(error)
    return { problem: { reason: 'failed', detail: '' } }
  }
}
