import { useQuery } from '@tanstack/react-query'
import { listDatasets, listPublications } from '@tereze/datasets/contract'
import { ask, Failure, Page, useSession, Waiting } from '@tereze/ui-app'
import { Callout, PageState } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { AskForm } from './ask-form.tsx'
import { DatasetPart } from './dataset-part.tsx'
import { PublicationsPart } from './publications-part.tsx'
import { openDataKey } from './use-command.ts'

/** Open data of an organisation at `/open-data`: what is published, a publication out of turn asked for and decided on, a version taken back. */
export function OpenDataPage(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const datasets = useQuery({
    queryKey: [openDataKey, 'datasets'],
    queryFn: ({ signal }) => ask(listDatasets, {}, { signal }),
  })
  const publications = useQuery({
    queryKey: [openDataKey, 'publications', organisation],
    queryFn: ({ signal }) => ask(listPublications, { organisation }, { signal }),
  })
  const own = (datasets.data?.items ?? []).filter(({ owner }) => owner === organisation)
  const titleOf = (id: string) => {
    const found = own.find(({ dataset }) => dataset === id)
    return found === undefined ? id : words.pick(found.title)
  }
  const failed = publications.data?.failed ?? []
  const first = [datasets, publications].find(({ isError }) => isError)
  return (
    <Page title={words.say('open-data.title')} wide>
      <h1>{words.say('open-data.title')}</h1>
      <p>{words.say('open-data.lead')}</p>
      {datasets.isPending || publications.isPending ? <Waiting lines={8} /> : null}
      {first?.error ? (
        <Failure
          problem={first.error.problem}
          again={() => void Promise.all([datasets.refetch(), publications.refetch()])}
          small
        />
      ) : null}
      {failed.map(({ dataset, failure, lookedAt }) => (
        <Callout key={dataset} tone="no" title={words.say('open-data.failed', { dataset: titleOf(dataset) })}>
          <p>{words.say('open-data.failed-text', { failure, date: words.moment(lookedAt) })}</p>
        </Callout>
      ))}
      {datasets.isSuccess && own.length === 0 ? (
        <PageState drawing="empty" title={words.say('open-data.none-title')} small>
          <p>{words.say('open-data.none-text')}</p>
        </PageState>
      ) : null}
      {own.length === 0 ? null : (
        <>
          {publications.isSuccess ? (
            <PublicationsPart items={publications.data.items} titleOf={titleOf} organisation={organisation} />
          ) : null}
          <AskForm datasets={own} organisation={organisation} />
          <h2>{words.say('open-data.datasets')}</h2>
          {own.map(card => (
            <DatasetPart key={card.dataset} card={card} organisation={organisation} />
          ))}
        </>
      )}
    </Page>
  )
}
