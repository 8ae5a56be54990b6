import { useQuery } from '@tanstack/react-query'
import { type Client, listClients, withdrawClient } from '@tereze/identity/contract'
import { Table } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { ask } from '../session/platform.ts'
import { useOrganisations } from '../session/use-organisations.ts'
import { useWords } from '../words/words.tsx'
import { ClientForm } from './client-form.tsx'
import { RegisteredList } from './registered-list.tsx'
import { applicationsKey, useCommand } from './use-command.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** Registered applications and systems, each withdrawn here, and the form that registers one. */
export function ClientsPart(): ReactNode {
  const words = useWords()
  const organisations = useOrganisations()
  const [leaving, leave] = useState<Client | null>(null)
  const withdraw = useCommand(withdrawClient, () => leave(null))
  const query = useQuery({
    queryKey: [applicationsKey, 'clients'],
    queryFn: ({ signal }) => ask(listClients, {}, { signal }),
  })
  return (
    <section aria-labelledby="clients">
      <h2 id="clients">{words.say('clients.title')}</h2>
      <p className="soft">{words.say('clients.lead')}</p>
      <RegisteredList
        query={query}
        emptyTitle={words.say('clients.none-title')}
        emptyText={words.say('clients.none-text')}
      >
        {items => (
          <Table
            caption={words.say('clients.title')}
            captionHidden
            columns={[
              { key: 'name', head: words.say('clients.name') },
              { key: 'of', head: words.say('clients.organisation') },
              { key: 'grants', head: words.say('clients.grants') },
              { key: 'deeds', head: words.say('applications.deeds') },
            ]}
            rows={items.map(one => ({
              key: one.client,
              cells: [
                <>
                  {words.pick(one.name)}
                  <span className="source">{one.client}</span>
                </>,
                organisations(one.organisation) || one.organisation,
                <>
                  {one.grants.map(grant => words.say(`clients.grant.${grant}`)).join('; ')}
                  {one.redirectUris.map(address => (
                    <span key={address} className="source">
                      {address}
                    </span>
                  ))}
                  {one.keys.length === 0 ? null : (
                    <span className="source">{words.say('clients.keys', { count: one.keys.length })}</span>
                  )}
                </>,
                <button
                  key="withdraw"
                  type="button"
                  className="button button-quiet button-small"
                  aria-label={words.say('applications.withdraw-whose', { name: words.pick(one.name) })}
                  onClick={() => leave(one)}
                >
                  {words.say('applications.withdraw')}
                </button>,
              ],
            }))}
          />
        )}
      </RegisteredList>
      <ClientForm />
      {leaving === null ? null : (
        <WithdrawDialog
          title={words.say('applications.withdraw-whose', { name: words.pick(leaving.name) })}
          text={words.say('clients.withdraw-text')}
          busy={withdraw.isPending}
          problem={withdraw.error?.problem ?? null}
          close={() => leave(null)}
          confirm={() => withdraw.mutate({ client: leaving.client })}
        />
      )}
    </section>
  )
}
