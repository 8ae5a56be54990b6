import { useQuery } from '@tanstack/react-query'
import { type Access, grantAccess, listAccess, revokeAccess } from '@tereze/exchange/contract'
import { ask, Failure, useOrganisations, useSession, Waiting } from '@tereze/ui-app'
import { PageState, Table, Tag, type Tone } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { useSearchParams } from 'react-router'
import { clauseWords } from '../case/clause.ts'
import { ReasonDialog } from '../operator/reason-dialog.tsx'
import { useWords } from '../words/words.ts'
import { type AccessState, accessState, accessStates } from './access-state.ts'
import { ExchangePage } from './exchange-page.tsx'
import { GrantForm } from './grant-form.tsx'
import { purposeWords } from './purpose-words.ts'
import { mayChange } from './tabs.ts'
import { today } from './today.ts'
import { exchangeKey, useCommand } from './use-command.ts'
import { useServices } from './use-services.ts'

const tones: Readonly<Record<AccessState, Tone>> = {
  valid: 'done',
  ending: 'you',
  later: 'later',
  ended: 'no',
  revoked: 'no',
}

/** Access at `/exchange/access`: who may use which service for what, on what ground, until when; given and taken back here. */
export function AccessPage(): ReactNode {
  const words = useWords()
  const { organisation, roles } = useSession()
  const [params, setParams] = useSearchParams()
  const wanted = params.get('state') ?? ''
  const [revoking, revokeOne] = useState<Access | null>(null)
  const services = useServices()
  const nameOf = useOrganisations()
  const query = useQuery({
    queryKey: [exchangeKey, 'access', organisation],
    queryFn: ({ signal }) => ask(listAccess, { organisation }, { signal }),
  })
  const revoke = useCommand(revokeAccess, () => revokeOne(null))
  const grant = useCommand(grantAccess)
  const day = today()
  const changes = mayChange(roles)
  const shown = (query.data?.items ?? []).filter(access => wanted === '' || accessState(access, day) === wanted)
  return (
    <ExchangePage tab="access">
      <p>{words.say('exchange.access.lead')}</p>
      {changes ? <GrantForm services={services} grant={grant} organisation={organisation} /> : null}
      <label className="filter">
        <span>{words.say('exchange.filter')}</span>
        <select
          className="input"
          value={wanted}
          onChange={event => setParams(event.target.value === '' ? {} : { state: event.target.value })}
        >
          <option value="">{words.say('exchange.access.all')}</option>
          {accessStates.map(state => (
            <option key={state} value={state}>
              {words.say(`exchange.access.${state}`)}
            </option>
          ))}
        </select>
      </label>
      {query.isPending ? <Waiting lines={8} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.isSuccess && shown.length === 0 ? (
        <PageState drawing="empty" title={words.say('exchange.access.empty-title')} small>
          <p>{words.say('exchange.access.empty-text')}</p>
        </PageState>
      ) : null}
      {shown.length === 0 ? null : (
        <Table
          caption={words.say('exchange.tab.access')}
          captionHidden
          columns={[
            { key: 'who', head: words.say('exchange.access.who') },
            { key: 'service', head: words.say('exchange.access.service') },
            { key: 'why', head: words.say('exchange.column.why') },
            { key: 'term', head: words.say('exchange.access.term') },
            { key: 'state', head: words.say('exchange.access.state') },
          ]}
          rows={shown.map(access => {
            const state = accessState(access, day)
            return {
              key: access.access,
              cells: [
                <>
                  {nameOf(access.consumer) || access.consumer}
                  {access.systems === null ? null : <span className="source">{access.systems.join(', ')}</span>}
                </>,
                services.nameOf(access.contract),
                <>
                  {purposeWords(access, words)}
                  <span className="source">{clauseWords(access.ground, words)}</span>
                </>,
                access.from === null
                  ? words.say('exchange.access.until', { until: words.date(access.until) })
                  : words.say('exchange.access.between', {
                      from: words.date(access.from),
                      until: words.date(access.until),
                    }),
                <>
                  <Tag tone={tones[state]}>{words.say(`exchange.access.${state}`)}</Tag>
                  <span className="source">
                    {access.revoked === null ? words.say(`exchange.access.by.${access.by}`) : access.revoked.reason}
                  </span>
                  {changes && state !== 'revoked' && state !== 'ended' ? (
                    <button
                      type="button"
                      className="button button-quiet button-small"
                      onClick={() => revokeOne(access)}
                      aria-label={words.say('exchange.access.revoke-whose', {
                        consumer: nameOf(access.consumer) || access.consumer,
                        service: services.nameOf(access.contract),
                      })}
                    >
                      {words.say('exchange.access.revoke')}
                    </button>
                  ) : null}
                </>,
              ],
            }
          })}
        />
      )}
      {revoking === null ? null : (
        <ReasonDialog
          title={words.say('exchange.access.revoke-title')}
          action={words.say('exchange.access.revoke')}
          hint={words.say('exchange.reason-hint')}
          busy={revoke.isPending}
          problem={revoke.error?.problem ?? null}
          close={() => revokeOne(null)}
          confirm={reason => revoke.mutate({ organisation, access: revoking.access, reason })}
        >
          <p>
            {words.say('exchange.access.revoke-text', {
              consumer: nameOf(revoking.consumer) || revoking.consumer,
              service: services.nameOf(revoking.contract),
            })}
          </p>
        </ReasonDialog>
      )}
    </ExchangePage>
  )
}
