import { addAt, below, changeAt, moveAt } from '@tereze/regulation'
import { Icon } from '@tereze/ui-components'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useFileDesk } from '../desk.ts'
import type { FieldOf } from '../field-of.ts'
import { newItem } from '../new-item.ts'
import { offersFor } from '../offers.ts'
import type { Shape } from '../shape.ts'
import { titleOf } from '../title-of.ts'
import { valueText } from '../words.ts'
import { ChoicesField } from './choice-fields.tsx'
import { controlId, Wrong } from './frame.tsx'

/** Most things that are offered as boxes to tick; of more each is chosen in a line of its own. */
const mostBoxes = 12

/** A list: of choices boxes to tick, of anything else its elements one under the other, moved and taken away by keys and buttons. */
export function ListField(props: FieldOf & { shape: Extract<Shape, { kind: 'list' }> }): ReactNode {
  const desk = useFileDesk()
  const { pointer, member, owner, shape } = props
  if (shape.item.kind === 'choice')
    return (
      <ChoicesField
        {...props}
        offers={shape.item.values.map(value => ({ value, text: valueText(desk.say, member, value) }))}
      />
    )
  const offered = offersFor(shape.item, owner, member, pointer, desk)
  if (offered !== null && !offered.open && offered.offers.length <= mostBoxes)
    return <ChoicesField {...props} offers={offered.offers} />
  return <Elements {...props} />
}

function Elements(props: FieldOf & { shape: Extract<Shape, { kind: 'list' }> }): ReactNode {
  const desk = useFileDesk()
  const { say } = desk
  const { pointer, member, shape, label } = props
  const list = Array.isArray(props.value) ? props.value : []
  const [said, tell] = useState('')
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
    desk.edit(now => moveAt(now, pointer, from, to, null))
    tell(say('list.moved', { what: title, number: to + 1, count: list.length }))
    // The focus goes with what was moved, to the same button, or the other one at an end.
    const way = to < from ? 'up' : 'down'
    requestAnimationFrame(() => {
      const buttons = box.current?.querySelector(`:scope > ol > [data-index="${to}"] > .reg-item-buttons`)
      const same = buttons?.querySelector<HTMLElement>(`[data-way="${way}"]:not(:disabled)`)
      ;(same ?? buttons?.querySelector<HTMLElement>('[data-way]:not(:disabled)'))?.focus()
    })
  }
  const isSimple = shape.item.kind !== 'object'
  return (
    <div className="reg-list" ref={box} id={controlId(pointer)} tabIndex={-1}>
      {pointer === '' ? null : (
        <div className="reg-list-head">
          <h4>{label}</h4>
        </div>
      )}
      <Wrong pointer={pointer} />
      {list.length === 0 ? <p className="reg-hint">{say('list.empty')}</p> : null}
      <ol>
        {list.map((one, index) => {
          const place = below(pointer, index)
          const title = titleOf(one, desk) || `${label} ${index + 1}`
          const wrong = desk.problems.some(
            problem => (problem.place ?? '').startsWith(`${place}/`) || problem.place === place,
          )
          const field = (
            <desk.Field
              pointer={place}
              owner={isSimple ? props.owner : member}
              member={member}
              label={isSimple ? `${label} ${index + 1}` : title}
              shape={shape.item}
              value={one}
            />
          )
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: ids may change while they are typed
            <li key={index} data-index={index} className={isSimple ? 'reg-row' : wrong ? 'reg-item wrong' : 'reg-item'}>
              {isSimple ? (
                field
              ) : (
                <details>
                  <summary>
                    {wrong ? <Icon name="attention" /> : null}
                    <span>{title}</span>
                  </summary>
                  {field}
                </details>
              )}
              {desk.readOnly ? null : (
                <div className="reg-item-buttons">
                  <button
                    type="button"
                    className="reg-icon"
                    data-way="up"
                    disabled={index === 0}
                    aria-label={say('list.up', { what: title })}
                    onClick={() => move(index, index - 1, title)}
                  >
                    <Icon name="up" />
                  </button>
                  <button
                    type="button"
                    className="reg-icon"
                    data-way="down"
                    disabled={index === list.length - 1}
                    aria-label={say('list.down', { what: title })}
                    onClick={() => move(index, index + 1, title)}
                  >
                    <Icon name="down" />
                  </button>
                  <button
                    type="button"
                    className="reg-icon"
                    aria-label={say('list.remove', { what: title })}
                    onClick={() => desk.edit(now => changeAt(now, place, undefined, null))}
                  >
                    <Icon name="remove" />
                  </button>
                </div>
              )}
            </li>
          )
        })}
      </ol>
      <p className="hidden-text" role="status">
        {said}
      </p>
      {desk.readOnly ? null : (
        <div className="reg-list-end">
          <button
            type="button"
            className="reg-add"
            onClick={() => {
              desk.edit(now => addAt(now, pointer, newItem(shape.item, member, list), null))
              setFresh(list.length)
            }}
          >
            <Icon name="plus" /> {say('list.add', { what: label })}
          </button>
        </div>
      )}
    </div>
  )
}
