import { Page, RefusalNote, useSession } from '@tereze/ui-app'
import { PageState } from '@tereze/ui-components'
import { type ReactNode, useCallback, useRef, useState } from 'react'
import { Navigate, NavLink, useLocation, useNavigate, useParams, useSearchParams } from 'react-router'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { useSettings } from '../shell/settings.tsx'
import { itemsOf, ListFrame } from '../state/list-frame.tsx'
import { useWords } from '../words/words.ts'
import { BulkBar } from './bulk-bar.tsx'
import { ColumnChoice } from './column-choice.tsx'
import { FilterChoice } from './filter-choice.tsx'
import { type ListFilter, readFilter, writeFilter } from './list-filter.ts'
import { SavedFilters } from './saved-filters.tsx'
import { SearchBox } from './search-box.tsx'
import { decideHolding, isEnded, isTaskList, type TaskListId, taskLists } from './task.ts'
import { TaskTable } from './task-table.tsx'
import { useRows } from './use-rows.ts'
import { useHolding, useTasks } from './use-tasks.ts'

/** The inbox at `/inbox/:list`; any other list is one's own. */
export function Inbox(): ReactNode {
  const { list } = useParams()
  return isTaskList(list) ? <List key={list} list={list} /> : <Navigate to="/inbox/mine" replace />
}

function List({ list }: { list: TaskListId }): ReactNode {
  const { say } = useWords()
  const { id } = useSession()
  const { settings } = useSettings()
  const [params, setParams] = useSearchParams()
  const location = useLocation()
  const navigate = useNavigate()
  const filter = readFilter(params)
  const query = useTasks(list, filter)
  const tasks = itemsOf(query)
  const left = (location.state as { left?: string } | null)?.left
  const rows = useRows(
    tasks.length,
    tasks.findIndex(task => task.case === left),
  )
  const holding = useHolding()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose = (ids: readonly string[], on: boolean) =>
    setChosen(before => new Set(on ? [...before, ...ids] : [...before].filter(id => !ids.includes(id))))
  const selectable = list !== 'done' && list !== 'search'
  const box = useRef<HTMLInputElement>(null)
  const narrow = useCallback(
    (part: Partial<ListFilter>) =>
      setParams(before => writeFilter({ ...readFilter(before), ...part }), { replace: true }),
    [setParams],
  )
  const setSearch = useCallback((words: string) => narrow({ q: words }), [narrow])

  const onArrow = (by: number) => () => (rows.reachable() ? rows.move(by) : false) as undefined | false
  const goTo = (index: number) => () => void navigate(`/inbox/${taskLists[index]}`)
  useShortcuts({
    j: () => void rows.move(1),
    k: () => void rows.move(-1),
    ArrowDown: onArrow(1),
    ArrowUp: onArrow(-1),
    '/': () => void box.current?.focus(),
    c() {
      const task = tasks[rows.current]
      if (!task || isEnded(task) || holding.isPending) return
      const state = decideHolding(task, id)
      if (state !== 'held') holding.mutate({ task, take: state === 'free' })
    },
    x() {
      const task = tasks[rows.current]
      if (task && selectable) choose([task.task], !chosen.has(task.task))
    },
    '1': goTo(0),
    '2': goTo(1),
    '3': goTo(2),
    '4': goTo(3),
    '5': goTo(4),
    '6': goTo(5),
    '7': goTo(6),
  })

  return (
    <Page title={say(`inbox.list.${list}`)} wide>
      <div className="inbox-head">
        <h1>{say('inbox.title')}</h1>
        <nav className="tabs" aria-label={say('inbox.title')}>
          {taskLists.map(name => (
            <NavLink key={name} to={`/inbox/${name}`}>
              {say(`inbox.list.${name}`)}
            </NavLink>
          ))}
        </nav>
        <div className="inbox-tools">
          <SearchBox value={filter.q} search={setSearch} leave={() => rows.move(0)} box={box} />
          <FilterChoice filter={filter} change={narrow} />
          <SavedFilters list={list} filter={filter} />
          <ColumnChoice />
        </div>
      </div>
      <h2 className="hidden-text">{say(`inbox.list.${list}`)}</h2>
      {holding.error ? <RefusalNote problem={holding.error.problem} /> : null}
      <p className="hidden-text" role="status">
        {holding.isSuccess ? say(holding.variables.take ? 'inbox.taken' : 'inbox.given-back') : ''}
      </p>
      <ListFrame
        query={query}
        lines={12}
        empty={
          <Nothing
            list={list}
            narrowed={list === 'search' ? filter.q !== '' : Object.keys(writeFilter(filter)).length > 0}
          />
        }
        end={say('inbox.end', { count: tasks.length })}
      >
        <TaskTable
          tasks={tasks}
          columns={list === 'done' ? settings.columns.filter(column => column !== 'deadline') : settings.columns}
          rows={rows}
          from={location.pathname + location.search}
          take={task => holding.mutate({ task, take: true })}
          busy={holding.isPending ? holding.variables.task.task : null}
          label={say(`inbox.list.${list}`)}
          chosen={selectable ? chosen : null}
          choose={choose}
        />
      </ListFrame>
      {selectable ? (
        <BulkBar chosen={tasks.filter(({ task }) => chosen.has(task))} clear={() => setChosen(new Set())} />
      ) : null}
    </Page>
  )
}

function Nothing({ list, narrowed }: { list: TaskListId; narrowed: boolean }): ReactNode {
  const { say } = useWords()
  if (narrowed) {
    return (
      <PageState drawing="lost" title={say('inbox.not-found-title')} small>
        <p>{say('inbox.not-found-text')}</p>
      </PageState>
    )
  }
  const action =
    list === 'mine' ? (
      <NavLink className="button" to="/inbox/unit">
        {say('inbox.empty.mine.action')}
      </NavLink>
    ) : null
  return (
    <PageState drawing="empty" title={say(`inbox.empty.${list}.title`)} small action={action}>
      <p>{say(`inbox.empty.${list}.text`)}</p>
    </PageState>
  )
}
