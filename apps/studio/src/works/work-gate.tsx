import { type ConditionState, type PipelineStage, passGate, returnWork, stopWork } from '@tereze/studio/contract'
import { BusyButton, commandOf, RefusalNote, roleWord, useSession } from '@tereze/ui-app'
import { Icon } from '@tereze/ui-components'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { useWords } from '../words/words.ts'
import type { OpenedWork } from './work-page.tsx'

const useCommand = commandOf('studio')

/** What a gate needs: each thing with whether it is there and the way to mend it. */
interface Need {
  readonly key: string
  readonly met: boolean
  readonly words: string
  readonly to: string | null
}

/** The page on which a condition is mended. */
function mendedAt({ condition, draft }: ConditionState): string | null {
  switch (condition) {
    case 'hypothesis-set':
    case 'hypotheses-measured':
      return '#hypotheses'
    case 'draft-begun':
      return '/begin'
    case 'regulation-sound':
      return draft === null ? '/begin' : `/drafts/${draft}?file=digital-regulation.json`
    case 'published':
      return draft === null ? '/begin' : `/drafts/${draft}/publish`
    default:
      return draft === null ? '/begin' : `/drafts/${draft}`
  }
}

/** The gate of the stage where a work stands: what it needs, who decides, and going on, back or no further. */
export function WorkGate({ opened, stage }: { opened: OpenedWork; stage: PipelineStage }): ReactNode {
  const { say } = useWords()
  const { organisation } = useSession()
  const [asked, askFor] = useState<'back' | 'stop' | null>(null)
  const pass = useCommand(passGate)
  const { card, tasks, artefacts, conditions, may } = opened
  const isDone = (task: string) => tasks.some(one => one.task === task && one.state === 'done')
  const left = stage.tasks.filter(({ id, optional }) => !optional && !isDone(id)).length
  const given = new Set(artefacts.map(({ artefact }) => artefact))
  const missing = stage.artefacts.filter(({ id, optional }) => !optional && !given.has(id)).length
  const needs: Need[] = [
    { key: 'tasks', met: left === 0, words: say('gate.tasks', { count: left }), to: null },
    { key: 'artefacts', met: missing === 0, words: say('gate.artefacts', { count: missing }), to: null },
    ...conditions.map(one => ({
      key: one.condition,
      met: one.met,
      words: say(`gate.${one.condition}`) + (one.met || one.count === 0 ? '' : `: ${one.count}`),
      to: mendedAt(one),
    })),
  ]
  const isReady = needs.every(({ met }) => met)
  const roles = stage.gate.by.map(role => {
    const key = roleWord(role)
    return key === null ? role : say(key)
  })
  return (
    <section className="pane work-gate" aria-label={say('gate.title')}>
      <h2>{say('gate.title')}</h2>
      <ul className="gate-needs">
        {needs.map(({ key, met, words, to }) => (
          <li key={key} className={met ? 'gate-met' : 'gate-unmet'}>
            <Icon name={met ? 'check' : 'cross'} />
            <span>
              <span className="hidden-text">{say(met ? 'gate.met' : 'gate.unmet')} </span>
              {words}
              {met || to === null ? null : (
                <>
                  {' '}
                  {to.startsWith('#') ? <a href={to}>{say('gate.mend')}</a> : <Link to={to}>{say('gate.mend')}</Link>}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="soft">
        {say('gate.who', { name: roles.join(', ') })} {stage.gate.fourEyes ? say('gate.four-eyes') : ''}
      </p>
      {may.isOwn ? <p className="soft">{say('gate.own')}</p> : null}
      {pass.error ? <RefusalNote problem={pass.error.problem} /> : null}
      <div className="actions">
        {may.pass && isReady ? (
          <BusyButton
            className="button"
            busy={pass.isPending}
            onClick={() => pass.mutate({ organisation, work: card.work, stage: stage.id })}
          >
            {say(stage.id === opened.pipeline.stages.at(-1)?.id ? 'gate.finish' : 'gate.pass')}
          </BusyButton>
        ) : null}
        {may.do && stage.id !== opened.pipeline.stages[0]?.id ? (
          <button type="button" className="button button-quiet" onClick={() => askFor('back')}>
            {say('gate.back')}
          </button>
        ) : null}
        {may.stop ? (
          <button type="button" className="button button-plain" onClick={() => askFor('stop')}>
            {say('gate.stop')}
          </button>
        ) : null}
      </div>
      {asked === 'back' ? <Back opened={opened} done={() => askFor(null)} /> : null}
      {asked === 'stop' ? <Stop work={card.work} done={() => askFor(null)} /> : null}
    </section>
  )
}

function Back({ opened, done }: { opened: OpenedWork; done: () => void }): ReactNode {
  const { say, pick } = useWords()
  const { organisation } = useSession()
  const { stages } = opened.pipeline
  const at = stages.findIndex(({ id }) => id === opened.card.stage)
  const [to, choose] = useState(stages[at - 1]?.id ?? '')
  const back = useCommand(returnWork, done)
  const from = stages.findIndex(({ id }) => id === to)
  const tasks = stages
    .slice(from, at + 1)
    .flatMap(stage => stage.tasks)
    .filter(({ id }) => opened.tasks.some(({ task, state }) => task === id && state === 'done'))
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const again = form.getAll('again').map(String)
    back.mutate({ organisation, work: opened.card.work, to, reason: String(form.get('reason') ?? ''), again })
  }
  return (
    <form onSubmit={send}>
      <label className="field">
        <span>{say('gate.back-to')}</span>
        <select className="input" value={to} onChange={event => choose(event.target.value)}>
          {stages.slice(0, at).map(({ id, title }) => (
            <option key={id} value={id}>
              {pick(title)}
            </option>
          ))}
        </select>
      </label>
      {tasks.length === 0 ? null : (
        <fieldset className="begin-ways">
          <legend>{say('gate.again')}</legend>
          {tasks.map(({ id, title }) => (
            <label key={id} className="choice">
              <input type="checkbox" name="again" value={id} />
              <span>{pick(title)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <Reason />
      {back.error ? <RefusalNote problem={back.error.problem} /> : null}
      <BusyButton type="submit" className="button button-quiet" busy={back.isPending}>
        {say('gate.back-do')}
      </BusyButton>
    </form>
  )
}

function Stop({ work, done }: { work: string; done: () => void }): ReactNode {
  const { say } = useWords()
  const { organisation } = useSession()
  const stop = useCommand(stopWork, done)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    stop.mutate({ organisation, work, reason: String(new FormData(event.currentTarget).get('reason') ?? '') })
  }
  return (
    <form onSubmit={send}>
      <Reason />
      {stop.error ? <RefusalNote problem={stop.error.problem} /> : null}
      <BusyButton type="submit" className="button button-quiet" busy={stop.isPending}>
        {say('gate.stop-do')}
      </BusyButton>
    </form>
  )
}

function Reason(): ReactNode {
  const { say } = useWords()
  return (
    <label className="field">
      <span>{say('gate.reason')}</span>
      <textarea className="input" name="reason" rows={2} maxLength={1000} required />
    </label>
  )
}
