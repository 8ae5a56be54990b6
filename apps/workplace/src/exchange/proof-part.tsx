import { useQuery } from '@tanstack/react-query'
import { proveEntry } from '@tereze/exchange/contract'
import { ask, Failure, useSession, Waiting } from '@tereze/ui-app'
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'
import type { LogLine } from './outcome.ts'

/** That a message stands in the log, with what anybody checks it by; asked for when it is opened. */
export function ProofPart({ line }: { line: LogLine }): ReactNode {
  const { say } = useWords()
  const [shown, show] = useState(false)
  return (
    <details className="more proof" onToggle={event => show(event.currentTarget.open)}>
      <summary>{say('exchange.proof.title')}</summary>
      {shown ? <Proof line={line} /> : null}
    </details>
  )
}

function Proof({ line: { message, direction } }: { line: LogLine }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const query = useQuery({
    queryKey: ['proof', organisation, message, direction],
    queryFn: ({ signal }) => ask(proveEntry, { organisation, message, direction }, { signal }),
  })
  if (query.isPending) return <Waiting lines={3} />
  if (query.isError) return <Failure problem={query.error.problem} again={() => void query.refetch()} small />
  const { index, size, time, entry, leaf, proof, checkpoint, cosigned } = query.data
  return (
    <div className="proof-content">
      <p>{words.say('exchange.proof.stands', { place: index + 1, size, time: words.moment(time) })}</p>
      <dl>
        <dt>{words.say('exchange.proof.message')}</dt>
        <dd>
          <code>{message}</code>
        </dd>
        <dt>{words.say('exchange.proof.hash')}</dt>
        <dd>
          <code>{entry.messageHash}</code>
        </dd>
        <dt>{words.say('exchange.proof.leaf')}</dt>
        <dd>
          <code>{leaf}</code>
        </dd>
        <dt>{words.say('exchange.proof.path')}</dt>
        <dd>
          <code>{proof.join(' ')}</code>
        </dd>
        <dt>{words.say('exchange.proof.checkpoint')}</dt>
        <dd>
          <pre>{checkpoint}</pre>
        </dd>
        {cosigned === null ? null : (
          <>
            <dt>{words.say('exchange.proof.cosigned', { witnesses: cosigned.witnesses.join(', ') })}</dt>
            <dd>
              <code>{cosigned.proof.join(' ')}</code>
              <pre>{cosigned.checkpoint}</pre>
            </dd>
          </>
        )}
      </dl>
    </div>
  )
}
