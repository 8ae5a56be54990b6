import { useQuery } from '@tanstack/react-query'
import { type DataEntry, type DataKind, searchData } from '@tereze/catalogue/contract'
import { ask, Failure, Page, Waiting } from '@tereze/ui-app'
import { PageState } from '@tereze/ui-components'
import { type ReactNode, useId, useRef } from 'react'
import { Link, useSearchParams } from 'react-router'
import { SearchBox } from '../inbox/search-box.tsx'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { useWords } from '../words/words.ts'

/** Everything a screen shows of the data catalogue. */
export const catalogueKey = 'data-catalogue'

const kinds: readonly DataKind[] = ['concept', 'register', 'contract', 'service']

/** The data catalogue at `/catalogue`: what data there are and what they mean, found by words. */
export function CataloguePage(): ReactNode {
  const { say } = useWords()
  const [params, setParams] = useSearchParams()
  const words = params.get('words') ?? ''
  const kind = kinds.find(one => one === params.get('kind'))
  const box = useRef<HTMLInputElement>(null)
  const results = useRef<HTMLUListElement>(null)
  const choice = useId()
  useShortcuts({ '/': () => void box.current?.focus() })
  const query = useQuery({
    queryKey: [catalogueKey, words, kind],
    queryFn: ({ signal }) => ask(searchData, { words, ...(kind === undefined ? {} : { kind }) }, { signal }),
    placeholderData: before => before,
  })
  const go = (next: Record<string, string>) => {
    const all = Object.entries({ words, kind: kind ?? '', ...next }).filter(([, value]) => value !== '')
    setParams(Object.fromEntries(all), { replace: true })
  }
  const items = query.data?.items ?? []
  return (
    <Page title={say('catalogue.title')} wide>
      <h1>{say('catalogue.title')}</h1>
      <p>{say('catalogue.lead')}</p>
      <div className="catalogue-tools">
        <SearchBox
          value={words}
          label={say('catalogue.search')}
          search={next => go({ words: next })}
          leave={() => results.current?.querySelector('a')?.focus()}
          box={box}
        />
        <label htmlFor={choice}>
          <span className="hidden-text">{say('catalogue.kind')}</span>
          <select id={choice} className="input" value={kind ?? ''} onChange={event => go({ kind: event.target.value })}>
            <option value="">{say('catalogue.kind.all')}</option>
            {kinds.map(one => (
              <option key={one} value={one}>
                {say(`catalogue.kinds.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="soft" role="status">
        {query.isSuccess ? say('catalogue.found', { count: items.length }) : ''}
      </p>
      {query.isPending ? <Waiting lines={8} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.isSuccess && items.length === 0 ? (
        <PageState drawing="empty" title={say('catalogue.none-title')} small>
          <p>{say('catalogue.none-text')}</p>
        </PageState>
      ) : null}
      <ul className="catalogue-entries" ref={results}>
        {items.map(entry => (
          <Entry key={`${entry.kind}:${entry.id}`} entry={entry} />
        ))}
      </ul>
    </Page>
  )
}

function Entry({ entry }: { entry: DataEntry }): ReactNode {
  const { say, pick } = useWords()
  const title = pick(entry.title)
  return (
    <li className="pane">
      <p className="soft">{`${say(`catalogue.kind.${entry.kind}`)} · ${pick(entry.owner)}`}</p>
      <h2>{entry.kind === 'concept' ? <Link to={`/catalogue/${entry.id}`}>{title}</Link> : title}</h2>
      {entry.summary === null ? null : <p>{pick(entry.summary)}</p>}
      {entry.concepts.length === 0 ? null : (
        <details>
          <summary>{say('catalogue.fields', { count: entry.concepts.length })}</summary>
          <ul className="concept-names">
            {entry.concepts.map(({ id, name }) => (
              <li key={id}>
                <Link to={`/catalogue/${id}`}>{pick(name)}</Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}
