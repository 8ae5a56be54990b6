import {
  addDecision,
  addInputData,
  type Model,
  type RequirementsGraph,
  requirementsGraph,
  setRequirement,
} from '@tereze/dmn'
import { type ReactNode, useId, useMemo, useState } from 'react'
import { Press } from '../parts/fields.tsx'
import type { SayDecision } from './say-decision.ts'

/** What needs what: as a picture and as a list, with what the chosen decision needs to be ticked. */
export function RequirementsView(props: {
  readonly xml: string
  readonly model: Model
  readonly chosen: string
  readonly choose: (name: string) => void
  readonly readOnly: boolean
  readonly say: SayDecision
  readonly change: (xml: string) => void
}): ReactNode {
  const { xml, model, chosen, say, change, readOnly } = props
  const graph = useMemo(() => requirementsGraph(xml), [xml])
  const [name, setName] = useState('')
  const id = useId()
  const decision = model.decisions.find(other => other.name === chosen)
  const add = (made: string): void => {
    change(made)
    setName('')
  }
  const taken = [...model.decisions, ...model.inputs].some(other => other.name === name.trim())
  const off = name.trim() === '' || taken
  return (
    <details className="decision-graph" open={model.decisions.length > 1 ? undefined : false}>
      <summary>{say('graph.title')}</summary>
      {graph === null ? null : <Picture graph={graph} chosen={decision?.id ?? ''} say={say} choose={props.choose} />}
      <ul>
        {model.decisions.map(({ id: own, name: said, information }) => {
          const needed = information
            .map(href => [...model.inputs, ...model.decisions].find(other => `#${other.id}` === href)?.name ?? href)
            .join(', ')
          return (
            <li key={own}>
              {needed === '' ? say('graph.alone', { name: said }) : say('graph.needs', { name: said, needed })}
            </li>
          )
        })}
      </ul>
      {decision === undefined ? null : (
        <fieldset disabled={readOnly}>
          <legend>{say('graph.requires', { name: chosen })}</legend>
          {[
            ...model.inputs.map(other => ({ kind: 'input' as const, ...other })),
            ...model.decisions
              .filter(other => other !== decision)
              .map(other => ({ kind: 'decision' as const, ...other })),
          ].map(other => (
            <label key={other.id} className="decision-need">
              <input
                type="checkbox"
                checked={decision.information.includes(`#${other.id}`)}
                onChange={event =>
                  change(setRequirement(xml, decision, { kind: other.kind, id: other.id }, event.target.checked))
                }
              />
              {other.name}
            </label>
          ))}
        </fieldset>
      )}
      {readOnly ? null : (
        <div className="editor-field">
          <label htmlFor={`${id}-name`}>{say('add.name')}</label>
          <input
            id={`${id}-name`}
            className="input"
            autoComplete="off"
            value={name}
            onChange={event => setName(event.target.value)}
          />
          <div className="editor-presses">
            <Press off={off} press={() => add(addDecision(xml, name.trim(), 'table'))}>
              {say('add.decision-table')}
            </Press>
            <Press off={off} press={() => add(addDecision(xml, name.trim(), 'literal'))}>
              {say('add.decision-literal')}
            </Press>
            <Press off={off} press={() => add(addInputData(xml, name.trim(), null))}>
              {say('add.input-data')}
            </Press>
          </div>
        </div>
      )}
    </details>
  )
}

function Picture(props: {
  readonly graph: RequirementsGraph
  readonly chosen: string
  readonly say: SayDecision
  readonly choose: (name: string) => void
}): ReactNode {
  const { graph, chosen, say } = props
  const byId = new Map(graph.nodes.map(node => [node.id, node]))
  const marker = useId()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture that is wider than the screen is scrolled by keyboard too
    <section className="decision-scroll" aria-label={say('graph.title')} tabIndex={0}>
      <svg
        role="img"
        aria-label={say('graph.picture')}
        viewBox={`0 0 ${graph.width} ${graph.height}`}
        width={graph.width}
        height={graph.height}
        className="decision-picture"
      >
        <defs>
          <marker id={marker} viewBox="0 0 10 10" refX="10" refY="5" markerWidth="8" markerHeight="8" orient="auto">
            <path d="M0 0 L10 5 L0 10 z" className="decision-arrow" />
          </marker>
        </defs>
        {graph.edges.map(({ from, to }) => {
          const [a, b] = [byId.get(from), byId.get(to)]
          if (a === undefined || b === undefined) return null
          const down = b.y > a.y
          return (
            <line
              key={`${from}-${to}`}
              x1={a.x + a.width / 2}
              y1={down ? a.y + a.height : a.y}
              x2={b.x + b.width / 2}
              y2={down ? b.y : b.y + b.height}
              markerEnd={`url(#${marker})`}
              className="decision-edge"
            />
          )
        })}
        {graph.nodes.map(({ id, name, kind, x, y, width, height }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: choosing by mouse; the list of decisions above does the same by keyboard
          <g
            key={id}
            className={`decision-node decision-node-${kind}${id === chosen ? ' decision-node-chosen' : ''}`}
            onClick={kind === 'decision' ? () => props.choose(name) : undefined}
          >
            <rect x={x} y={y} width={width} height={height} rx={kind === 'input' ? height / 2 : 4} />
            <text x={x + width / 2} y={y + height / 2} textAnchor="middle" dominantBaseline="central">
              {name.length > 22 ? `${name.slice(0, 21)}…` : name}
            </text>
          </g>
        ))}
      </svg>
    </section>
  )
}
