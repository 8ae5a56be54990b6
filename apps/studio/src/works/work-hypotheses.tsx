import { dropHypothesis, type Hypothesis, type Metric, measureHypothesis, setHypothesis } from '@tereze/studio/contract'
import { BusyButton, commandOf, RefusalNote, useSession } from '@tereze/ui-app'
import { formatDecimal } from '@tereze/ui-components'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'
import type { OpenedWork } from './work-page.tsx'

const useCommand = commandOf('studio')
const metrics: readonly Metric[] = [
  'median-days',
  'visits',
  'papers',
  'human-steps',
  'tasks-per-case',
  'refused-percent',
  'cases-per-day',
  'other',
]
const tones = { open: 'tag', reached: 'tag tag-done', better: 'tag tag-you', missed: 'tag tag-no' } as const

/** What a work is expected to change, and what came of it. */
export function WorkHypotheses({ opened }: { opened: OpenedWork }): ReactNode {
  const { say } = useWords()
  const [isOpen, open] = useState(false)
  return (
    <section id="hypotheses" aria-label={say('hypotheses.title')}>
      <h2>{say('hypotheses.title')}</h2>
      {opened.hypotheses.length === 0 ? <p className="soft">{say('hypotheses.none')}</p> : null}
      <ul className="work-items">
        {opened.hypotheses.map(one => (
          <Told key={one.hypothesis} opened={opened} one={one} />
        ))}
      </ul>
      {opened.may.do && !isOpen ? (
        <button type="button" className="button button-quiet" onClick={() => open(true)}>
          {say('hypotheses.set')}
        </button>
      ) : null}
      {isOpen && opened.may.do ? <SetOne work={opened.card.work} done={() => open(false)} /> : null}
    </section>
  )
}

function Told({ opened, one }: { opened: OpenedWork; one: Hypothesis }): ReactNode {
  const { say, language } = useWords()
  const { organisation } = useSession()
  const [byHand, setByHand] = useState(false)
  const measure = useCommand(measureHypothesis, () => setByHand(false))
  const drop = useCommand(dropHypothesis)
  const of = { organisation, work: opened.card.work, hypothesis: one.hypothesis }
  const number = (value: number) => formatDecimal(String(value), language)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const value = Number(new FormData(event.currentTarget).get('value'))
    if (Number.isFinite(value)) measure.mutate({ ...of, value })
  }
  const error = measure.error ?? drop.error
  return (
    <li className="pane">
      <h3>{one.statement}</h3>
      <p>
        {say(`metric.${one.metric}`)}: {number(one.before)} → {number(one.target)}{' '}
        <span className={tones[one.verdict]}>{say(`verdict.${one.verdict}`)}</span>
      </p>
      {one.measured === null ? null : (
        <p className="soft">
          {say(one.measured.byPlatform ? 'hypotheses.by-platform' : 'hypotheses.by-hand', {
            name: number(one.measured.value),
          })}
        </p>
      )}
      {opened.may.do && byHand ? (
        <form onSubmit={send}>
          <label className="field">
            <span>{say('hypotheses.value')}</span>
            <input className="input input-short" name="value" type="number" step="any" required />
          </label>
          <BusyButton type="submit" className="button button-quiet" busy={measure.isPending}>
            {say('work.keep')}
          </BusyButton>
        </form>
      ) : null}
      {opened.may.do ? (
        <div className="actions">
          {one.metric === 'other' ? null : (
            <BusyButton className="button button-quiet" busy={measure.isPending} onClick={() => measure.mutate(of)}>
              {say('hypotheses.measure')}
            </BusyButton>
          )}
          {byHand ? null : (
            <button type="button" className="button button-plain" onClick={() => setByHand(true)}>
              {say('hypotheses.measure-by-hand')}
            </button>
          )}
          {one.measured === null ? (
            <BusyButton className="button button-plain" busy={drop.isPending} onClick={() => drop.mutate(of)}>
              {say('hypotheses.drop')}
            </BusyButton>
          ) : null}
        </div>
      ) : null}
      {error ? <RefusalNote problem={error.problem} /> : null}
    </li>
  )
}

function SetOne({ work, done }: { work: string; done: () => void }): ReactNode {
  const { say } = useWords()
  const { organisation } = useSession()
  const set = useCommand(setHypothesis, done)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    set.mutate({
      organisation,
      work,
      metric: form.get('metric') as Metric,
      statement: String(form.get('statement') ?? ''),
      before: Number(form.get('before')),
      target: Number(form.get('target')),
    })
  }
  return (
    <form className="pane work-set" onSubmit={send}>
      <label className="field">
        <span>{say('hypotheses.statement')}</span>
        <input className="input" name="statement" minLength={3} maxLength={500} required />
      </label>
      <label className="field">
        <span>{say('hypotheses.metric')}</span>
        <select className="input" name="metric">
          {metrics.map(metric => (
            <option key={metric} value={metric}>
              {say(`metric.${metric}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{say('hypotheses.before')}</span>
        <input className="input input-short" name="before" type="number" step="any" required />
      </label>
      <label className="field">
        <span>{say('hypotheses.target')}</span>
        <input className="input input-short" name="target" type="number" step="any" required />
      </label>
      {set.error ? <RefusalNote problem={set.error.problem} /> : null}
      <BusyButton type="submit" className="button button-quiet" busy={set.isPending}>
        {say('hypotheses.set')}
      </BusyButton>
    </form>
  )
}
