import { useInfiniteQuery } from '@tanstack/react-query'
import { findRecords, type RegisterDescription } from '@tereze/registers/contract'
import { ask, useSession } from '@tereze/ui-app'
import { PageState } from '@tereze/ui-components'
import { type FormEvent, type ReactNode, useRef } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { itemsOf, ListFrame } from '../state/list-frame.tsx'
import { useWords } from '../words/words.ts'
import { Criterion } from './criterion.tsx'
import { endOf } from './end-of.ts'
import { ExportPart } from './export-part.tsx'
import { fieldName, fieldValue } from './register-words.ts'
import { registersKey } from './use-register.ts'
import { WatchButton } from './watch-button.tsx'

/** Columns that a list shows; the others are searched by only. */
const shownColumns = 6

type Column = RegisterDescription['columns'][number]

/** A value at a pointer of a record. */
function at(data: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], data)
}

function criteriaOf(columns: readonly Column[], params: URLSearchParams): Record<string, string | boolean> {
  return Object.fromEntries(
    columns.flatMap(({ name, type }) => {
      const wanted = params.get(name)?.trim() ?? ''
      if (wanted === '') return []
      return [[name, type === 'boolean' ? wanted === 'true' : wanted] as const]
    }),
  )
}

/** Search and list of any register: criteria from its columns, also as of a legal date and of what was known then. What is asked stands in the address. */
export function SearchTab({ described }: { described: RegisterDescription }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const [params, setParams] = useSearchParams()
  const form = useRef<HTMLFormElement>(null)
  useShortcuts({ '/': () => void form.current?.querySelector<HTMLElement>('input, select')?.focus() })
  const where = criteriaOf(described.columns, params)
  const asOf = params.get('as-of') ?? ''
  const known = params.get('known') ?? ''
  const moment = { ...(asOf === '' ? {} : { asOf }), ...(known === '' ? {} : { knownAt: endOf(known) }) }
  const isNow = asOf === '' && known === ''
  const look = new URLSearchParams([...params].filter(([name]) => name === 'as-of' || name === 'known')).toString()
  const lists = described.may.includes('list')
  const asks = Object.keys(where).length > 0 || (lists && described.may.includes('search'))
  const query = useInfiniteQuery({
    queryKey: [registersKey, 'records', described.register, where, asOf, known],
    enabled: asks,
    queryFn: ({ pageParam, signal }) =>
      ask(
        findRecords,
        {
          organisation,
          register: described.register,
          where,
          limit: 50,
          ...moment,
          ...(pageParam === null ? {} : { after: pageParam }),
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
  })
  const found = itemsOf(query)
  const columns = described.columns.slice(0, shownColumns)

  function search(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const entries = [...new FormData(event.currentTarget)].flatMap(([name, value]) =>
      typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()] as [string, string]] : [],
    )
    setParams(new URLSearchParams(entries))
  }

  return (
    <>
      <form key={params.toString()} ref={form} className="register-search pane" onSubmit={search}>
        {described.columns.map(column => (
          <Criterion key={column.name} column={column} described={described} value={params.get(column.name) ?? ''} />
        ))}
        <label className="field">
          <span>{words.say('registers.as-of')}</span>
          <input className="input" type="date" name="as-of" defaultValue={asOf} />
        </label>
        {described.may.includes('history') ? (
          <label className="field">
            <span>{words.say('registers.known-at')}</span>
            <input className="input" type="date" name="known" defaultValue={known} />
          </label>
        ) : null}
        <div className="actions">
          <button type="submit" className="button">
            {words.say('registers.search')}
          </button>
          {params.size === 0 ? null : (
            <button type="button" className="button button-quiet" onClick={() => setParams(new URLSearchParams())}>
              {words.say('registers.clear')}
            </button>
          )}
        </div>
      </form>
      {isNow && Object.keys(where).length > 0 ? (
        <WatchButton watched={{ register: described.register, where }} />
      ) : null}
      {asks ? (
        <ListFrame
          query={query}
          lines={8}
          end={words.say('registers.found', { count: found.length })}
          empty={
            <PageState drawing="empty" title={words.say('registers.nothing-title')} small>
              <p>{words.say('registers.nothing-text')}</p>
            </PageState>
          }
        >
          <table className="table-cards tasks" aria-label={words.pick(described.title)}>
            <thead>
              <tr>
                {columns.map(({ name, pointer }) => (
                  <th key={name} scope="col">
                    {fieldName(described, pointer, words)}
                  </th>
                ))}
                <th scope="col">{words.say('registers.valid-from')}</th>
              </tr>
            </thead>
            <tbody>
              {found.map(({ record, data, validFrom }) => (
                <tr key={record}>
                  {columns.map(({ name, pointer }, index) => {
                    const shown = fieldValue(described, pointer, at(data, pointer), words) ?? '—'
                    return index === 0 ? (
                      <th key={name} scope="row">
                        <Link to={`/registers/${described.register}/records/${record}${look === '' ? '' : `?${look}`}`}>
                          {shown === '—' ? words.say('registers.open') : shown}
                        </Link>
                      </th>
                    ) : (
                      <td key={name} data-label={fieldName(described, pointer, words)}>
                        {shown}
                      </td>
                    )
                  })}
                  <td data-label={words.say('registers.valid-from')}>{words.date(validFrom, { short: true })}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {found.length > 0 ? <ExportPart described={described} where={where} at={moment} /> : null}
        </ListFrame>
      ) : (
        <p className="soft">{words.say('registers.search-first')}</p>
      )}
    </>
  )
}
