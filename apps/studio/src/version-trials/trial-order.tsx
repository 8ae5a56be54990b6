import type { VersionTrialCard } from '@tereze/studio/contract'
import type { ReactNode } from 'react'
import { byWhom } from '../publications/by-whom.ts'
import { useWords } from '../words/words.ts'

/** What was ordered about a version on trial: what, why, by whom, and what came of it. */
export function TrialOrder({ card }: { card: VersionTrialCard }): ReactNode {
  const words = useWords()
  const { version, change, share, reason, state, ordered, failed, endedAt, problem } = card
  return (
    <li className="pane">
      <h3>
        {change === 'share'
          ? words.say('trial.ordered-share', { version, count: share ?? 0 })
          : words.say(`trial.ordered.${change}`, { version })}
      </h3>
      {failed === null ? null : <p>{words.say('trial.failures', { count: failed.faulty, number: failed.cases })}</p>}
      {reason === '' ? null : <p className="publication-notes">{reason}</p>}
      {ordered === null ? null : <p className="soft">{words.say(`rollback.${state}`, byWhom(words, ordered))}</p>}
      {ordered === null && endedAt !== null ? (
        <p className="soft">{words.say('trial.by-platform', { moment: words.moment(endedAt, { year: false }) })}</p>
      ) : null}
      {problem === null ? null : <p>{words.pick(problem)}</p>}
    </li>
  )
}
