import type { Words } from '../words/words.ts'
import { valueLines } from './value-lines.ts'
import type { CaseView } from './view.ts'

/** The amount beside an outcome, in words; a refusal has none, whatever the rules computed on the way. */
export function shownAmount(
  draft: Pick<NonNullable<CaseView['draft']>, 'outcome' | 'amount'>,
  words: Words,
): readonly string[] {
  const pays = draft.outcome === 'granted' || draft.outcome === 'partly-granted'
  return pays ? valueLines(draft.amount, 'money', words) : []
}
