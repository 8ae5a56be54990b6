import { type OutlineNode, stepKindOf } from '@tereze/bpmn'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { nameOf } from './node-names.ts'
import type { SayProcess } from './say-process.ts'

/** The word for the kind of a step. */
export function kindWord(say: SayProcess, node: OutlineNode): string {
  if (node.type === 'bpmn:StartEvent') return say('kind.start')
  const kind = stepKindOf(node)
  return say(kind === null ? 'kind.other' : `kind.${kind}`)
}

/** The steps in the order in which they are gone through: chosen by a click or by arrows. Everything of the picture is here too. */
export function StepList(props: {
  readonly nodes: readonly OutlineNode[]
  readonly names: ReadonlyMap<string, string>
  readonly chosen: string | null
  readonly now: ReadonlySet<string>
  readonly passed: ReadonlySet<string>
  readonly wrong: ReadonlySet<string>
  readonly say: SayProcess
  readonly choose: (id: string) => void
  /** Another number: what is chosen takes the focus, because where it was is gone. */
  readonly focused: number
}): ReactNode {
  const { nodes, names, chosen, say } = props
  const list = useRef<HTMLUListElement>(null)
  const walked = useRef(false)
  const focused = useRef(props.focused)
  useEffect(() => {
    if (!walked.current && focused.current === props.focused) return
    walked.current = false
    focused.current = props.focused
    list.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = nodes.findIndex(({ id }) => id === chosen)
    const to = event.key === 'ArrowDown' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : null
    const next = to === null ? undefined : nodes[to]
    if (to === null) return
    event.preventDefault()
    if (next === undefined) return
    walked.current = true
    props.choose(next.id)
  }
  const title = new Map(nodes.map(node => [node.id, nameOf(node, names)]))
  return (
    <section aria-label={say('steps')}>
      <h3>{say('steps')}</h3>
      <p className="hint">{say('steps.keys')}</p>
      <ul className="process-steps" ref={list}>
        {nodes.map(node => (
          <li key={node.id} className={node.attachedTo === null ? undefined : 'process-attached'}>
            <button
              type="button"
              className={props.wrong.has(node.id) ? 'process-step process-wrong' : 'process-step'}
              aria-pressed={node.id === chosen}
              onClick={() => props.choose(node.id)}
              onKeyDown={onKeyDown}
            >
              <span className="process-kind">{kindWord(say, node)}</span>
              <span className="process-name">{title.get(node.id)}</span>
              {props.now.has(node.id) ? <span className="process-now">{say('here')}</span> : null}
              {props.passed.has(node.id) && !props.now.has(node.id) ? (
                <span className="process-passed">{say('passed')}</span>
              ) : null}
              {node.outgoing.length === 0 ? null : (
                <span className="process-next">→ {node.outgoing.map(({ to }) => title.get(to) ?? to).join(' · ')}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
