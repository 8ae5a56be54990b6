import { findProblems } from '@tereze/foundation-operations'
import { evaluator, fillTemplate, type Moment } from '@tereze/template'
import type { OutsideProblem } from '../ports/outside-line.ts'
import type { ContractDefinition, ServesFrom } from './contract-definition.ts'

/** What a member's own system answered as the contract promises it; a problem that names places, never values, when it does not fit. */
export function mapAnswer(
  contract: Pick<ContractDefinition, 'response'> & { readonly serves: ServesFrom },
  facts: Readonly<Record<string, unknown>>,
  outside: unknown,
  moment: Moment,
): { readonly body: unknown } | { readonly problem: OutsideProblem } {
  const body = fillTemplate(contract.serves.answer, evaluator({ ...facts, outside }, moment), { nulls: 'keep' })
  const wrong = findProblems(contract.response, body)
  if (wrong.length === 0) return { body }
  const places = wrong.slice(0, 5).map(({ pointer, code }) => `${pointer === '' ? '/' : pointer} ${code}`)
  return { problem: { reason: 'answer-wrong', detail: places.join(', ').slice(0, 300) } }
}
