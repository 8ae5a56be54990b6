import { addAt, below, changeAt, moveAt, type Part, readAt, stepsOf } from '@tereze/regulation'
import { fieldId, Icon } from '@tereze/ui-components'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { mayChange, useDesk } from '../desk.ts'
import { newItem } from '../new-item.ts'
import { summaryOf } from '../summary-of.ts'
import { memberWord, valueWord } from '../words.ts'
import { Mistakes, Openness } from './field-frame.tsx'

/** A list: its elements one under the other, each opened by a press, moved and taken away by keys and buttons. */
export function ListField(props: {
  pointer: string
  owner: string
  member: string
  label: string
  part: Extract<Part, { kind: 'list' }>
  value: unknown
  required: boolean
}): ReactNode {
  const desk = useDesk()
  const { say, Field } = desk
  const { pointer, part, owner, member } = props
  const list = Array.isArray(props.value) ? props.value : []
  const what = say(memberWord(owner, member, true))
  const disabled = !mayChange(desk, pointer)
  const [said, setSaid] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const [fresh, setFresh] = useState<number | null>(null)
  useEffect(() => {
    if (fresh === null || fresh >= list.length) return
    setFresh(null)
    const item = box.current?.querySelector<HTMLElement>(`:scope > ol > [data-index="${fresh}"]`)
    item?.querySelector('details')?.setAttribute('open', '')
    item?.querySelector<HTMLElement>('.input:not([readonly])')?.focus()
  }, [fresh, list.length])
  const move = (from: number, to: number, title: string) => {
    desk.edit(now => moveAt(now, pointer, from, to))
    setSaid(say('list.moved', { what: title, number: to + 1, count: list.length }))
    // The focus goes with what was moved, to the same button, or the other one at an end.
    const way = to < from ? 'up' : 'down'
    requestAnimationFrame(() => {
      const buttons = box.current?.querySelector(`:scope > ol > [data-index="${to}"] > .reg-item-buttons`)
      const same = buttons?.querySelector<HTMLElement>(`[data-way="${way}"]:not(:disabled)`)
      const next = same ?? buttons?.querySelector<HTMLElement>('[data-way]:not(:disabled)')
      next?.focus()
    })
  }
  const isOnly = list.length <= 1
  return (
    <div className="reg-list" ref={box} id={fieldId(`r${pointer}`)} tabIndex={-1}>
      <div className="reg-list-head">
        <h4>{props.label}</h4>
        <Openness pointer={pointer} label={props.label} />
      </div>
      <Mistakes pointer={pointer} />
      {list.length === 0 ? <p className="reg-hint">{say('list.empty')}</p> : null}
      <ol>
        {list.map((one, index) => {
          const place = below(pointer, index)
          const own = readAt(one, '/id')
          const named =
            part.item.kind === 'object' &&
            part.item.members.some(({ name, part: of }) => name === 'id' && of.kind === 'choice')
          const title =
            (named ? say(valueWord('id', String(own))) : summaryOf(one, desk.language)) ||
            say('item', { what, number: index + 1 })
          const wrong = desk.problems.some(
            problem => problem.pointer === place || problem.pointer.startsWith(`${place}/`),
          )
          const buttons = disabled ? null : (
            <div className="reg-item-buttons">
              <button
                type="button"
                className="reg-icon"
                data-way="up"
                disabled={isOnly || index === 0}
                aria-label={say('list.up', { what: title })}
                onClick={() => move(index, index - 1, title)}
              >
                <Icon name="up" />
              </button>
              <button
                type="button"
                className="reg-icon"
                data-way="down"
                disabled={isOnly || index === list.length - 1}
                aria-label={say('list.down', { what: title })}
                onClick={() => move(index, index + 1, title)}
              >
                <Icon name="down" />
              </button>
              <button
                type="button"
                className="reg-icon"
                aria-label={say('list.remove', { what: title })}
                onClick={() => desk.edit(now => changeAt(now, place, undefined))}
              >
                <Icon name="remove" />
              </button>
            </div>
          )
          if (part.item.kind !== 'object')
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: elements have no other name
              <li key={index} data-index={index} className="reg-row">
                <Field
                  pointer={place}
                  owner={member}
                  member={member}
                  label={`${what} ${index + 1}`}
                  part={part.item}
                  value={one}
                  required
                />
                {buttons}
              </li>
            )
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: ids may change while they are typed
            <li key={index} data-index={index} className={wrong ? 'reg-item wrong' : 'reg-item'}>
              <details open={stepsOf(pointer).length > 1 || undefined}>
                <summary>
                  {wrong ? <Icon name="attention" /> : null}
                  <span>{title}</span>
                </summary>
                <Field
                  pointer={place}
                  owner={member}
                  member={member}
                  label={title}
                  part={part.item}
                  value={one}
                  required
                />
              </details>
              {buttons}
            </li>
          )
        })}
      </ol>
      <p className="hidden-text" role="status">
        {said}
      </p>
      {disabled ? null : (
        <div className="reg-list-end">
          <button
            type="button"
            className="reg-add"
            onClick={() => {
              desk.edit(now =>
                addAt(now, pointer, newItem(part.item, pointer, (readAt(now, pointer) as unknown[]) ?? [])),
              )
              setFresh(list.length)
            }}
          >
            <Icon name="plus" /> {say('list.add', { what })}
          </button>
        </div>
      )}
    </div>
  )
}
