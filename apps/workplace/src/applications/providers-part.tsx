import { listProviders, withdrawProvider } from '@tereze/identity/contract'
import { ask } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { ProviderForm } from './provider-form.tsx'
import { RegisteredPart } from './registered-part.tsx'

/** OpenID providers of others at which people may sign in, and the form that registers one. */
export function ProvidersPart(): ReactNode {
  const words = useWords()
  return (
    <RegisteredPart
      id="providers"
      words={{
        title: words.say('providers.title'),
        lead: words.say('providers.lead'),
        noneTitle: words.say('providers.none-title'),
        noneText: words.say('providers.none-text'),
        withdrawText: words.say('providers.withdraw-text'),
      }}
      columns={[
        { key: 'name', head: words.say('clients.name') },
        { key: 'issuer', head: words.say('providers.issuer') },
        { key: 'levels', head: words.say('providers.levels') },
      ]}
      list={signal => ask(listProviders, {}, { signal })}
      keyOf={({ provider }) => provider}
      cellsOf={one => [
        <>
          {words.pick(one.name)}
          <span className="source">{one.provider}</span>
        </>,
        <>
          {one.issuer}
          <span className="source">{one.client}</span>
        </>,
        Object.entries(one.levels)
          .map(([level, here]) => `${level} = ${words.say(`providers.level.${here}`)}`)
          .join('; ') || words.say('providers.level.low'),
      ]}
      withdraw={withdrawProvider}
      inputOf={({ provider }) => ({ provider })}
    >
      <ProviderForm />
    </RegisteredPart>
  )
}
