import { Icon } from '@tereze/ui-components'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { RefusalNote } from '../state/refusal-note.tsx'
import { useWords } from '../words/words.tsx'
import { ConfirmDecision } from './confirm-decision.tsx'
import { type DecisionDraft, emptyDraft, keepDraft, readDraft } from './decision-draft.ts'
import { type DecisionMistake, findDecisionMistakes, needsGrounds } from './decision-mistakes.ts'
import { outcomesOf, type TaskKind } from './task-kind.ts'
import { useCompletion } from './use-case.ts'
import type { CaseTask, CaseView } from './view.ts'

/** Outcome, grounds and reason; kept as one goes, checked, confirmed once, done at most once. */
export function DecisionForm(of: {
  view: CaseView
  task: CaseTask
  kind: TaskKind
  completed: (outcome: string) => void
}): ReactNode {
  const words = useWords()
  const { view, task, kind } = of
  const outcomes = outcomesOf(kind, view.draft)
  const only = outcomes.length === 1 ? (outcomes[0] ?? null) : null
  const [draft, setDraft] = useState<DecisionDraft>(() => ({ ...readDraft(sessionStorage, task.task) }))
  const answer: DecisionDraft = only === null ? draft : { ...draft, outcome: only }
  const [mistakes, setMistakes] = useState<readonly DecisionMistake[]>([])
  const [confirming, setConfirming] = useState(false)
  const completion = useCompletion()
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (mistakes.length > 0) summary.current?.focus()
  }, [mistakes])

  function change(part: Partial<DecisionDraft>): void {
    const next = { ...draft, ...part }
    setDraft(next)
    keepDraft(sessionStorage, task.task, next)
  }

  function check(): void {
    const found = findDecisionMistakes(answer, kind, view.refusalGrounds.length)
    setMistakes(found)
    completion.reset()
    if (found.length === 0) setConfirming(true)
  }

  function complete(): void {
    setConfirming(false)
    const outcome = answer.outcome ?? ''
    completion.mutate(
      {
        organisation: task.organisation,
        case: task.case,
        task: task.task,
        outcome,
        reason: answer.reason.trim(),
        ...(needsGrounds(outcome) ? { grounds: [...answer.grounds] } : {}),
      },
      {
        onSuccess() {
          keepDraft(sessionStorage, task.task, null)
          setDraft(emptyDraft)
          of.completed(outcome)
        },
      },
    )
  }

  const wrong = (field: DecisionMistake) => (mistakes.includes(field) ? `decision-${field}-mistake` : undefined)
  const draftOutcome = view.draft?.outcome ?? null
  return (
    <form
      id="decision"
      className="decision work-part"
      noValidate
      aria-label={words.say(`decision.title.${kind}`)}
      onSubmit={event => {
        event.preventDefault()
        check()
      }}
    >
      <h3>{words.say(`decision.title.${kind}`)}</h3>
      {mistakes.length > 0 ? (
        <div ref={summary} tabIndex={-1} className="mistakes" role="alert">
          <h4>{words.say('decision.mistakes')}</h4>
          <ul>
            {mistakes.map(mistake => (
              <li key={mistake}>
                <a href={`#decision-${mistake}`}>{words.say(`decision.mistake.${mistake}`)}</a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {only === null ? (
        <fieldset
          className={wrong('outcome') ? 'field wrong' : 'field'}
          aria-describedby={wrong('outcome')}
          aria-invalid={wrong('outcome') ? true : undefined}
        >
          <legend>{words.say(`decision.outcome.${kind}`)}</legend>
          <Mistake field="outcome" shown={mistakes.includes('outcome')} />
          <div className="choices choices-row">
            {outcomes.map((outcome, index) => (
              <label key={outcome} className="choice">
                <input
                  id={index === 0 ? 'decision-outcome' : undefined}
                  type="radio"
                  name="outcome"
                  value={outcome}
                  checked={answer.outcome === outcome}
                  onChange={() => change({ outcome })}
                />
                <span>
                  {words.say(`decision.choose.${outcome}`)}
                  {outcome === draftOutcome ? <span className="hint">{words.say('decision.as-drafted')}</span> : null}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
      {needsGrounds(answer.outcome) && view.refusalGrounds.length > 0 ? (
        <fieldset
          className={wrong('grounds') ? 'field wrong' : 'field'}
          aria-describedby={wrong('grounds')}
          aria-invalid={wrong('grounds') ? true : undefined}
        >
          <legend>{words.say('decision.grounds')}</legend>
          <Mistake field="grounds" shown={mistakes.includes('grounds')} />
          <div className="choices">
            {view.refusalGrounds.map((ground, index) => (
              <label key={ground.id} className="choice">
                <input
                  id={index === 0 ? 'decision-grounds' : undefined}
                  type="checkbox"
                  checked={draft.grounds.includes(ground.id)}
                  onChange={event =>
                    change({
                      grounds: event.target.checked
                        ? [...draft.grounds, ground.id]
                        : draft.grounds.filter(chosen => chosen !== ground.id),
                    })
                  }
                />
                <span>
                  {words.pick(ground.text)}
                  {ground.clause === null ? null : (
                    <span className="hint">{words.say('case.clause', { clause: ground.clause })}</span>
                  )}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
      <div className={wrong('reason') ? 'field wrong' : 'field'}>
        <label htmlFor="decision-reason">{words.say(kind === 'work' ? 'decision.note' : 'decision.reason')}</label>
        <p className="hint" id="decision-reason-hint">
          {words.say(kind === 'work' ? 'decision.note-hint' : 'decision.reason-hint')}
        </p>
        <Mistake field="reason" shown={mistakes.includes('reason')} />
        <textarea
          id="decision-reason"
          className="input"
          rows={5}
          maxLength={5000}
          value={draft.reason}
          aria-describedby={['decision-reason-hint', wrong('reason')].filter(Boolean).join(' ')}
          aria-invalid={wrong('reason') ? true : undefined}
          onChange={event => change({ reason: event.target.value })}
        />
        {draft.reason === '' ? null : (
          <p className="saved">
            <Icon name="check" />
            {words.say('decision.kept')}
          </p>
        )}
      </div>
      {completion.error ? <RefusalNote problem={completion.error.problem} /> : null}
      <button type="submit" className="button" disabled={completion.isPending}>
        {words.say(completion.isPending ? 'decision.sending' : `decision.submit.${kind}`)}
      </button>
      <ConfirmDecision
        open={confirming}
        close={() => setConfirming(false)}
        confirm={complete}
        answer={answer}
        view={view}
        kind={kind}
      />
    </form>
  )
}

function Mistake({ field, shown }: { field: DecisionMistake; shown: boolean }): ReactNode {
  const { say } = useWords()
  if (!shown) return null
  return (
    <p className="mistake" id={`decision-${field}-mistake`}>
      <Icon name="attention" />
      <span>{say(`decision.mistake.${field}`)}</span>
    </p>
  )
}
