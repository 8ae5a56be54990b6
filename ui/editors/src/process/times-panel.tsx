import type { JsonObject, Process } from '@tereze/bpmn'
import { type SimulationResult, simulateScenario } from '@tereze/process-simulation'
import { type ReactNode, useId, useState } from 'react'
import { Press } from '../parts/fields.tsx'
import { roleWords } from './role-words.ts'
import type { SayProcess } from './say-process.ts'
import { rolesOf, type Supposed, USUAL_MINUTES, usualScenario, workOf } from './usual-scenario.ts'

/** What the process would take with so many cases, so much work and so many people. */
export function TimesPanel(props: {
  readonly process: Process
  readonly data: JsonObject
  readonly title: (node: string) => string
  readonly say: SayProcess
}): ReactNode {
  const { process, data, title, say } = props
  const id = useId()
  const [supposed, setSupposed] = useState<Supposed>({ perDay: 8, minutes: {}, staff: {} })
  const [result, setResult] = useState<SimulationResult | null>(null)
  const hours = (seconds: number): string => say('times.hours', { count: Math.round(seconds / 360) / 10 })
  const field = (name: string, label: string, value: number, set: (value: number) => void): ReactNode => (
    <div key={name} className="editor-field">
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        className="input"
        type="number"
        min={1}
        max={100_000}
        value={value}
        onChange={event => {
          const given = Math.round(event.target.valueAsNumber)
          if (given >= 1 && given <= 100_000) set(given)
        }}
      />
    </div>
  )
  return (
    <details>
      <summary>{say('times')}</summary>
      <p className="hint">{say('times.note')}</p>
      <div className="process-data">
        {field('per-day', say('times.per-day'), supposed.perDay, perDay => setSupposed({ ...supposed, perDay }))}
        {workOf(process).map(({ node }) =>
          field(
            `minutes-${node}`,
            say('times.minutes', { name: title(node) }),
            supposed.minutes[node] ?? USUAL_MINUTES,
            value => setSupposed({ ...supposed, minutes: { ...supposed.minutes, [node]: value } }),
          ),
        )}
        {rolesOf(process).map(role =>
          field(`staff-${role}`, say('times.staff', { role: roleWords(say, role) }), supposed.staff[role] ?? 1, value =>
            setSupposed({ ...supposed, staff: { ...supposed.staff, [role]: value } }),
          ),
        )}
      </div>
      <div className="editor-presses">
        <Press
          press={() => {
            const scenario = usualScenario(process, supposed, data, new Date().getUTCFullYear())
            const outcome = simulateScenario([process], scenario)
            setResult(outcome.ok ? outcome.result : null)
          }}
        >
          {say('times.run')}
        </Press>
      </div>
      <div role="status">
        {result === null ? null : result.time === null ? (
          <p>{say('times.none')}</p>
        ) : (
          <>
            <p>
              {say('times.result', {
                count: result.time.count,
                half: hours(result.time.p50),
                most: hours(result.time.p90),
              })}
            </p>
            {result.pools.map(({ pool, utilisation, waiting }) => (
              <p key={pool}>
                {say('times.pool', {
                  role: roleWords(say, pool),
                  share: Math.round(utilisation * 100),
                  wait: hours(waiting?.mean ?? 0),
                })}
              </p>
            ))}
          </>
        )}
      </div>
    </details>
  )
}
