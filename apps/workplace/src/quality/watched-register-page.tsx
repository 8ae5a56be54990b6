import { useQuery } from '@tanstack/react-query'
import type { OutputOf } from '@tereze/operation'
import { checkQuality, getQuality } from '@tereze/registers/contract'
import { ask, BusyButton, Failure, Page, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { Link, Navigate, NavLink, useNavigate, useParams } from 'react-router'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { useCommand } from '../registers/use-command.ts'
import { registersKey } from '../registers/use-register.ts'
import { useWords } from '../words/words.ts'
import { indexInWords } from './index-in-words.ts'
import { RulesTab } from './rules-tab.tsx'
import { TrendPicture } from './trend-picture.tsx'
import { ViolationsTab } from './violations-tab.tsx'

/** What a platform says of the quality of a register. */
export type Watched = OutputOf<typeof getQuality>

const parts = { rules: RulesTab, violations: ViolationsTab } as const
const tabs = ['rules', 'violations'] as const
/** How often progress is asked for while a check is under way, milliseconds. */
const look = 3_000

/** The quality of one register at `/quality/:register/:tab`: its rules, and the records that break them. */
export function WatchedRegisterPage(): ReactNode {
  const { register = '', tab = '' } = useParams()
  const { organisation } = useSession()
  const words = useWords()
  const query = useQuery({
    queryKey: [registersKey, 'quality', organisation, register],
    queryFn: ({ signal }) => ask(getQuality, { organisation, register }, { signal }),
    refetchInterval: ({ state }) => (state.data?.check?.state === 'running' ? look : false),
  })
  if (query.data !== undefined) return <Shown watched={query.data} tab={tab} />
  return (
    <Page title={words.say('quality.title')} wide>
      {query.isError ? (
        <Failure problem={query.error.problem} again={() => void query.refetch()} />
      ) : (
        <Waiting lines={8} />
      )}
    </Page>
  )
}

function Shown({ watched, tab }: { watched: Watched; tab: string }): ReactNode {
  const words = useWords()
  const navigate = useNavigate()
  const { register, title, index, history } = watched
  const goTo = (name: string) => () => void navigate(`/quality/${register}/${name}`)
  useShortcuts({ '1': goTo('rules'), '2': goTo('violations') })
  const here = tabs.find(name => name === tab)
  if (here === undefined) return <Navigate to={`/quality/${register}/rules`} replace />
  const Part = parts[here]
  return (
    <Page title={`${words.say('quality.title')}: ${words.pick(title)}`} wide>
      <p className="back-line">
        <Link to="/quality">{words.say('quality.title')}</Link>
      </p>
      <div className="inbox-head">
        <h1>{words.pick(title)}</h1>
        <nav className="tabs" aria-label={words.pick(title)}>
          {tabs.map(name => (
            <NavLink key={name} to={`/quality/${register}/${name}`}>
              {words.say(`quality.tab.${name}`)}
            </NavLink>
          ))}
        </nav>
      </div>
      <section className="pane quality-index" aria-labelledby="index">
        <h2 id="index">{words.say('quality.index')}</h2>
        <p className="quality-number">{indexInWords(index, words.language)}</p>
        <TrendPicture history={history} />
        <Check watched={watched} />
      </section>
      <h2 className="hidden-text">{words.say(`quality.tab.${here}`)}</h2>
      <Part watched={watched} />
    </Page>
  )
}

/** How far the last complete check is, and a new one for those who may begin it. */
function Check({ watched: { register, check } }: { watched: Watched }): ReactNode {
  const words = useWords()
  const { organisation, roles } = useSession()
  const begin = useCommand(checkQuality)
  const mayBegin = roles.some(role => role === 'head' || role === 'data-steward')
  const isRunning = check?.state === 'running'
  return (
    <div className="quality-check">
      <p className="soft" aria-live="polite">
        {check === null
          ? words.say('quality.check.none')
          : words.say(`quality.check.${check.state}`, {
              done: check.done,
              total: check.total ?? check.done,
              when: words.moment(check.endedAt ?? check.startedAt, { short: true }),
            })}
      </p>
      {mayBegin ? (
        <BusyButton
          className="button button-quiet"
          busy={begin.isPending || isRunning}
          onClick={() => begin.mutate({ organisation, register })}
        >
          {words.say('quality.check-now')}
        </BusyButton>
      ) : null}
      {begin.error ? <RefusalNote problem={begin.error.problem} /> : null}
    </div>
  )
}
