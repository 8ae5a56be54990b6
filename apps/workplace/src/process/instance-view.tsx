import { Waiting } from '@tereze/ui-app'
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { useWords } from '../words/words.ts'
import { Legend } from './legend.tsx'
import { StepTable } from './step-table.tsx'
import { whereWords } from './step-words.ts'
import type { Instance } from './view.ts'

const Diagram = lazy(() => import('./diagram.tsx').then(({ Diagram }) => ({ default: Diagram })))

/** One process: its diagram beside the table of its steps. What is chosen in one is shown in the other. */
export function InstanceView(props: {
  instance: Instance
  /** The BPMN file that it keeps. */
  xml: string
  others: readonly Instance[]
  open: (instance: string) => void
}): ReactNode {
  const { instance } = props
  const words = useWords()
  const [chosen, choose] = useState<string | null>(null)
  const table = useRef<HTMLDivElement>(null)
  const pick = (element: string) => {
    choose(element)
    // The row may have to be drawn first, when it was among those that are left out.
    requestAnimationFrame(() =>
      table.current?.querySelector<HTMLElement>(`[data-element="${CSS.escape(element)}"]`)?.focus(),
    )
  }
  const children = props.others.filter(({ parent }) => parent?.instance === instance.instance)
  return (
    <>
      <p className="way-where">
        <strong>{whereWords(instance, words)}</strong>{' '}
        <span className="soft">
          {words.say('way.version', { name: words.pick(instance.title), version: instance.version })}
        </span>
      </p>
      {instance.status === 'suspended' ? <p className="callout">{words.say('way.suspended')}</p> : null}
      {children.length > 0 ? (
        <ul className="way-children">
          {children.map(child => (
            <li key={child.instance}>
              <button type="button" className="button button-plain" onClick={() => props.open(child.instance)}>
                {words.say('way.child', { name: words.pick(child.title) })}
              </button>
              <span className="soft">{whereWords(child, words)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="way-both">
        <div className="way-picture">
          <Suspense fallback={<Waiting lines={8} />}>
            <Diagram instance={instance} xml={props.xml} chosen={chosen} choose={pick} />
          </Suspense>
          <Legend />
        </div>
        <div ref={table} className="way-steps">
          <StepTable instance={instance} chosen={chosen} choose={choose} />
        </div>
      </div>
    </>
  )
}
