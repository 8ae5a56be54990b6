import type { UseQueryResult } from '@tanstack/react-query'
import type { QueryProblem } from '@tereze/ui-app'
import { RefusalNote } from '@tereze/ui-app'
import type { EditorProblem } from '@tereze/ui-editors'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { fileTitle } from './file-tree.tsx'

/** What is wrong with the draft, faults first; each leads to its place. */
export function ProblemsPane(of: {
  check: UseQueryResult<unknown, QueryProblem>
  problems: readonly EditorProblem[]
  open: (path: string, place: string | null) => void
}): ReactNode {
  const words = useWords()
  const sorted = [...of.problems].sort((a, b) => (a.weight === b.weight ? 0 : a.weight === 'fault' ? -1 : 1))
  const faults = sorted.filter(({ weight }) => weight === 'fault').length
  const told = of.check.isPending
    ? words.say('problems.checking')
    : of.check.isError
      ? words.say('problems.unknown')
      : sorted.length === 0
        ? words.say('problems.none')
        : words.say('problems.count', { count: faults, hints: sorted.length - faults })
  return (
    <details className="problems" open>
      <summary>
        <span role="status">{told}</span>
      </summary>
      {of.check.isError ? <RefusalNote problem={of.check.error.problem} /> : null}
      <ul>
        {sorted.map(({ path, place, code, message, weight }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one place may have the same problem twice.
          <li key={`${path} ${place} ${code} ${index}`}>
            <button type="button" onClick={() => of.open(path, place)}>
              <span className={`problem-weight problem-${weight}`}>{words.say(`problems.${weight}`)}</span>
              <span>{message}</span>
              <span className="soft">
                {fileTitle(words, path)}
                {place === null || place === '' ? '' : ` · ${place}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
