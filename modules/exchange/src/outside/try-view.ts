import type { OutsideViews } from '@tereze/foundation-database'
import { findProblems } from '@tereze/foundation-operations'
import { evaluator, type Moment } from '@tereze/template'
import type { ContractDefinition, FromView, ServesFrom } from '../rules/contract-definition.ts'
import { mapAnswer } from '../rules/map-answer.ts'
import { fillQuestion } from '../rules/outside-question.ts'
import { askView } from './ask-view.ts'

/** What a trial gave: the answer that an asker would get, or what is in the way, in the words of the exchange. */
export type Trial =
  | { readonly body: unknown }
  | { readonly wrong: readonly { readonly pointer: string; readonly code: string }[] }
  | { readonly reason: string; readonly detail: string }

type ServedFromView = Pick<ContractDefinition, 'request' | 'response'> & {
  readonly serves: ServesFrom & { readonly from: FromView }
}

/**
 * Tries a contract that is served from a view as the exchange would serve it, before anybody can ask: the request against its schema,
 * the read, the answer against its schema. Contracts that read registers too are not tried this way.
 * @param timeout milliseconds
 */
export async function tryView(
  contract: ServedFromView,
  views: OutsideViews,
  request: unknown,
  parts: { moment: Moment; timeout: number },
): Promise<Trial> {
  const wrong = findProblems(contract.request, request)
  if (wrong.length > 0) return { wrong: wrong.map(({ pointer, code }) => ({ pointer, code })) }
  const { from } = contract.serves
  const question = fillQuestion(from, evaluator({ request }, parts.moment))
  if (question.kind !== 'view') throw new Error('a view is asked by its view')
  const answer = await askView(views, from, question, parts.timeout)
  if ('problem' in answer) return answer.problem
  const mapped = mapAnswer(contract, { request }, 'value' in answer ? answer.value : null, parts.moment)
  return 'problem' in mapped ? mapped.problem : mapped
}
