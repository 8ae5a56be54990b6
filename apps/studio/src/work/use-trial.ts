import { rehearseSituation } from '@tereze/situations/contract'
import { ask, QueryProblem } from '@tereze/ui-app'
import type { TrySituation } from '@tereze/ui-editors'
import { useMemo } from 'react'
import { useWords } from '../words/words.ts'

/** Tries drafts of life situations out on the platform, which keeps nothing of it. */
export function useTrial(organisation: string): TrySituation {
  const words = useWords()
  const failed = words.say('trial.failed')
  const again = words.say('trial.again')
  return useMemo<TrySituation>(
    () => async (files, given, signal) => {
      try {
        const input = { organisation, files, ...given, silent: [...given.silent] }
        return await ask(rehearseSituation, input, { signal })
      } catch (error) {
        if (!(error instanceof QueryProblem)) throw error
        const { problem } = error
        return problem.kind === 'refused'
          ? { refused: problem.title, wayOut: problem.remedy ?? problem.detail ?? '' }
          : { refused: failed, wayOut: again }
      }
    },
    [organisation, failed, again],
  )
}
