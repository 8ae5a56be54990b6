import { type DraftCard, type NextAct, saveFiles } from '@tereze/studio/contract'
import { BusyButton, commandOf, RefusalNote, useSession } from '@tereze/ui-app'
import { Callout } from '@tereze/ui-components'
import { type FormToTry, TryForm } from '@tereze/ui-editors'
import { type ReactNode, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { useWords } from '../words/words.ts'
import { differenceInWords, stepInWords } from './plain-words.ts'
import {
  type Expectable,
  expectable,
  expectationOf,
  isSeen,
  newStory,
  pathFor,
  type StoryDraft,
  type StoryStep,
  writeStory,
} from './story-draft.ts'
import { MomentLines } from './story-row.tsx'
import { useTrial } from './use-trial.ts'

const useCommand = commandOf('studio')

/** What is expected of a new story unless somebody takes it away: what the person is told. */
const usual: readonly Expectable[] = ['status', 'outcome', 'deadline', 'documents', 'notices', 'payments']

/** What a recorder works on. */
export interface RecorderProps {
  readonly draft: DraftCard
  readonly files: ReadonlyMap<string, string>
  /** The revision at which each file was read. */
  readonly revisions: ReadonlyMap<string, number>
  readonly stories: readonly { readonly path: string; readonly story: StoryDraft }[]
  /** The story that is changed; null: a new one is recorded. */
  readonly path: string | null
  readonly mayWrite: boolean
}

/** Records a story by doing it: after each step the platform tells it and says what came of it and what can be done next. */
export function Recorder(props: RecorderProps): ReactNode {
  const words = useWords()
  const { say } = words
  const { organisation } = useSession()
  const { draft, stories, path } = props
  const [story, setStory] = useState<StoryDraft>(
    () => stories.find(one => one.path === path)?.story ?? newStory(stories[0]?.story ?? null, organisation, ''),
  )
  const text = useMemo(() => writeStory(story, {}), [story])
  const tried = useMemo(() => writeStory({ ...story, story: 'x' }, {}), [story])
  const [ticked, tick] = useState<ReadonlySet<Expectable>>(new Set(usual))
  const trial = useTrial({ organisation, draft: draft.draft }, props.mayWrite ? tried : null)
  const { told, busy } = trial
  const last = told?.moments.at(-1)
  const isThrough = told !== null && told.stoppedAt === null
  const steps = story.steps
  const change = (next: readonly StoryStep[]) => setStory({ ...story, steps: next })
  const own = last?.cases.findLast(({ service }) => service === draft.package)
  const broken = told?.differences.filter(({ what }) => what === 'error' || /^step \d+$/.test(what)) ?? []
  return (
    <div className="recorder">
      <section aria-labelledby="record-given" className="pane">
        <h2 id="record-given">{say('record.given')}</h2>
        {path === null && stories.length > 0 ? (
          <label className="field">
            <span>{say('record.people-of')}</span>
            <select
              className="input"
              disabled={steps.length > 0}
              onChange={event =>
                setStory({
                  ...newStory(stories[Number(event.target.value)]?.story ?? null, organisation, story.story),
                })
              }
            >
              {stories.map((one, index) => (
                <option key={one.path} value={index}>
                  {one.story.story}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <p>{story.given.people.map(person => String(person.as ?? '')).join(', ')}</p>
        <p className="soft">{say('record.begins', { moment: words.moment(story.clock) })}</p>
      </section>
      <section aria-labelledby="record-steps" className="pane">
        <h2 id="record-steps">{say('record.steps')}</h2>
        {steps.length === 0 ? <p className="soft">{say('record.no-steps')}</p> : null}
        <ol className="bench-moments">
          {steps.map((step, index) => {
            const moment = told?.moments.find(one => one.step === index + 1)
            const number = index + 1
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: two steps may be the same.
              <li key={index}>
                <div className="bench-story-head">
                  <strong>{stepInWords(words, step)}</strong>
                  {props.mayWrite ? (
                    <button
                      type="button"
                      className="button button-quiet button-small"
                      aria-label={say('record.remove-step', { number })}
                      onClick={() => change(steps.filter((_, other) => other !== index))}
                    >
                      {say('record.remove')}
                    </button>
                  ) : null}
                </div>
                {moment === undefined ? null : <MomentLines moment={moment} />}
              </li>
            )
          })}
        </ol>
        <p role="status">{busy ? say('record.trying') : isThrough ? say('record.tried') : ''}</p>
        {trial.refused === null ? null : <RefusalNote problem={trial.refused} />}
        {trial.failed === null ? null : (
          <Callout tone="no" title={say('bench.run.failed')}>
            <p>
              {say(trial.failed === 'package-faulty' ? 'bench.problem.package-faulty' : 'bench.problem.broke-down')}
            </p>
          </Callout>
        )}
        {broken.length === 0 ? null : (
          <Callout tone="no" title={say('bench.stopped', { number: Math.max(1, told?.stoppedAt ?? 1) })}>
            <ul>
              {broken.map(difference => (
                <li key={difference.what}>{differenceInWords(words, difference)}</li>
              ))}
            </ul>
          </Callout>
        )}
      </section>
      {props.mayWrite && isThrough && !busy ? (
        <NextSteps
          key={text}
          acts={told.next}
          story={story}
          now={last?.at ?? story.clock}
          add={step => change([...steps, step])}
        />
      ) : null}
      {props.mayWrite && isThrough && !busy && steps.length > 0 ? (
        <section aria-labelledby="record-keep" className="pane">
          <h2 id="record-keep">{say('record.keep')}</h2>
          {own === undefined ? (
            <p>{say('record.no-case')}</p>
          ) : (
            <fieldset className="bench-choice">
              <legend>{say('record.must-hold')}</legend>
              {expectable
                .filter(what => isSeen(own, what))
                .map(what => (
                  <label key={what}>
                    <input
                      type="checkbox"
                      checked={ticked.has(what)}
                      onChange={event => {
                        const next = new Set(ticked)
                        if (event.target.checked) next.add(what)
                        else next.delete(what)
                        tick(next)
                      }}
                    />{' '}
                    {say(`difference.${what}`)}
                  </label>
                ))}
            </fieldset>
          )}
          <Keep
            {...props}
            story={story}
            rename={title => setStory({ ...story, story: title })}
            written={title => writeStory({ ...story, story: title }, expectationOf(last, draft.package, ticked))}
          />
        </section>
      ) : null}
      {props.mayWrite && path !== null ? <RemoveStory {...props} path={path} /> : null}
    </div>
  )
}

/** What the people of the story could do now, each by its own form; time that passes; an applicant who takes it back. */
function NextSteps(props: {
  acts: readonly NextAct[]
  story: StoryDraft
  now: string
  add: (step: StoryStep) => void
}): ReactNode {
  const words = useWords()
  const { say } = words
  const { acts, story } = props
  const [open, setOpen] = useState<number | null>(null)
  const [days, setDays] = useState('1')
  const act = open === null ? undefined : acts[open]
  const titleOf = ({ form }: NextAct) => {
    const title = form.title as { en: string; ru: string; kk: string } | undefined
    return title === undefined ? '' : words.pick(title)
  }
  const applicants = story.given.people.filter(({ official }) => official === undefined).map(({ as }) => String(as))
  return (
    <section aria-labelledby="record-next" className="pane">
      <h2 id="record-next">{say('record.next')}</h2>
      <div className="bench-next">
        {acts.map((one, index) => (
          <button
            type="button"
            className="button button-quiet"
            aria-expanded={open === index}
            // biome-ignore lint/suspicious/noArrayIndexKey: an official may have two tasks of one kind.
            key={index}
            onClick={() => setOpen(open === index ? null : index)}
          >
            {`${one.who}: ${titleOf(one)}`}
          </button>
        ))}
      </div>
      {act === undefined ? null : (
        <div className="bench-form">
          <TryForm
            form={act.form as unknown as FormToTry}
            language={words.language}
            now={props.now}
            go={say('record.do')}
            broken={say('record.form-broken')}
            finish={answers =>
              props.add(
                act.does === 'submits'
                  ? { who: act.who, submits: answers }
                  : { who: act.who, [act.does]: act.node, with: answers },
              )
            }
          />
        </div>
      )}
      <form
        className="bench-pass"
        onSubmit={event => {
          event.preventDefault()
          props.add({ passes: `P${days}D` })
        }}
      >
        <label className="field">
          <span>{say('record.days')}</span>
          <input
            className="input"
            type="number"
            min={1}
            max={400}
            required
            value={days}
            onChange={event => setDays(event.target.value)}
          />
        </label>
        <button type="submit" className="button button-quiet">
          {say('record.pass')}
        </button>
      </form>
      <div className="bench-next">
        {applicants
          .filter(who => story.steps.some(step => step.who === who && 'submits' in step))
          .map(who => (
            <button
              type="button"
              key={who}
              className="button button-quiet"
              onClick={() => props.add({ who, withdraws: {} })}
            >
              {say('record.withdraw', { who })}
            </button>
          ))}
      </div>
    </section>
  )
}

/** Keeps the story in the draft, under its name or as another one. */
function Keep(
  props: RecorderProps & { story: StoryDraft; rename: (title: string) => void; written: (title: string) => string },
): ReactNode {
  const { say } = useWords()
  const { organisation } = useSession()
  const navigate = useNavigate()
  const save = useCommand(saveFiles)
  const { draft, files, revisions, path, story } = props
  const title = story.story
  const keep = (to: string, text: string) =>
    save.mutate(
      { organisation, draft: draft.draft, files: [{ path: to, text, revision: revisions.get(to) ?? null }] },
      { onSuccess: () => void navigate(`/drafts/${draft.draft}/bench`) },
    )
  return (
    <form
      className="bench-certify"
      onSubmit={event => {
        event.preventDefault()
        keep(path ?? pathFor(title, files), props.written(title.trim()))
      }}
    >
      <label className="field">
        <span>{say('record.name')}</span>
        <input
          className="input"
          required
          minLength={3}
          maxLength={300}
          value={title}
          onChange={event => props.rename(event.target.value)}
        />
      </label>
      <div className="actions">
        <BusyButton type="submit" className="button" busy={save.isPending}>
          {say('record.save')}
        </BusyButton>
        {path === null ? null : (
          <BusyButton
            className="button button-quiet"
            busy={save.isPending}
            onClick={() => keep(pathFor(title, files), props.written(title.trim()))}
          >
            {say('record.save-as-other')}
          </BusyButton>
        )}
      </div>
      {save.error === null ? null : <RefusalNote problem={save.error.problem} />}
    </form>
  )
}

/** Takes the story out of the draft, also one that can no longer be told. */
function RemoveStory({ draft, revisions, path }: RecorderProps & { path: string }): ReactNode {
  const { say } = useWords()
  const { organisation } = useSession()
  const navigate = useNavigate()
  const save = useCommand(saveFiles)
  const remove = () =>
    save.mutate(
      { organisation, draft: draft.draft, files: [{ path, text: null, revision: revisions.get(path) ?? null }] },
      { onSuccess: () => void navigate(`/drafts/${draft.draft}/bench`) },
    )
  return (
    <div>
      <BusyButton className="button button-quiet" busy={save.isPending} onClick={remove}>
        {say('record.remove-story')}
      </BusyButton>
      {save.error === null ? null : <RefusalNote problem={save.error.problem} />}
    </div>
  )
}
