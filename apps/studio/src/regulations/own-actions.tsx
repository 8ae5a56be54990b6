import { useQuery } from '@tanstack/react-query'
import { earliestForce } from '@tereze/regulation'
import { type OwnStep, takeStep } from '@tereze/regulations/contract'
import { getDraft } from '@tereze/studio/contract'
import { ask, BusyButton, useSession } from '@tereze/ui-app'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'
import { ApproveAction } from './approve-action.tsx'
import { type Life, may, useLifeCommand } from './life.ts'
import { StepProblem } from './step-problem.tsx'
import { useBodies } from './use-bodies.ts'

/** What the body whose regulation it is may do now. */
export function OwnActions({ life }: { life: Life }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const command = useLifeCommand(takeStep)
  const { regulation, owner } = life.card
  const open = ['change-text', 'ask-agreement', 'ask-approval', 'approve', 'set-force', 'repeal', 'return']
  if (owner !== organisation || !open.some(step => may(life, step))) return null
  const take = (step: OwnStep) => command.mutate({ organisation, regulation, step })
  const busy = command.isPending
  const isReady = life.card.turns.some(({ what }) => what === 'ask-approval')
  return (
    <section className="pane life-actions" aria-label={words.say('life.actions')}>
      <h2>{words.say('life.actions')}</h2>
      {may(life, 'change-text') ? <TakeText life={life} busy={busy} take={take} /> : null}
      {may(life, 'ask-agreement') ? <AskBodies life={life} busy={busy} take={take} /> : null}
      {may(life, 'ask-approval') ? (
        <BusyButton
          className={isReady ? 'button' : 'button button-quiet'}
          busy={busy}
          onClick={() => take({ step: 'ask-approval' })}
        >
          {words.say('life.ask-approval')}
        </BusyButton>
      ) : null}
      {may(life, 'approve') ? <ApproveAction life={life} /> : null}
      {may(life, 'set-force') ? <SetForce life={life} busy={busy} take={take} /> : null}
      {may(life, 'repeal') && life.card.endsOn === null ? <Repeal busy={busy} take={take} /> : null}
      {may(life, 'return') ? (
        <Reasoned busy={busy} take={reason => take({ step: 'return', reason })} word={words.say('life.take-back')} />
      ) : null}
      <StepProblem error={command.error} />
    </section>
  )
}

interface Taking {
  readonly life: Life
  readonly busy: boolean
  readonly take: (step: OwnStep) => void
}

function TakeText({ life, busy, take }: Taking): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const { draft } = life
  const query = useQuery({
    queryKey: ['regulations', 'draft', organisation, draft],
    queryFn: ({ signal }) => ask(getDraft, { organisation, draft }, { signal }),
  })
  const revision = query.data?.draft.revision
  if (revision === undefined) return null
  return (
    <div className="life-form">
      <p className="soft">{words.say('life.take-text-hint')}</p>
      <BusyButton className="button button-quiet" busy={busy} onClick={() => take({ step: 'change-text', revision })}>
        {words.say('life.take-text')}
      </BusyButton>
    </div>
  )
}

function AskBodies({ life, busy, take }: Taking): ReactNode {
  const words = useWords()
  const bodies = useBodies()
  const must = life.rules.agreement.with.map(body => body.replace(/^org:/, ''))
  const [chosen, choose] = useState<readonly string[]>(must)
  const offered = bodies.ids.filter(id => id !== life.card.owner && id !== 'platform')
  return (
    <fieldset className="life-form">
      <legend>{words.say('life.ask-whom')}</legend>
      <ul className="life-bodies">
        {offered.map(id => (
          <li key={id}>
            <label className="choice">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={({ target }) => choose(target.checked ? [...chosen, id] : chosen.filter(one => one !== id))}
              />
              <span>{bodies.name(id)}</span>
            </label>
          </li>
        ))}
      </ul>
      <BusyButton className="button" busy={busy} onClick={() => take({ step: 'ask-agreement', bodies: [...chosen] })}>
        {words.say('life.ask-agreement')}
      </BusyButton>
    </fieldset>
  )
}

function SetForce({ life, busy, take }: Taking): ReactNode {
  const words = useWords()
  const earliest = earliestForce(life.life, life.rules) ?? ''
  const [on, setOn] = useState(life.card.inForce ?? earliest)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    take({ step: 'set-force', on })
  }
  return (
    <form className="life-form" onSubmit={send}>
      <label className="field">
        <span>{words.say('life.first-day')}</span>
        <input
          className="input"
          type="date"
          required
          min={earliest}
          value={on}
          onChange={event => setOn(event.target.value)}
        />
      </label>
      <BusyButton type="submit" className="button" busy={busy}>
        {words.say('life.set-force')}
      </BusyButton>
    </form>
  )
}

function Repeal({ busy, take }: Omit<Taking, 'life'>): ReactNode {
  const words = useWords()
  const [act, setAct] = useState('')
  const [from, setFrom] = useState('')
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    take({ step: 'repeal', act, from })
  }
  return (
    <details>
      <summary>{words.say('life.repeal')}</summary>
      <form className="life-form" onSubmit={send}>
        <label className="field">
          <span>{words.say('life.repealing-act')}</span>
          <input
            className="input"
            required
            maxLength={500}
            value={act}
            onChange={event => setAct(event.target.value)}
          />
        </label>
        <label className="field">
          <span>{words.say('life.repealed-from')}</span>
          <input className="input" type="date" required value={from} onChange={event => setFrom(event.target.value)} />
        </label>
        <BusyButton type="submit" className="button button-quiet" busy={busy}>
          {words.say('life.repeal')}
        </BusyButton>
      </form>
    </details>
  )
}

/** Something that needs a reason. */
export function Reasoned(of: {
  readonly busy: boolean
  readonly word: string
  readonly take: (reason: string) => void
}): ReactNode {
  const words = useWords()
  const [reason, write] = useState('')
  return (
    <details>
      <summary>{of.word}</summary>
      <div className="life-form">
        <label className="field">
          <span>{words.say('life.reason')}</span>
          <textarea
            className="input"
            rows={2}
            maxLength={5000}
            value={reason}
            onChange={event => write(event.target.value)}
          />
        </label>
        <BusyButton className="button button-quiet" busy={of.busy} onClick={() => of.take(reason)}>
          {of.word}
        </BusyButton>
      </div>
    </details>
  )
}
