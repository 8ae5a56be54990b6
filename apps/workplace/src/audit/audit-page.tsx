import { useQuery } from '@tanstack/react-query'
import { getLogState } from '@tereze/audit/contract'
import type { OutputOf } from '@tereze/operation'
import { PageState, Table, Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { ask } from '../session/platform.ts'
import { useSession } from '../session/session.tsx'
import { Page } from '../shell/page.tsx'
import { Failure } from '../state/failure.tsx'
import { Waiting } from '../state/waiting.tsx'
import { useWords } from '../words/words.tsx'
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
          <Witnesses state={query.data} />
          <Keys state={query.data} />
        </>
      ) : null}
    </Page>
  )
}

function Witnesses({ state: { witnesses, size } }: { state: LogState }): ReactNode {
  const words = useWords()
  return (
    <section aria-labelledby="witnesses">
      <h2 id="witnesses">{words.say('audit.witnesses')}</h2>
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

function Keys({ state: { origin, keys } }: { state: LogState }): ReactNode {
  const words = useWords()
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">{words.say('audit.keys')}</h2>
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
