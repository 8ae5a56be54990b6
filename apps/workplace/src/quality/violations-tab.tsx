import { useInfiniteQuery } from '@tanstack/react-query'
import { listViolations, type Violation, type ViolationState } from '@tereze/registers/contract'
import { ask, useSession } from '@tereze/ui-app'
import { PageState, Tag } from '@tereze/ui-components'
import { type ReactNode, useId, useRef } from 'react'
import { Link, useSearchParams } from 'react-router'
import { SearchBox } from '../inbox/search-box.tsx'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { registersKey } from '../registers/use-register.ts'
import { itemsOf, ListFrame } from '../state/list-frame.tsx'
import { useWords } from '../words/words.ts'
import { severities, severityTones } from './severity-tones.ts'
import type { Watched } from './watched-register-page.tsx'

const states: readonly ViolationState[] = ['open', 'accepted', 'mended']

/** Records that break rules of a register: found by words, rule, severity and state; each leads to its record and its case. */
export function ViolationsTab({ watched: { register, rules } }: { watched: Watched }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const [params, setParams] = useSearchParams()
  const box = useRef<HTMLInputElement>(null)
  const table = useRef<HTMLTableElement>(null)
  useShortcuts({ '/': () => void box.current?.focus() })
  const said = params.get('words') ?? ''
  const state = states.find(one => one === params.get('state')) ?? 'open'
  const severity = severities.find(one => one === params.get('severity'))
  const rule = rules.find(one => one.rule === params.get('rule'))?.rule
  const go = (next: Record<string, string>) => {
    const all = { words: said, state, severity: severity ?? '', rule: rule ?? '', ...next }
    setParams(Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')), { replace: true })
  }
  const wanted = {
    organisation,
    register,
    state,
    ...(said === '' ? {} : { words: said }),
    ...(severity === undefined ? {} : { severity }),
    ...(rule === undefined ? {} : { rule }),
  }
  const query = useInfiniteQuery({
    queryKey: [registersKey, 'violations', wanted],
    queryFn: ({ pageParam, signal }) =>
      ask(listViolations, { ...wanted, limit: 50, ...(pageParam === null ? {} : { after: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
    placeholderData: before => before,
  })
  const items = itemsOf(query)
  const isFiltered = said !== '' || severity !== undefined || rule !== undefined || state !== 'open'
  return (
    <>
      <div className="quality-tools">
        <SearchBox
          value={said}
          label={words.say('quality.search')}
          search={next => go({ words: next })}
          leave={() => table.current?.querySelector('a')?.focus()}
          box={box}
        />
        <Choice
          label={words.say('quality.rule')}
          value={rule ?? ''}
          options={[['', words.say('quality.any')], ...rules.map(one => [one.rule, words.pick(one.text)] as const)]}
          choose={next => go({ rule: next })}
        />
        <Choice
          label={words.say('quality.severity')}
          value={severity ?? ''}
          options={[
            ['', words.say('quality.any')],
            ...severities.map(one => [one, words.say(`quality.severity.${one}`)] as const),
          ]}
          choose={next => go({ severity: next })}
        />
        <Choice
          label={words.say('quality.state')}
          value={state}
          options={states.map(one => [one, words.say(`quality.state.${one}`)] as const)}
          choose={next => go({ state: next })}
        />
      </div>
      <ListFrame
        query={query}
        lines={6}
        end={words.say('quality.violations-count', { count: items.length })}
        empty={
          <PageState
            drawing="empty"
            title={words.say(isFiltered ? 'quality.not-found-title' : 'quality.no-violations-title')}
            small
          >
            <p>{words.say(isFiltered ? 'quality.not-found-text' : 'quality.no-violations-text')}</p>
          </PageState>
        }
      >
        <table ref={table} className="table-cards tasks" aria-label={words.say('quality.tab.violations')}>
          <thead>
            <tr>
              <th scope="col">{words.say('quality.rule')}</th>
              <th scope="col">{words.say('quality.record')}</th>
              <th scope="col">{words.say('quality.severity')}</th>
              <th scope="col">{words.say('quality.found')}</th>
              <th scope="col">{words.say('quality.case')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(item => (
              <Row key={item.violation} item={item} />
            ))}
          </tbody>
        </table>
      </ListFrame>
    </>
  )
}

function Row({ item }: { item: Violation }): ReactNode {
  const words = useWords()
  return (
    <tr>
      <th scope="row">
        {words.pick(item.text)}
        {item.accepted === null ? null : (
          <span className="soft">{words.say('quality.accepted', { reason: item.accepted.reason })}</span>
        )}
      </th>
      <td data-label={words.say('quality.record')}>
        <Link className="quality-record" to={`/registers/${item.register}/records/${item.record}`}>
          {item.record}
        </Link>
      </td>
      <td data-label={words.say('quality.severity')}>
        <Tag tone={severityTones[item.severity]}>{words.say(`quality.severity.${item.severity}`)}</Tag>
      </td>
      <td data-label={words.say('quality.found')}>
        {words.moment(item.foundAt, { short: true })}
        {item.endedAt === null ? null : (
          <span className="soft">
            {words.say('quality.mended-on', { when: words.moment(item.endedAt, { short: true }) })}
          </span>
        )}
      </td>
      <td data-label={words.say('quality.case')}>
        {item.case === null ? '—' : <Link to={`/cases/${item.case.case}`}>{item.case.number}</Link>}
      </td>
    </tr>
  )
}

function Choice(of: {
  label: string
  value: string
  options: readonly (readonly [value: string, label: string])[]
  choose: (value: string) => void
}): ReactNode {
  const id = useId()
  return (
    <label className="filter" htmlFor={id}>
      <span>{of.label}</span>
      <select id={id} className="input" value={of.value} onChange={event => of.choose(event.target.value)}>
        {of.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}
