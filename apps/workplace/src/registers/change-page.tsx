import { useQuery } from '@tanstack/react-query'
import type { OutputOf } from '@tereze/operation'
import {
  approveChange,
  getChange,
  type RegisterDescription,
  refuseChange,
  withdrawChange,
} from '@tereze/registers/contract'
import { ask, BusyButton, Failure, Page, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import { Callout, Tag } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { Link, useParams } from 'react-router'
import { ReasonDialog } from '../operator/reason-dialog.tsx'
import { useWords } from '../words/words.ts'
import { changeTones } from './changes-tab.tsx'
import { fieldName, fieldValue } from './register-words.ts'
import { useCommand } from './use-command.ts'
import { registersKey, useRegister } from './use-register.ts'
import { WithheldNote } from './withheld-note.tsx'

type Shown = OutputOf<typeof getChange>

/** One change asked for at `/registers/:register/changes/:change`: what would differ, and the decision of a second person. */
export function ChangePage(): ReactNode {
  const { register = '', change = '' } = useParams()
  const words = useWords()
  const { organisation } = useSession()
  const { query: description, described } = useRegister(register)
  const query = useQuery({
    queryKey: [registersKey, 'change', change],
    queryFn: ({ signal }) => ask(getChange, { organisation, change }, { signal }),
  })
  const problem = description.error?.problem ?? query.error?.problem
  const isReady = described !== undefined && query.data !== undefined
  return (
    <Page title={words.say('registers.change-title')} wide>
      <p className="back-line">
        <Link to={`/registers/${register}/changes`}>{words.say('registers.tab.changes')}</Link>
      </p>
      <h1>{words.say('registers.change-title')}</h1>
      {isReady ? <Decision described={described} shown={query.data} /> : null}
      {!isReady && problem !== undefined ? (
        <Failure problem={problem} again={() => void Promise.all([description.refetch(), query.refetch()])} small />
      ) : null}
      {isReady || problem !== undefined ? null : <Waiting lines={8} />}
    </Page>
  )
}

function Decision({ described, shown }: { described: RegisterDescription; shown: Shown }): ReactNode {
  const words = useWords()
  const { organisation, id } = useSession()
  const [refusing, setRefusing] = useState(false)
  const approve = useCommand(approveChange)
  const refuse = useCommand(refuseChange, () => setRefusing(false))
  const withdraw = useCommand(withdrawChange)
  const { change, differences, since } = shown
  const isOwn = change.askedBy === id
  const isWaiting = change.state === 'waiting'
  const input = { organisation, change: change.change }
  return (
    <div className="register-change">
      <p className="register-state">
        <Tag tone={changeTones[change.state]}>{words.say(`registers.state.${change.state}`)}</Tag>
        <span>{words.say('registers.asked-at', { at: words.moment(change.askedAt) })}</span>
        {change.record === null ? null : (
          <Link to={`/registers/${described.register}/records/${change.record}`}>
            {words.say('registers.open-record')}
          </Link>
        )}
      </p>
      <p>
        <strong>{words.say('registers.reason')}:</strong> {change.reason}
      </p>
      {change.decisionReason === null ? null : (
        <p>
          <strong>{words.say('registers.decision-reason')}:</strong> {change.decisionReason}
        </p>
      )}
      <Differences described={described} differences={differences} title={words.say('registers.differences')} />
      {since.length === 0 || !isWaiting ? null : (
        <>
          <Callout tone="you" title={words.say('registers.stale-title')}>
            <p>{words.say('registers.stale-text')}</p>
          </Callout>
          <Differences described={described} differences={since} title={words.say('registers.since')} />
        </>
      )}
      {shown.unseen ? <WithheldNote described={described} withheld={shown.withheld} /> : null}
      {approve.error ? <RefusalNote problem={approve.error.problem} /> : null}
      {withdraw.error ? <RefusalNote problem={withdraw.error.problem} /> : null}
      {isWaiting && isOwn ? (
        <div className="actions">
          <p className="soft">{words.say('registers.second-decides')}</p>
          <BusyButton className="button button-quiet" busy={withdraw.isPending} onClick={() => withdraw.mutate(input)}>
            {words.say('registers.withdraw')}
          </BusyButton>
        </div>
      ) : null}
      {isWaiting && !isOwn && described.may.includes('approve') ? (
        <div className="actions">
          <BusyButton className="button" busy={approve.isPending} onClick={() => approve.mutate(input)}>
            {words.say('registers.approve')}
          </BusyButton>
          <button type="button" className="button button-quiet" onClick={() => setRefusing(true)}>
            {words.say('registers.refuse')}
          </button>
        </div>
      ) : null}
      {refusing ? (
        <ReasonDialog
          title={words.say('registers.refuse-title')}
          action={words.say('registers.refuse')}
          busy={refuse.isPending}
          problem={refuse.error?.problem ?? null}
          close={() => setRefusing(false)}
          confirm={reason => refuse.mutate({ ...input, reason })}
        />
      ) : null}
    </div>
  )
}

function Differences(of: {
  described: RegisterDescription
  differences: Shown['differences']
  title: string
}): ReactNode {
  const words = useWords()
  const shown = (pointer: string, value: unknown) => fieldValue(of.described, pointer, value, words) ?? '—'
  return (
    <table className="table-cards tasks register-differences" aria-label={of.title}>
      <caption>{of.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.say('registers.field')}</th>
          <th scope="col">{words.say('registers.before')}</th>
          <th scope="col">{words.say('registers.after')}</th>
        </tr>
      </thead>
      <tbody>
        {of.differences.map(({ pointer, before, after }) => (
          <tr key={pointer}>
            <th scope="row">{fieldName(of.described, pointer, words)}</th>
            <td data-label={words.say('registers.before')}>
              <del>{shown(pointer, before)}</del>
            </td>
            <td data-label={words.say('registers.after')}>
              <ins>{shown(pointer, after)}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
