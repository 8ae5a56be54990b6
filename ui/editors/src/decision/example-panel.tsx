import { type CompiledModel, evaluate, readPathsOf, type Trace } from '@tereze/dmn'
import { type Json, toJson } from '@tereze/feel'
import { type ReactNode, useEffect, useId, useMemo, useState } from 'react'
import { exampleData } from '../parts/example-values.ts'
import type { SayDecision } from './say-decision.ts'
import { shownValue } from './shown-value.ts'

/** Values of the inputs beside the table: what comes out, which rules applied, and how. */
export function ExamplePanel(props: {
  readonly compiled: CompiledModel
  readonly decision: string
  readonly say: SayDecision
  /** Told the trace of what was tried; null while nothing is typed. */
  readonly tried: (trace: Trace | null) => void
}): ReactNode {
  const { compiled, decision, say, tried } = props
  const id = useId()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [day, setDay] = useState(() => new Date().toISOString().slice(0, 10))
  const paths = useMemo(() => readPathsOf(compiled.model, decision), [compiled, decision])
  const outcome = useMemo(() => {
    const entries = paths.map(path => [path, typed[path.join('.')] ?? ''] as const)
    if (entries.every(([, text]) => text.trim() === '')) return null
    const made = evaluate(compiled, decision, exampleData(entries), { trace: true, now: `${day}T09:00:00Z` })
    return { value: toJson(made.value), trace: made.trace ?? null }
  }, [compiled, decision, paths, typed, day])
  useEffect(() => tried(outcome?.trace ?? null), [outcome, tried])
  return (
    <section className="decision-try" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{say('try')}</h3>
      <p className="hint">{say('try.hint')}</p>
      <div className="decision-inputs">
        {paths.map(path => {
          const name = path.join('.')
          return (
            <div key={name} className="editor-field">
              <label htmlFor={`${id}-${name}`}>{name}</label>
              <input
                id={`${id}-${name}`}
                className="input"
                autoComplete="off"
                value={typed[name] ?? ''}
                onChange={event => setTyped({ ...typed, [name]: event.target.value })}
              />
            </div>
          )
        })}
        <div className="editor-field">
          <label htmlFor={`${id}-day`}>{say('try.today')}</label>
          <input
            id={`${id}-day`}
            className="input"
            type="date"
            value={day}
            onChange={event => event.target.value !== '' && setDay(event.target.value)}
          />
        </div>
      </div>
      <div role="status">{outcome === null ? null : <Result {...outcome} say={say} />}</div>
    </section>
  )
}

function Result(props: { readonly value: Json; readonly trace: Trace | null; readonly say: SayDecision }): ReactNode {
  const { value, trace, say } = props
  const entries = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : null
  return (
    <>
      <h4>{say('try.result')}</h4>
      {entries === null ? (
        <p>{shownValue(say, value)}</p>
      ) : (
        <dl className="decision-result">
          {entries.map(([name, held]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{shownValue(say, held)}</dd>
            </div>
          ))}
        </dl>
      )}
      {trace === null ? null : (
        <details>
          <summary>{say('try.trace')}</summary>
          <ol>
            {trace.decisions.flatMap(({ name, tables, value: made }) => [
              <li key={name}>{say('try.value', { name, value: shownValue(say, made) })}</li>,
              ...tables.map(table => (
                <li key={`${name}-${table.id}`}>
                  {say('try.rules', { name, rules: table.chosen.length, list: table.chosen.join(', ') })}
                  <ul>
                    {table.rules.flatMap(({ rule, failed }) =>
                      failed === undefined
                        ? []
                        : [
                            <li key={rule}>
                              {say('try.failed', {
                                number: rule,
                                input: failed.input,
                                value: shownValue(say, failed.value),
                                test: failed.test,
                              })}
                            </li>,
                          ],
                    )}
                  </ul>
                </li>
              )),
            ])}
            {trace.warnings.map((warning, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: warnings have no other name
              <li key={`warning-${i}`}>{say('try.warning', { decision: warning.decision, text: warning.text })}</li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}
