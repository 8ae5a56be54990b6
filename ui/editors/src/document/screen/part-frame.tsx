import { Icon } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { missingFields, type TextPlace, valuesAt } from '../changes/write-text.ts'
import { at, withAt, withMoved } from '../draft/document-draft.ts'
import { kindOf, partsIn } from '../draft/parts.ts'
import { readValue } from '../draft/value.ts'
import { useDesk } from './document-desk.ts'
import { PartBody } from './part-body.tsx'

/** A part of the page with what can be done with it; what the check says of it stands under it. */
export function PartFrame({ index }: { index: number }): ReactNode {
  const desk = useDesk()
  const { draft, say, apply, selected, select, readOnly } = desk
  const steps = ['body', String(index)]
  const kind = kindOf(partsIn(draft)[index])
  const name = say('part.name', { kind: say(kind === null ? 'part.other' : `part.${kind}`), number: index + 1 })
  const when = at(draft, [...steps, 'when'])
  const isLast = index === partsIn(draft).length - 1
  const place: TextPlace = { holder: steps, member: kind === 'heading' ? 'heading' : 'text' }
  const missing = kind === 'text' || kind === 'heading' || kind === 'list' ? missingFields(draft, place) : []
  const labelOf = (name: string) => {
    const { is } = readValue(valuesAt(draft, place)[name])
    return desk.fields.find(field => field.is === is)?.label ?? name
  }
  const problems = desk.problemsAt(steps)
  return (
    <section
      className={selected === index ? `doc-part doc-part-${kind} doc-part-selected` : `doc-part doc-part-${kind}`}
      aria-label={name}
      onFocus={() => {
        if (selected !== index) select(index)
      }}
    >
      {readOnly ? null : (
        <div className="doc-part-tools" role="toolbar" aria-label={say('part.tools', { name })}>
          <button
            type="button"
            className="doc-part-choose"
            aria-pressed={selected === index}
            onClick={() => select(index)}
          >
            {say(kind === null ? 'part.other' : `part.${kind}`)}
          </button>
          <button
            type="button"
            aria-label={say('part.up', { name })}
            disabled={index === 0}
            onClick={() => {
              apply(withMoved(draft, ['body'], index, -1))
              select(index - 1)
            }}
          >
            <Icon name="up" />
          </button>
          <button
            type="button"
            aria-label={say('part.down', { name })}
            disabled={isLast}
            onClick={() => {
              apply(withMoved(draft, ['body'], index, 1))
              select(index + 1)
            }}
          >
            <Icon name="down" />
          </button>
          <button
            type="button"
            aria-label={say('part.remove', { name })}
            disabled={partsIn(draft).length === 1}
            onClick={() => {
              apply(withAt(draft, steps, undefined))
              select(null)
            }}
          >
            <Icon name="remove" />
          </button>
        </div>
      )}
      {typeof when === 'string' ? <p className="doc-when">{say('when.shown', { when })}</p> : null}
      <PartBody index={index} name={name} />
      {missing.length === 0 && problems.length === 0 ? null : (
        <ul className="doc-problems">
          {missing.map(one => (
            <li key={`${one.language} ${one.name}`}>
              {say('field.missing', { language: say(`language.${one.language}`), field: labelOf(one.name) })}
            </li>
          ))}
          {problems.map(problem => (
            <li key={`${problem.code} ${problem.place} ${problem.message}`}>{problem.message}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
