import { useQuery } from '@tanstack/react-query'
import { listVariants, type VariantState } from '@tereze/studio/contract'
import { ask, Failure, Page, useSession, Waiting } from '@tereze/ui-app'
import { PageState } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { useWords } from '../words/words.ts'
import { MatrixTable } from './matrix-table.tsx'
import { countStates, type Matrix, shownRegions, variantStates, whichRows } from './which-cells.ts'
import './variants.css'

/** The readiness of typical services in regions at `/variants`: who has joined what, who is behind, what collides. */
export function VariantsPage(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const query = useQuery({
    queryKey: ['studio', 'variants', organisation],
    queryFn: ({ signal }) => ask(listVariants, { organisation }, { signal }),
  })
  return (
    <Page title={words.say('variants.title')} wide>
      <h1>{words.say('variants.title')}</h1>
      <p className="soft">{words.say('variants.about')}</p>
      {query.isPending ? <Waiting lines={6} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} /> : null}
      {query.data?.services.length === 0 ? (
        <PageState drawing="empty" title={words.say('variants.none')} small>
          <p>{words.say('variants.none-text')}</p>
        </PageState>
      ) : null}
      {query.data !== undefined && query.data.services.length > 0 ? <Found matrix={query.data} /> : null}
    </Page>
  )
}

function Found({ matrix }: { matrix: Matrix }): ReactNode {
  const { say, pick } = useWords()
  const [params, setParams] = useSearchParams()
  const wanted = {
    state: variantStates.find(one => one === params.get('state')) ?? ('' as const),
    region: matrix.regions.find(({ region }) => region === params.get('region'))?.region ?? '',
    words: params.get('words') ?? '',
  }
  const set = (name: keyof typeof wanted, value: string) =>
    setParams(
      before => {
        const next = new URLSearchParams(before)
        if (value === '') next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  const counts = countStates(matrix.cells)
  const rows = whichRows(matrix, wanted)
  return (
    <>
      <ul className="variants-counts" aria-label={say('variants.counts')}>
        {variantStates.map((state: VariantState) => (
          <li key={state}>
            <button
              type="button"
              className="variants-count"
              aria-pressed={wanted.state === state}
              onClick={() => set('state', wanted.state === state ? '' : state)}
            >
              <span className="variants-number">{counts[state]}</span>
              <span className={`variants-mark variants-${state}`}>{say(`variants.state.${state}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="variants-choose">
        <label className="field">
          <span>{say('variants.search')}</span>
          <input
            className="input"
            type="search"
            value={wanted.words}
            onChange={event => set('words', event.target.value)}
          />
        </label>
        <label className="field">
          <span>{say('variants.region')}</span>
          <select className="input" value={wanted.region} onChange={event => set('region', event.target.value)}>
            <option value="">{say('variants.all-regions')}</option>
            {matrix.regions.map(({ region, title }) => (
              <option key={region} value={region}>
                {pick(title)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p role="status" className="soft">
        {rows.length === 0
          ? say('variants.none-found')
          : say('variants.found', { count: rows.length, number: matrix.services.length })}
      </p>
      {rows.length === 0 ? null : (
        <MatrixTable rows={rows} regions={shownRegions(matrix, wanted)} state={wanted.state} />
      )}
    </>
  )
}
