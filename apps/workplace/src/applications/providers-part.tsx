import { useQuery } from '@tanstack/react-query'
import { listProviders, type OutsideProvider, withdrawProvider } from '@tereze/identity/contract'
import { Table } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { ask } from '../session/platform.ts'
import { useWords } from '../words/words.tsx'
import { ProviderForm } from './provider-form.tsx'
import { RegisteredList } from './registered-list.tsx'
import { applicationsKey, useCommand } from './use-command.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** OpenID providers of others at which people may sign in, each withdrawn here, and the form that registers one. */
export function ProvidersPart(): ReactNode {
  const words = useWords()
  const [leaving, leave] = useState<OutsideProvider | null>(null)
  const withdraw = useCommand(withdrawProvider, () => leave(null))
  const query = useQuery({
    queryKey: [applicationsKey, 'providers'],
    queryFn: ({ signal }) => ask(listProviders, {}, { signal }),
  })
  return (
    <section aria-labelledby="providers">
      <h2 id="providers">{words.say('providers.title')}</h2>
      <p className="soft">{words.say('providers.lead')}</p>
      <RegisteredList
        query={query}
        emptyTitle={words.say('providers.none-title')}
        emptyText={words.say('providers.none-text')}
      >
        {items => (
          <Table
            caption={words.say('providers.title')}
            captionHidden
            columns={[
              { key: 'name', head: words.say('clients.name') },
              { key: 'issuer', head: words.say('providers.issuer') },
              { key: 'levels', head: words.say('providers.levels') },
              { key: 'deeds', head: words.say('applications.deeds') },
            ]}
            rows={items.map(one => ({
              key: one.provider,
              cells: [
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
      <ProviderForm />
      {leaving === null ? null : (
        <WithdrawDialog
          title={words.say('applications.withdraw-whose', { name: words.pick(leaving.name) })}
          text={words.say('providers.withdraw-text')}
          busy={withdraw.isPending}
          problem={withdraw.error?.problem ?? null}
          close={() => leave(null)}
          confirm={() => withdraw.mutate({ provider: leaving.provider })}
        />
      )}
    </section>
  )
}
