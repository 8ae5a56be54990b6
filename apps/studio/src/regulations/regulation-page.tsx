import { useQuery } from '@tanstack/react-query'
import { stageText } from '@tereze/regulation'
import { getRegulation } from '@tereze/regulations/contract'
import { ask, Failure, Page, useSession, Waiting } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { useWords } from '../words/words.ts'
import { CompareView } from './compare-view.tsx'
import { DisagreementsView } from './disagreements-view.tsx'
import type { Life } from './life.ts'
import { OwnActions } from './own-actions.tsx'
import { Days } from './regulations-page.tsx'
import './regulations.css'
import { RemarksView } from './remarks-view.tsx'
import { StepsView } from './steps-view.tsx'
import { TextView } from './text-view.tsx'
import { Turns } from './turns.tsx'
import { useBodies } from './use-bodies.ts'
import { VoiceActions } from './voice-actions.tsx'

const views = ['text', 'remarks', 'disagreements', 'compare', 'steps'] as const
type View = (typeof views)[number]
/** While a voice is on its way, milliseconds between looks. */
const soon = 1_000

const isOnItsWay = (life: Life | undefined) => life?.voices.some(({ state }) => state === 'given') === true

/** A regulation at `/regulations/{owner}/{regulation}`: where it stands, what may be done, its text with remarks, and how it came to be. */
export function RegulationPage(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const { owner = '', regulation = '' } = useParams()
  const query = useQuery({
    queryKey: ['regulations', 'life', organisation, owner, regulation],
    queryFn: ({ signal }) => ask(getRegulation, { organisation, owner, regulation }, { signal }),
    refetchInterval: ({ state }) => (isOnItsWay(state.data) ? soon : false),
  })
  const card = query.data?.card
  const title = card === undefined ? words.say('regulations.title') : `${words.pick(card.title)} ${card.version}`
  return (
    <Page title={title} wide>
      <p className="soft back">
        <Link to="/regulations">{words.say('regulations.title')}</Link>
      </p>
      <h1>{title}</h1>
      {query.isPending ? <Waiting lines={8} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} /> : null}
      {query.data === undefined ? null : <Opened life={query.data} />}
    </Page>
  )
}

function Opened({ life }: { life: Life }): ReactNode {
  const words = useWords()
  const bodies = useBodies()
  const { organisation } = useSession()
  const [search, setSearch] = useSearchParams()
  const { card } = life
  const view = views.find(one => one === search.get('view')) ?? 'text'
  const address = `/regulations/${card.owner}/${card.regulation}/text.pdf`
  return (
    <>
      <p className="publication-state" role="status">
        {stageText(card.stage, words.language)} <Days card={card} />
      </p>
      <p className="soft">
        {bodies.name(card.owner)}
        {card.owner === organisation ? (
          <>
            {' · '}
            <Link to={`/drafts/${life.draft}?file=digital-regulation.json`}>{words.say('draft.title')}</Link>
          </>
        ) : null}
        {' · '}
        <a href={`${address}?languages=kk,ru`}>{words.say('life.print-both')}</a>
        {' · '}
        <a href={`${address}?languages=${words.language}`}>{words.say('life.print')}</a>
      </p>
      <Turns card={card} />
      <Facts life={life} />
      <OwnActions life={life} />
      <VoiceActions life={life} />
      <nav className="life-views" aria-label={words.say('life.views')}>
        {views.map(one => (
          <button
            key={one}
            type="button"
            className={one === view ? 'place place-here' : 'place'}
            aria-current={one === view ? 'page' : undefined}
            onClick={() => setSearch({ view: one }, { replace: true })}
          >
            {words.say(`life.view.${one}`)}
          </button>
        ))}
      </nav>
      <Shown view={view} life={life} />
    </>
  )
}

function Shown({ view, life }: { view: View; life: Life }): ReactNode {
  switch (view) {
    case 'text':
      return <TextView life={life} />
    case 'remarks':
      return <RemarksView life={life} />
    case 'disagreements':
      return <DisagreementsView life={life} />
    case 'compare':
      return <CompareView life={life} />
    case 'steps':
      return <StepsView life={life} />
  }
}

/** What is known of it by now: positions, expertise, act, registration, services that stand on it. */
function Facts({ life }: { life: Life }): ReactNode {
  const words = useWords()
  const bodies = useBodies()
  const { asked, expertise, approval, registration, returned, content } = life.life
  const [last] = returned
  return (
    <ul className="life-facts">
      {asked.map(({ body, position, content: of, by }) =>
        position === null ? null : (
          <li key={body}>
            <strong>{bodies.name(body)}</strong> {words.say(`life.position.${position}`)}
            {by === null ? <span className="soft"> · {words.say('life.by-silence')}</span> : null}
            {of === content ? null : <span className="soft"> · {words.say('life.other-text')}</span>}
          </li>
        ),
      )}
      {expertise === null ? null : (
        <li>
          {words.say('life.expertise', { count: expertise.factors.length })}
          {expertise.factors.length === 0 ? null : (
            <ul>
              {expertise.factors.map(({ place, text }) => (
                <li key={`${place} ${text}`}>{text}</li>
              ))}
            </ul>
          )}
        </li>
      )}
      {approval === null ? null : (
        <li>{words.say('life.approved', { name: approval.act, moment: words.day(approval.at) })}</li>
      )}
      {registration === null ? null : (
        <li>{words.say('life.registered', { part: registration.number, moment: words.day(registration.at) })}</li>
      )}
      {last === undefined || life.card.stage !== 'draft' ? null : (
        <li>{words.say('life.returned', { name: last.reason, moment: words.day(last.at) })}</li>
      )}
      {life.services.map(({ service, version, same }) => (
        <li key={service}>
          {words.say(same ? 'life.service-same' : 'life.service-other', { name: service, version })}
        </li>
      ))}
    </ul>
  )
}
