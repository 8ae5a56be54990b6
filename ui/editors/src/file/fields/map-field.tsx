import { below, changeAt, isObject, readAt } from '@tereze/regulation'
import { Icon } from '@tereze/ui-components'
import { type ReactNode, useId } from 'react'
import { useTyped } from '../../regulation/use-typed.ts'
import { useFileDesk } from '../desk.ts'
import type { FieldOf } from '../field-of.ts'
import { keysFor } from '../offers.ts'
import { blankOf, type Shape } from '../shape.ts'
import { Frame } from './frame.tsx'

function Entry(props: {
  pointer: string
  owner: string
  member: string
  name: string
  shape: Shape
  value: unknown
  names: string
  rename: (to: string) => void
}): ReactNode {
  const desk = useFileDesk()
  const place = below(props.pointer, props.name)
  const typed = useTyped(props.name, props.rename)
  return (
    <li className="reg-entry">
      <input
        className="input"
        aria-label={desk.say('map.name')}
        list={props.names}
        autoComplete="off"
        spellCheck={false}
        value={typed.text}
        readOnly={desk.readOnly}
        onChange={event => typed.type(event.currentTarget.value)}
        onBlur={typed.leave}
      />
      <desk.Field
        pointer={place}
        owner={props.owner}
        member={props.member}
        label={desk.say('map.value', { name: props.name })}
        shape={props.shape}
        value={props.value}
      />
      {desk.readOnly ? null : (
        <button
          type="button"
          className="reg-icon"
          aria-label={desk.say('list.remove', { what: props.name })}
          onClick={() => desk.edit(now => changeAt(now, place, undefined, null))}
        >
          <Icon name="remove" />
        </button>
      )}
    </li>
  )
}

/** Names with values, each a line: what a contract is asked with, what a case begins with, values of a notice. */
export function MapField(props: FieldOf & { shape: Extract<Shape, { kind: 'map' }> }): ReactNode {
  const desk = useFileDesk()
  const { pointer, member, shape } = props
  const own = isObject(props.value) ? props.value : {}
  const names = useId()
  const owner = readAt(desk.value, pointer.slice(0, pointer.lastIndexOf('/')))
  const offered = keysFor(owner, member, desk)
  return (
    <Frame pointer={pointer} label={props.label} group>
      <datalist id={names}>
        {offered.map(name => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <ul className="reg-entries">
        {Object.entries(own).map(([name, value], index) => (
          <Entry
            // biome-ignore lint/suspicious/noArrayIndexKey: a line stays the same while its name is typed
            key={index}
            pointer={pointer}
            owner={props.owner}
            member={member}
            name={name}
            shape={shape.value}
            value={value}
            names={names}
            rename={to =>
              desk.edit(now => {
                const before = readAt(now, pointer)
                const free = to !== '' && !(isObject(before) && to in before)
                if (!isObject(before) || !free) return now
                const renamed = Object.entries(before).map(([one, part]) => [one === name ? to : one, part])
                return changeAt(now, pointer, Object.fromEntries(renamed), null)
              })
            }
          />
        ))}
      </ul>
      {desk.readOnly ? null : (
        <button
          type="button"
          className="reg-add"
          onClick={() =>
            desk.edit(now => {
              const next = offered.find(name => !(name in own)) ?? freeName(own)
              return changeAt(now, pointer, { ...own, [next]: blankOf(shape.value) }, null)
            })
          }
        >
          <Icon name="plus" /> {desk.say('map.add')}
        </button>
      )}
    </Frame>
  )
}

function freeName(own: Readonly<Record<string, unknown>>): string {
  let number = Object.keys(own).length + 1
  while (`value${number}` in own) number++
  return `value${number}`
}
