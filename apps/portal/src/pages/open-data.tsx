import { type DatasetCard, listDatasets } from '@tereze/datasets/contract'
import { isProblem } from '@tereze/ui-client'
import { Back, ButtonLink, LinkRow, Links, PageState, Search } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { page } from '../page.ts'
import type { Ui } from '../ui.ts'

interface OpenData {
  readonly words: string
  readonly found: readonly DatasetCard[]
}

function row(card: DatasetCard, ui: Ui): ReactNode {
  const published =
    card.publishedAt === null
      ? ui.t('open-data.not-yet')
      : `${ui.t('open-data.rows', { count: card.rows })}, ${ui.t('open-data.published', { day: ui.dayOf(card.publishedAt) })}`
  return (
    <LinkRow key={card.dataset} href={addresses.dataset(card.dataset)} title={ui.say(card.title)}>
      <p>{ui.say(card.summary)}</p>
      <p className="soft">
        {ui.say(card.ownerName)} · {published}
      </p>
    </LinkRow>
  )
}

function view({ words, found }: OpenData, ui: Ui): ReactNode {
  return (
    <>
      <Back href={addresses.home}>{ui.t('back.home')}</Back>
      <h1>{ui.t('open-data.title')}</h1>
      <p className="lead">{ui.t('open-data.lead')}</p>
      <Search
        action={addresses.openData}
        name="words"
        label={ui.t('open-data.search')}
        placeholder={ui.t('open-data.search.example')}
        button={ui.t('home.search.button')}
        value={words}
      />
      {found.length === 0 ? (
        <PageState
          drawing="lost"
          small
          title={ui.t('open-data.none', { words })}
          action={
            <ButtonLink kind="quiet" href={addresses.openData}>
              {ui.t('open-data.all')}
            </ButtonLink>
          }
        >
          <p>{ui.t('open-data.none.text')}</p>
        </PageState>
      ) : (
        <>
          <div role="status">
            <h2>{ui.t('open-data.found', { count: found.length })}</h2>
          </div>
          <Links>{found.map(card => row(card, ui))}</Links>
          <p className="soft above">
            {ui.t('open-data.machines')}: <code>{`${ui.origin}/catalogue/public`}</code>,{' '}
            <code>{`${ui.origin}/opendata/list.csv`}</code>
          </p>
        </>
      )}
    </>
  )
}

/** What everybody may take, with a search. */
export const openData = page<OpenData>({
  path: '/open-data',
  signIn: false,
  title: (_, ui) => ui.t('open-data.title'),
  async load({ client, query }) {
    const words = (query.get('words') ?? '').trim().slice(0, 200)
    const reply = await client.call(listDatasets, words === '' ? {} : { words })
    return isProblem(reply) ? reply : { words, found: reply.items }
  },
  view,
})
