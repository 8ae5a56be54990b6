import { useQuery } from '@tanstack/react-query'
import { type AskableService, listAskable } from '@tereze/exchange/contract'
import { ask, Failure, useOrganisations, useSession, Waiting } from '@tereze/ui-app'
import { PageState } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useWords } from '../words/words.ts'
import { AskedPart } from './asked-part.tsx'
import { ExchangePage } from './exchange-page.tsx'
import { SendForm } from './send-form.tsx'
import { exchangeKey } from './use-command.ts'

/** Sends a message with files to another body at `/exchange/send`, and shows how it stands, with the files of the answer. */
export function SendPage(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const [params, setParams] = useSearchParams()
  const message = params.get('message')
  const query = useQuery({
    queryKey: [exchangeKey, 'askable', organisation],
    queryFn: ({ signal }) => ask(listAskable, { organisation }, { signal }),
    enabled: message === null,
  })
  return (
    <ExchangePage tab="send">
      {message === null ? (
        <>
          {query.isPending ? <Waiting lines={6} /> : null}
          {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} /> : null}
          {query.data === undefined ? null : (
            <Services services={query.data.items} sent={id => setParams({ message: id })} />
          )}
        </>
      ) : (
        <>
          <p className="back-line">
            <Link to="/exchange/send">{words.say('send.another')}</Link>
          </p>
          <AskedPart message={message} />
        </>
      )}
    </ExchangePage>
  )
}

function Services({ services, sent }: { services: readonly AskableService[]; sent: (id: string) => void }): ReactNode {
  const words = useWords()
  const nameOf = useOrganisations()
  const [contract, setContract] = useState(services[0]?.contract ?? '')
  const service = services.find(one => one.contract === contract)
  if (service === undefined)
    return (
      <PageState drawing="empty" title={words.say('send.none-title')} small>
        <p>{words.say('send.none-text')}</p>
      </PageState>
    )
  return (
    <>
      <label className="send-service">
        <span>{words.say('send.service')}</span>
        <select className="input" value={contract} onChange={event => setContract(event.target.value)}>
          {services.map(one => (
            <option key={one.contract} value={one.contract}>
              {`${words.pick(one.title)} · ${nameOf(one.provider)}`}
            </option>
          ))}
        </select>
      </label>
      <SendForm key={contract} service={service} sent={sent} />
    </>
  )
}
