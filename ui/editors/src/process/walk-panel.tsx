import { evaluateFeel, type JsonObject, type OutlineNode, type Process, type WalkStep, walkProcess } from '@tereze/bpmn'
import { toJson } from '@tereze/feel'
import { type ReactNode, useEffect, useId, useMemo, useState } from 'react'
import { exampleData } from '../parts/example-values.ts'
import { Press } from '../parts/fields.tsx'
import { nameOf } from './node-names.ts'
import { stuckWords } from './problem-words.ts'
import { readPaths } from './read-paths.ts'
import type { SayProcess } from './say-process.ts'
import { TimesPanel } from './times-panel.tsx'

/** Where a walk stands, for the picture and the list. */
export interface Tokens {
  readonly now: ReadonlySet<string>
  readonly passed: ReadonlySet<string>
}

/** Nobody has gone anywhere. */
export const NO_TOKENS: Tokens = { now: new Set(), passed: new Set() }

/** A walk through the process by the very step function that runs it: data that conditions look at, and one step after another. */
export function WalkPanel(props: {
  readonly process: Process
  readonly nodes: readonly OutlineNode[]
  readonly names: ReadonlyMap<string, string>
  readonly say: SayProcess
  readonly shown: (tokens: Tokens) => void
}): ReactNode {
  const { process, nodes, names, say, shown } = props
  const id = useId()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [steps, setSteps] = useState<readonly WalkStep[] | null>(null)
  const [now] = useState(() => new Date().toISOString())
  const paths = useMemo(() => readPaths(nodes), [nodes])
  const data = useMemo(
    () => toJson(exampleData(paths.map(path => [path, typed[path.join('.')] ?? ''] as const))) as JsonObject,
    [paths, typed],
  )
  const walk = useMemo(
    () => (steps === null ? null : walkProcess(process, { now, data, evaluate: evaluateFeel }, steps)),
    [process, now, data, steps],
  )
  useEffect(() => {
    shown(
      walk === null
        ? NO_TOKENS
        : {
            now: new Set([...walk.waiting, ...walk.stuck].map(({ node }) => node)),
            passed: new Set(walk.path),
          },
    )
  }, [walk, shown])
  const title = (node: string): string => {
    const found = nodes.find(other => other.id === node)
    return found === undefined ? node : nameOf(found, names)
  }
  return (
    <section className="process-walk" aria-label={say('walk')}>
      <h3>{say('walk')}</h3>
      {paths.length === 0 ? null : (
        <fieldset>
          <legend>{say('walk.data')}</legend>
          <div className="process-data">
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
          </div>
        </fieldset>
      )}
      <div className="editor-presses">
        <Press press={() => setSteps([])}>{say('walk.restart')}</Press>
        <Press press={() => setSteps(steps?.slice(0, -1) ?? null)} off={steps === null || steps.length === 0}>
          {say('walk.back')}
        </Press>
        {walk?.waiting.map(pending => (
          <Press key={pending.id} press={() => setSteps([...(steps ?? []), { pending: pending.id, data }])}>
            {say(pending.kind === 'timer' ? 'walk.timer' : 'walk.do', { name: title(pending.node) })}
          </Press>
        ))}
      </div>
      <div role="status">
        {walk === null ? null : <p>{say('walk.way', { way: walk.path.map(title).join(' → ') })}</p>}
        {walk?.ended ? <p>{say('walk.ended')}</p> : null}
        {walk?.stuck.map(({ node, reason }) => (
          <p key={node} className="mistake">
            {say('walk.stuck', { name: title(node), reason: stuckWords(say, reason) })}
          </p>
        ))}
      </div>
      <TimesPanel process={process} data={data} title={title} say={say} />
    </section>
  )
}
