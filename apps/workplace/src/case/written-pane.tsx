import { useMutation, useQuery } from '@tanstack/react-query'
import { proveDelivery } from '@tereze/cases/contract'
import { type CaseMessage, listCaseMessages } from '@tereze/notifications/contract'
import { ask, BusyButton, client, QueryProblem, RefusalNote } from '@tereze/ui-app'
import { isProblem } from '@tereze/ui-client'
import { Pane, Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords, type Words } from '../words/words.ts'
import type { CaseView } from './view.ts'

type Delivery = CaseMessage['deliveries'][number]

const tones = { waiting: 'moving', sent: 'done', failed: 'no' } as const

/** What was written to people about the case, newest first: whether it was opened, and what came of each channel. */
export function WrittenPane({ view }: { view: CaseView }): ReactNode {
  const words = useWords()
  const { organisation, case: id } = view.card
  const written = useQuery({
    queryKey: ['case', organisation, id, 'written'],
    queryFn: ({ signal }) => ask(listCaseMessages, { organisation, case: id, limit: 50 }, { signal }),
  })
  const items = written.data?.items ?? []
  if (items.length === 0 && !written.isError) return null
  return (
    <Pane side>
      <h2>{words.say('written.title')}</h2>
      {written.isError ? <RefusalNote problem={written.error.problem} /> : null}
      <ul className="comments">
        {items.map(message => (
          <li key={message.message} className="comment">
            <Written view={view} message={message} words={words} />
          </li>
        ))}
      </ul>
    </Pane>
  )
}

/** Since when a legally significant message counts as delivered, or when it will. */
function deliveredWords({ delivered }: CaseMessage, words: Words): string | null {
  if (delivered === null) return null
  const { at, by, latest } = delivered
  const moment = (when: string) => words.moment(when, { year: false, short: true })
  if (at !== null && by !== null) return words.say(`written.delivered.${by}`, { at: moment(at) })
  return latest === null
    ? words.say('written.delivered.when-opened')
    : words.say('written.delivered.latest', { at: moment(latest) })
}

/** Issues the evidence of a delivery and leads to it: again gives the same paper. */
function Evidence({ view, message, words }: { view: CaseView; message: CaseMessage; words: Words }): ReactNode {
  const { organisation, case: id } = view.card
  const prove = useMutation({
    async mutationFn() {
      const reply = await client.call(proveDelivery, { organisation, case: id, message: message.message })
      if (isProblem(reply)) throw new QueryProblem(reply)
      return reply
    },
  })
  return (
    <>
      {prove.data === undefined ? (
        <BusyButton className="button button-quiet" busy={prove.isPending} onClick={() => prove.mutate()}>
          {words.say('written.prove')}
        </BusyButton>
      ) : (
        <p role="status">
          <a href={`/documents/${prove.data.document}/file.pdf`} target="_blank" rel="noreferrer">
            {words.say('written.evidence')}
          </a>{' '}
          <span className="soft">{prove.data.reference}</span>
        </p>
      )}
      {prove.error instanceof QueryProblem ? <RefusalNote problem={prove.error.problem} /> : null}
    </>
  )
}

function Written({ view, message, words }: { view: CaseView; message: CaseMessage; words: Words }): ReactNode {
  const delivered = deliveredWords(message, words)
  const { title, sentAt, readAt, deliveries } = message
  return (
    <>
      <p className="comment-text">{words.pick(title)}</p>
      <p className="soft">
        <time dateTime={sentAt}>{words.moment(sentAt, { year: false, short: true })}</time> ·{' '}
        {readAt === null
          ? words.say('written.unopened')
          : words.say('written.opened', { at: words.moment(readAt, { year: false, short: true }) })}
      </p>
      {delivered === null ? null : <p className="soft">{delivered}</p>}
      <ul className="written-ways">
        {deliveries
          .filter(({ channel }) => channel !== 'cabinet')
          .map(delivery => (
            <li key={delivery.channel}>
              {words.say(`leaks.channel.${delivery.channel}`)}{' '}
              <Tag tone={tones[delivery.state]}>{words.say(`written.${delivery.state}`)}</Tag>
              <Why delivery={delivery} words={words} />
            </li>
          ))}
      </ul>
      {message.delivered?.at == null ? null : <Evidence view={view} message={message} words={words} />}
    </>
  )
}

/** Why a channel failed, and instead of which one it was tried. */
function Why({ delivery: { problem, state, insteadOf }, words }: { delivery: Delivery; words: Words }): ReactNode {
  const why = state === 'failed' && problem !== null ? words.say(`written.problem.${problem}`) : null
  const instead =
    insteadOf === null ? null : words.say('written.instead', { channel: words.say(`leaks.channel.${insteadOf}`) })
  return [why, instead].map(line =>
    line === null ? null : (
      <span key={line} className="source">
        {line}
      </span>
    ),
  )
}
