import { useQuery } from '@tanstack/react-query'
import { getLogState } from '@tereze/audit/contract'
import { getMessageLogState } from '@tereze/exchange/contract'
import type { OutputOf } from '@tereze/operation'
import { ask, Failure, Page, useSession, Waiting } from '@tereze/ui-app'
import { PageState, Table, Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { standingTone } from './standing-tone.ts'

type LogState = OutputOf<typeof getLogState>

/** The audit log of the organisation at `/audit`: how long it is, who witnesses it and whether they agree, and its keys. */
export function AuditPage(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const query = useQuery({
    queryKey: ['audit-log', organisation],
    queryFn: ({ signal }) => ask(getLogState, { organisation }, { signal }),
  })
  return (
    <Page title={words.say('audit.title')} wide>
      <h1>{words.say('audit.title')}</h1>
      <p>{words.say('audit.lead')}</p>
      {query.isPending ? <Waiting lines={6} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.isSuccess ? (
        <>
          <p>
            <strong>{words.say('audit.size', { count: query.data.size })}</strong>
          </p>
          <Witnesses of="audit" state={query.data} />
          <Keys of="audit" state={query.data} />
          <MessageLog organisation={organisation} />
        </>
      ) : null}
    </Page>
  )
}

/** Which of the two logs a part of the page is about. */
type Which = 'audit' | 'messages'

/** The log of the organisation's messages with the same witnesses; nothing where no message was sealed yet. */
function MessageLog({ organisation }: { organisation: string }): ReactNode {
  const words = useWords()
  const query = useQuery({
    queryKey: ['message-log', organisation],
    queryFn: ({ signal }) => ask(getMessageLogState, { organisation }, { signal }),
  })
  if (query.isError) return <Failure problem={query.error.problem} again={() => void query.refetch()} small />
  if (!query.isSuccess || query.data.size === 0) return null
  return (
    <>
      <h2>{words.say('audit.messages')}</h2>
      <p>
        <strong>{words.say('audit.messages-size', { count: query.data.size })}</strong>
      </p>
      <Witnesses of="messages" state={query.data} />
      <Keys of="messages" state={query.data} />
    </>
  )
}

/** A heading of a part: under the log that it belongs to. */
function PartHeading({ of, id, text }: { of: Which; id: string; text: string }): ReactNode {
  return of === 'audit' ? <h2 id={id}>{text}</h2> : <h3 id={id}>{text}</h3>
}

function Witnesses({ of, state: { witnesses, size } }: { of: Which; state: LogState }): ReactNode {
  const words = useWords()
  const heading = `witnesses-${of}`
  return (
    <section aria-labelledby={heading}>
      <PartHeading of={of} id={heading} text={words.say('audit.witnesses')} />
      {witnesses.length === 0 ? (
        <PageState drawing="empty" title={words.say('audit.none-title')} small heading="h3">
          <p>{words.say('audit.none-text')}</p>
        </PageState>
      ) : (
        <Table
          caption={words.say('audit.witnesses')}
          captionHidden
          columns={[
            { key: 'witness', head: words.say('audit.witness') },
            { key: 'state', head: words.say('audit.state') },
            { key: 'size', head: words.say('audit.asked') },
            { key: 'time', head: words.say('audit.when') },
          ]}
          rows={witnesses.map(standing => ({
            key: standing.witness,
            cells: [
              <code key="witness">{standing.witness}</code>,
              <>
                <Tag tone={standingTone(standing.state)}>{words.say(`audit.state.${standing.state}`)}</Tag>
                {standing.state === 'cosigned' ? null : (
                  <p className="remedy">{words.say(`audit.remedy.${standing.state}`)}</p>
                )}
              </>,
              words.say('audit.size-of', { asked: standing.size, size }),
              <time key="time" dateTime={standing.time}>
                {words.moment(standing.time, { short: true })}
              </time>,
            ],
          }))}
        />
      )}
    </section>
  )
}

function Keys({ of, state: { origin, keys } }: { of: Which; state: LogState }): ReactNode {
  const words = useWords()
  const heading = `keys-${of}`
  return (
    <section aria-labelledby={heading}>
      <PartHeading of={of} id={heading} text={words.say('audit.keys')} />
      <p className="soft">{words.say('audit.keys-lead')}</p>
      <p className="exchange-address">
        {words.say('audit.name')} <code>{origin}</code>
      </p>
      {keys.map(key => (
        <p key={key} className="exchange-address">
          <code>{key}</code>
        </p>
      ))}
    </section>
  )
}
