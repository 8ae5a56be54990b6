import { beginDraft, type VariantCell, type VariantState } from '@tereze/studio/contract'
import { BusyButton, commandOf, RefusalNote, useOrganisations, useSession } from '@tereze/ui-app'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { Link, useNavigate } from 'react-router'
import { useWords } from '../words/words.ts'
import { actToJoin } from './act-to-join.ts'
import { cellAfter, type Matrix, type MatrixRow } from './which-cells.ts'

const useCommand = commandOf('studio')

/** Typical services down, regions across; on a phone a card for each service. Arrows walk from cell to cell. */
export function MatrixTable(of: {
  readonly rows: readonly MatrixRow[]
  readonly regions: Matrix['regions']
  /** Cells in another state stand back; empty: none. */
  readonly state: VariantState | ''
}): ReactNode {
  const { say, pick } = useWords()
  const organisations = useOrganisations()
  const table = useRef<HTMLTableElement>(null)
  const walk = (event: KeyboardEvent<HTMLTableElement>) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('td[data-at]')
    const [row = 0, column = 0] = cell?.dataset.at?.split(' ').map(Number) ?? []
    const next = cell === null ? null : cellAfter(event.key, [row, column], [of.rows.length, of.regions.length])
    if (next === null) return
    event.preventDefault()
    table.current?.querySelector<HTMLElement>(`td[data-at="${next.join(' ')}"] :is(a, button)`)?.focus()
  }
  return (
    <div className="table-scroll">
      <table className="table-cards variants-table" ref={table} onKeyDown={walk}>
        <caption className="hidden-text">{say('variants.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('variants.service')}</th>
            {of.regions.map(({ region, title }) => (
              <th key={region} scope="col">
                {pick(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.rows.map(({ service, cells }, row) => (
            <tr key={service.package}>
              <th scope="row">
                {pick(service.title)}
                <span className="soft variants-of">{`${service.version} · ${organisations(service.owner)}`}</span>
              </th>
              {cells.map((cell, column) => (
                <td
                  key={cell.region}
                  data-at={`${row} ${column}`}
                  data-label={pick(of.regions[column]?.title ?? { en: '', ru: '', kk: '' })}
                  className={of.state !== '' && of.state !== cell.state ? 'variants-back' : undefined}
                >
                  <Cell cell={cell} service={service} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ cell, service }: { cell: VariantCell; service: MatrixRow['service'] }): ReactNode {
  const { say, pick } = useWords()
  const mark = <span className={`variants-mark variants-${cell.state}`}>{say(`variants.state.${cell.state}`)}</span>
  return (
    <>
      {mark}
      {cell.variants.map(({ package: id, title, version, base, collisions }) => (
        <p key={id}>
          <Link to={`/variants/${id}`}>{pick(title)}</Link>
          <span className="soft variants-of">
            {say('variants.on', { version, number: base })}
            {collisions === 0 ? '' : ` · ${say('variants.collisions', { count: collisions })}`}
          </span>
        </p>
      ))}
      {cell.draft === null ? null : (
        <p>
          <Link to={`/drafts/${cell.draft}?file=digital-regulation.json`}>{say('variants.draft')}</Link>
        </p>
      )}
      {cell.own && cell.state === 'none' ? <Join service={service} region={cell.region} /> : null}
    </>
  )
}

/** Joins a typical service: a draft that says in everything what the template says, but whose body is one’s own. */
function Join({ service, region }: { service: MatrixRow['service']; region: string }): ReactNode {
  const { say } = useWords()
  const { organisation, roles } = useSession()
  const navigate = useNavigate()
  const begin = useCommand(beginDraft, ({ draft }) => void navigate(`/drafts/${draft}?file=digital-regulation.json`))
  if (!roles.includes('developer')) return null
  const regulation = actToJoin(service, region, organisation)
  return (
    <div className="variants-join">
      <BusyButton
        type="button"
        className="button button-quiet"
        busy={begin.isPending}
        onClick={() => begin.mutate({ organisation, from: { begin: 'regulation', regulation } })}
      >
        {say('variants.join')}
      </BusyButton>
      {begin.error ? <RefusalNote problem={begin.error.problem} /> : null}
    </div>
  )
}
