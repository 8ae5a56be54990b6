import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import {
  type Duplicate,
  dismissDuplicate,
  findDuplicates,
  listDuplicates,
  listUpkeep,
  mergeRecords,
  type RegisterDescription,
} from '@tereze/registers/contract'
import { ask, BusyButton, RefusalNote, useSession } from '@tereze/ui-app'
import { PageState, Tag } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { ReasonDialog } from '../operator/reason-dialog.tsx'
import { itemsOf, ListFrame } from '../state/list-frame.tsx'
import { useWords } from '../words/words.ts'
import { choicesOf, chosenData, usualSide } from './chosen-data.ts'
import { fieldName, fieldValue } from './register-words.ts'
import { useCommand } from './use-command.ts'
import { registersKey } from './use-register.ts'

/** How often progress is asked for while a search is under way, milliseconds. */
const look = 3_000

/** Likely duplicates of a register: searching for them, comparing a pair, merging it field by field, or saying that they are two. */
export function DuplicatesTab({ described }: { described: RegisterDescription }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const { register } = described
  const place = { organisation, register }
  const search = useCommand(findDuplicates)
  const progress = useQuery({
    queryKey: [registersKey, 'upkeep', register],
    queryFn: ({ signal }) => ask(listUpkeep, place, { signal }),
    refetchInterval: query => (query.state.data?.items.some(({ state }) => state === 'running') ? look : false),
  })
  const last = progress.data?.items.find(({ work }) => work === 'duplicates')
  const query = useInfiniteQuery({
    queryKey: [registersKey, 'duplicates', register, last?.found ?? 0],
    queryFn: ({ pageParam, signal }) =>
      ask(listDuplicates, { ...place, limit: 20, ...(pageParam === null ? {} : { after: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: next => next.next,
  })
  const pairs = itemsOf(query)
  return (
    <>
      <div className="actions">
        <BusyButton
          className="button button-quiet"
          busy={search.isPending || last?.state === 'running'}
          onClick={() => search.mutate(place)}
        >
          {words.say('registers.find-duplicates')}
        </BusyButton>
        {last === undefined ? null : (
          <p className="soft" aria-live="polite">
            {words.say(`registers.search.${last.state}`, {
              done: last.done,
              total: last.total ?? last.done,
              found: last.found,
            })}
          </p>
        )}
      </div>
      {search.error ? <RefusalNote problem={search.error.problem} /> : null}
      <ListFrame
        query={query}
        lines={6}
        end={words.say('registers.found', { count: pairs.length })}
        empty={
          <PageState drawing="empty" title={words.say('registers.no-duplicates-title')} small>
            <p>{words.say('registers.no-duplicates-text')}</p>
          </PageState>
        }
      >
        {pairs.map(pair => (
          <Pair key={`${pair.one.record} ${pair.other.record}`} described={described} pair={pair} />
        ))}
      </ListFrame>
    </>
  )
}

function Pair({ described, pair }: { described: RegisterDescription; pair: Duplicate }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const [sides, setSides] = useState<Readonly<Record<string, 'one' | 'other'>>>({})
  const [merging, setMerging] = useState(false)
  const merge = useCommand(mergeRecords, () => setMerging(false))
  const dismiss = useCommand(dismissDuplicate)
  const { one, other, score, evidence } = pair
  const place = { organisation, register: described.register }
  const choices = choicesOf(one.data, other.data)
  const same = Object.keys(one.data).filter(name => !choices.some(({ pointer }) => pointer === `/${name}`))
  const shown = (pointer: string, value: unknown) => fieldValue(described, pointer, value, words) ?? '—'
  const name = `${one.record} ${other.record}`
  return (
    <section className="pane register-pair" aria-label={words.say('registers.pair')}>
      <p className="register-state">
        <Tag tone={score >= 0.95 ? 'no' : 'you'}>
          {words.say('registers.likeness', { percent: Math.round(score * 100) })}
        </Tag>
        <span className="soft">
          {evidence
            .map(({ as, similarity }) =>
              words.say('registers.evidence', {
                what: words.say(`registers.feature.${as}`),
                percent: Math.round(similarity * 100),
              }),
            )
            .join(' · ')}
        </span>
      </p>
      <table className="compared">
        <caption className="hidden-text">{words.say('registers.pair')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.say('registers.field')}</th>
            <th scope="col">{words.say('registers.lives-on')}</th>
            <th scope="col">{words.say('registers.goes')}</th>
          </tr>
        </thead>
        <tbody>
          {same.map(field => (
            <tr key={field}>
              <th scope="row">{fieldName(described, `/${field}`, words)}</th>
              <td colSpan={2}>{shown(`/${field}`, one.data[field])}</td>
            </tr>
          ))}
          {choices.map(choice => (
            <tr key={choice.pointer}>
              <th scope="row">{fieldName(described, choice.pointer, words)}</th>
              {(['one', 'other'] as const).map(side => (
                <td
                  key={side}
                  className="differs"
                  data-label={words.say(side === 'one' ? 'registers.lives-on' : 'registers.goes')}
                >
                  <label className="register-side">
                    <input
                      type="radio"
                      name={`${name} ${choice.pointer}`}
                      checked={(sides[choice.pointer] ?? usualSide(choice)) === side}
                      onChange={() => setSides({ ...sides, [choice.pointer]: side })}
                    />
                    <span>{shown(choice.pointer, choice[side])}</span>
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {dismiss.error ? <RefusalNote problem={dismiss.error.problem} /> : null}
      <div className="actions">
        <button type="button" className="button" onClick={() => setMerging(true)}>
          {words.say('registers.merge')}
        </button>
        <BusyButton
          className="button button-quiet"
          busy={dismiss.isPending}
          onClick={() => dismiss.mutate({ ...place, one: one.record, other: other.record })}
        >
          {words.say('registers.are-two')}
        </BusyButton>
      </div>
      {merging ? (
        <ReasonDialog
          title={words.say('registers.merge-title')}
          action={words.say('registers.merge')}
          busy={merge.isPending}
          problem={merge.error?.problem ?? null}
          close={() => setMerging(false)}
          confirm={reason =>
            merge.mutate({
              ...place,
              survivor: one.record,
              survivorVersion: one.version,
              merged: other.record,
              mergedVersion: other.version,
              data: chosenData(one.data, choices, sides),
              reason,
            })
          }
        >
          <p>{words.say('registers.merge-text')}</p>
        </ReasonDialog>
      ) : null}
    </section>
  )
}
