import { type RollbackCard, reviewRollback } from '@tereze/studio/contract'
import { BusyButton, commandOf, RefusalNote, useSession } from '@tereze/ui-app'
import { type ReactNode, useState } from 'react'
import { byWhom } from '../publications/by-whom.ts'
import { WhyRefused } from '../publications/why-refused.tsx'
import { useWords } from '../words/words.ts'

const useCommand = commandOf('studio')

/** A rollback: from what to what, why, by whom, and what somebody else found afterwards. */
export function Rollback({ card }: { card: RollbackCard }): ReactNode {
  const words = useWords()
  const { reviewed } = card
  return (
    <li className="pane">
      <h3>{words.say('rollback.way', { version: card.to, name: card.from })}</h3>
      <p className="publication-notes">{card.reason}</p>
      <p className="soft">{words.say(`rollback.${card.state}`, byWhom(words, card.ordered))}</p>
      <WhyRefused title={words.say('rollback.why-refused')} problems={card.problems} />
      {reviewed === null ? null : (
        <>
          <p className="soft">{words.say('rollback.reviewed', byWhom(words, reviewed))}</p>
          <p className="publication-notes">{card.remarks}</p>
        </>
      )}
      {card.state === 'done' && reviewed === null && !card.mayReview ? (
        <p className="soft">{words.say('rollback.unreviewed')}</p>
      ) : null}
      {card.mayReview ? <Review rollback={card.rollback} /> : null}
    </li>
  )
}

/** Somebody else says what they found. */
function Review({ rollback }: { rollback: string }): ReactNode {
  const { say } = useWords()
  const { organisation } = useSession()
  const [remarks, write] = useState('')
  const command = useCommand(reviewRollback)
  return (
    <>
      <label className="field">
        <span>{say('rollback.write-remarks')}</span>
        <textarea
          className="input"
          rows={2}
          maxLength={5000}
          value={remarks}
          onChange={event => write(event.target.value)}
        />
      </label>
      <BusyButton
        className="button button-quiet"
        busy={command.isPending}
        onClick={() => command.mutate({ organisation, rollback, remarks })}
      >
        {say('rollback.review')}
      </BusyButton>
      {command.error === null ? null : <RefusalNote problem={command.error.problem} />}
    </>
  )
}
