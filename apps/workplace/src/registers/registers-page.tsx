import { useQuery } from '@tanstack/react-query'
import { listRegisters } from '@tereze/registers/contract'
import { ask, Failure, Page, useSession, Waiting } from '@tereze/ui-app'
import { PageState } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWords } from '../words/words.ts'
import { registersKey } from './use-register.ts'
import { WatchesPart } from './watches-part.tsx'

/** The registers of one's organisation at `/registers`. */
export function RegistersPage(): ReactNode {
  const { say, pick } = useWords()
  const { organisation } = useSession()
  const query = useQuery({
    queryKey: [registersKey, 'list', organisation],
    queryFn: ({ signal }) => ask(listRegisters, { organisation }, { signal }),
  })
  const items = query.data?.items ?? []
  return (
    <Page title={say('registers.title')} wide>
      <div className="inbox-head">
        <h1>{say('registers.title')}</h1>
      </div>
      <p>
        <Link to="/catalogue">{say('registers.catalogue')}</Link>
      </p>
      {query.isPending ? <Waiting lines={6} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.isSuccess && items.length === 0 ? (
        <PageState drawing="empty" title={say('registers.none-title')} small>
          <p>{say('registers.none-text')}</p>
        </PageState>
      ) : null}
      <ul className="register-cards">
        {items.map(({ register, title, may }) => (
          <li key={register} className="pane">
            <h2>
              <Link to={`/registers/${register}`}>{pick(title)}</Link>
            </h2>
            <p className="soft">{may.map(act => say(`registers.act.${act}`)).join(' · ')}</p>
          </li>
        ))}
      </ul>
      <WatchesPart
        titleOf={register => {
          const found = items.find(one => one.register === register)
          return found === undefined ? register : pick(found.title)
        }}
      />
    </Page>
  )
}
