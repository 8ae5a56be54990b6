import type { OutsideViews } from '@tereze/foundation-database'
import type { OutsideAnswer } from '../ports/outside-line.ts'
import type { FromView } from '../rules/contract-definition.ts'
import type { OutsideQuestion } from '../rules/outside-question.ts'

const usualRows = 200

/** Reads a view of a member's database: the list of its rows. More rows than the contract allows are a wrong answer, never a part of one. */
export async function askView(
  views: OutsideViews,
  from: FromView,
  { where }: Extract<OutsideQuestion, { kind: 'view' }>,
  timeout: number,
): Promise<OutsideAnswer> {
  if (where === null) return { value: [] }
  const [schema = '', name = ''] = from.view.split('.')
  const limit = from.limit ?? usualRows
  const { columns, texts = [] } = from
  const read = await views.read({ schema, name }, { columns, texts, where, limit: limit + 1, timeout })
  if ('problem' in read) return { problem: { reason: read.problem, detail: read.detail } }
  return read.rows.length > limit
    ? { problem: { reason: 'answer-wrong', detail: `more than ${limit} rows` } }
    : { value: read.rows }
}
