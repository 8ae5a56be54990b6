import { listClients, withdrawClient } from '@tereze/identity/contract'
import { ask, useOrganisations } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { ClientForm } from './client-form.tsx'
import { RegisteredPart } from './registered-part.tsx'

/** Registered applications and systems, and the form that registers one. */
export function ClientsPart(): ReactNode {
  const words = useWords()
  const organisations = useOrganisations()
  return (
    <RegisteredPart
      id="clients"
      words={{
        title: words.say('clients.title'),
        lead: words.say('clients.lead'),
        noneTitle: words.say('clients.none-title'),
        noneText: words.say('clients.none-text'),
        withdrawText: words.say('clients.withdraw-text'),
      }}
      columns={[
        { key: 'name', head: words.say('clients.name') },
        { key: 'of', head: words.say('clients.organisation') },
        { key: 'grants', head: words.say('clients.grants') },
      ]}
      list={signal => ask(listClients, {}, { signal })}
      keyOf={({ client }) => client}
      cellsOf={one => [
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
      ]}
      withdraw={withdrawClient}
      inputOf={({ client }) => ({ client })}
    >
      <ClientForm />
    </RegisteredPart>
  )
}
