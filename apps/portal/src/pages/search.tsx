import { searchCatalogue } from '@tereze/catalogue/contract'
import type { OutputOf } from '@tereze/operation'
import { isProblem } from '@tereze/ui-client'
import { Back, ButtonLink, LinkRow, Links, PageState, Search, Tag } from '@tereze/ui-components'
import { addresses } from '../addresses.ts'
import { page } from '../page.ts'

/** Answers to “What happened?”. */
export const search = page<{ words: string; found: OutputOf<typeof searchCatalogue>['items'] }>({
  path: '/search',
  signIn: false,
  title: (_, ui) => ui.t('search.title'),
  async load({ client, query, language }) {
    const words = (query.get('words') ?? '').trim().slice(0, 200)
    if (words === '') return { words, found: [] }
    const reply = await client.call(searchCatalogue, { words, language })
    return isProblem(reply) ? reply : { words, found: reply.items }
  },
  view: ({ words, found }, ui) => (
    <>
      <Back href={addresses.home}>{ui.t('back.home')}</Back>
      <h1>{ui.t('home.title')}</h1>
      <Search
        action={addresses.search}
        name="words"
        label={ui.t('home.search')}
        placeholder={ui.t('home.search.example')}
        button={ui.t('home.search.button')}
        value={words}
      />
      {words === '' ? null : found.length === 0 ? (
        <PageState
          drawing="lost"
          small
          title={ui.t('search.none', { words })}
          action={
            <ButtonLink kind="quiet" href={addresses.home}>
              {ui.t('home.situations')}
            </ButtonLink>
          }
        >
          <p>{ui.t('search.none.text')}</p>
        </PageState>
      ) : (
        <>
          <div role="status">
            <h2>{ui.t('search.found', { count: found.length, words })}</h2>
          </div>
          <Links>
            {found.map(entry => (
              <LinkRow
                key={`${entry.kind} ${entry.id}`}
                href={addresses.entry(entry.kind, entry.id)}
                title={ui.say(entry.title)}
                aside={
                  <Tag tone="later">{ui.t(entry.kind === 'situation' ? 'search.situation' : 'search.service')}</Tag>
                }
              >
                <p>{ui.say(entry.summary)}</p>
              </LinkRow>
            ))}
          </Links>
        </>
      )}
    </>
  ),
})
