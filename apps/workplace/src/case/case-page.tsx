import { useQueryClient } from '@tanstack/react-query'
import { Failure, isNotFound, Page, useSession, Waiting } from '@tereze/ui-app'
import { Icon } from '@tereze/ui-components'
import { type ReactNode, useRef, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { Link, useLocation, useNavigate, useParams, useSearchParams } from 'react-router'
import { findNextTask, type Task } from '../inbox/task.ts'
import { useHolding } from '../inbox/use-tasks.ts'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { ProcessPart } from '../process/process-part.tsx'
import { startFor } from '../session/places.ts'
import { useMedia } from '../shell/use-media.ts'
import { useWords } from '../words/words.ts'
import { CaseHead } from './case-head.tsx'
import { ChroniclePane } from './chronicle-pane.tsx'
import { CommentsPane } from './comments-pane.tsx'
import { FactsPane } from './facts-pane.tsx'
import { NoSuchCase } from './no-such-case.tsx'
import { chooseTask } from './task-choice.ts'
import { type Done, TaskPane } from './task-pane.tsx'
import { useCase } from './use-case.ts'
import type { CaseView } from './view.ts'
import { WrittenPane } from './written-pane.tsx'

/** A case at `/cases/:case`: person and facts, the task at hand, the chronicle. */
export function CasePage(): ReactNode {
  const { case: id = '' } = useParams()
  const { say, pick } = useWords()
  const query = useCase(id)
  const from = useWayBack()
  if (isNotFound(query.error?.problem)) return <NoSuchCase />
  return (
    <Page title={query.data ? pick(query.data.card.title) : say('case.title')} wide>
      {query.isPending ? <Waiting lines={10} /> : null}
      {query.isError && !query.data ? (
        <>
          <Link className="back" to={from}>
            <Icon name="arrow-left" />
            {say('case.back')}
          </Link>
          <Failure problem={query.error.problem} again={() => void query.refetch()} />
        </>
      ) : null}
      {query.data ? <Case key={id} view={query.data} /> : null}
    </Page>
  )
}

/** Where one came from, else where one's day begins. */
function useWayBack(): string {
  const { roles } = useSession()
  const { state } = useLocation() as { state: { from?: string } | null }
  return state?.from ?? startFor(roles)
}

function Case({ view }: { view: CaseView }): ReactNode {
  const { say } = useWords()
  const { id } = useSession()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const wide = useMedia('(min-width: 72rem)')
  const [part, setPart] = useState('work')
  const way = useRef<HTMLDetailsElement>(null)
  const holding = useHolding()
  const [done, setDone] = useState<Done | null>(null)
  const queries = useQueryClient()
  const task = chooseTask(view.tasks, params.get('task'), id)
  const from = useWayBack()

  const hold = (take: boolean) => {
    if (task && !holding.isPending) holding.mutate({ task, take })
  }
  useShortcuts({
    c() {
      if (task && (task.holder === null || task.holder.official === id)) hold(task.holder === null)
    },
    d: () =>
      document
        .querySelector<HTMLElement>('#decision input, #decision textarea, #activities button, #plain button')
        ?.focus() ?? undefined,
    u: () => void navigate(from, { state: { left: view.card.case } }),
    w() {
      setPart('way')
      // On a narrow screen the part has to be there first.
      requestAnimationFrame(() => showWay(way.current))
    },
  })

  function completed(outcome: string, ofTask: string): void {
    const lists = queries.getQueriesData<{ pages: readonly { items: readonly Task[] }[] }>({ queryKey: ['tasks'] })
    const known = lists.flatMap(([, data]) => data?.pages.flatMap(page => page.items) ?? [])
    setDone({ outcome, next: findNextTask(known, ofTask, id) })
  }

  const facts = <FactsPane view={view} />
  const work = (
    <TaskPane view={view} task={task} done={done} hold={hold} holding={holding} completed={completed} from={from} />
  )
  const chronicle = (
    <>
      <WrittenPane view={view} />
      <CommentsPane view={view} />
      <ChroniclePane view={view} current={task?.task ?? null} />
    </>
  )
  const process = <ProcessPart id={view.card.case} part={way} />
  return (
    <>
      <CaseHead view={view} task={task} from={from} />
      {wide ? (
        <>
          <div className="case">
            <div className="case-side">{facts}</div>
            <div className="case-work">{work}</div>
            <div className="case-side">{chronicle}</div>
          </div>
          <div className="case-way">{process}</div>
        </>
      ) : (
        <Tabs className="case-tabs" selectedKey={part} onSelectionChange={key => setPart(String(key))}>
          <TabList aria-label={say('case.parts')} className="tabs">
            <Tab id="work">{say('case.part.work')}</Tab>
            <Tab id="facts">{say('case.part.facts')}</Tab>
            <Tab id="chronicle">{say('case.part.chronicle')}</Tab>
            <Tab id="way">{say('case.part.way')}</Tab>
          </TabList>
          <TabPanel id="work" className="case-panel" shouldForceMount>
            {work}
          </TabPanel>
          <TabPanel id="facts" className="case-panel" shouldForceMount>
            {facts}
          </TabPanel>
          <TabPanel id="chronicle" className="case-panel" shouldForceMount>
            {chronicle}
          </TabPanel>
          <TabPanel id="way" className="case-panel" shouldForceMount>
            {process}
          </TabPanel>
        </Tabs>
      )}
    </>
  )
}

/** Opens the way of the case and goes there. */
function showWay(way: HTMLDetailsElement | null): void {
  if (way === null) return
  way.open = true
  way.scrollIntoView({ block: 'start' })
  way.querySelector('summary')?.focus({ preventScroll: true })
}
