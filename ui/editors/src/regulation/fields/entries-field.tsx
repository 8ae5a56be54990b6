import { below, changeAt, isObject } from '@tereze/regulation'
import { fieldId, Icon } from '@tereze/ui-components'
import { type ReactNode, useId } from 'react'
import { mayChange, useDesk } from '../desk.ts'
import { readLiteral, showLiteral } from '../literals.ts'
import { useTyped } from '../use-typed.ts'
import { describedAt, FieldFrame, Mistakes } from './field-frame.tsx'

function Entry(props: {
  pointer: string
  name: string
  value: unknown
  names: string
  disabled: boolean
  rename: (to: string) => void
}): ReactNode {
  const desk = useDesk()
  const { say } = desk
  const place = below(props.pointer, props.name)
  const name = useTyped(props.name, props.rename)
  const value = useTyped(showLiteral(props.value), text => desk.edit(now => changeAt(now, place, readLiteral(text))))
  return (
    <li className="reg-entry">
      <input
        className="input"
        aria-label={say('entries.name')}
        list={props.names}
        autoComplete="off"
        value={name.text}
        readOnly={props.disabled}
        onChange={event => name.type(event.currentTarget.value)}
        onBlur={name.leave}
      />
      {isObject(props.value) ? (
        <EntriesField pointer={place} label={props.name} value={props.value} offered={[]} />
      ) : (
        <input
          className="input reg-code"
          id={fieldId(`r${place}`)}
          aria-label={`${say('entries.value')}: ${props.name}`}
          autoComplete="off"
          spellCheck={false}
          value={value.text}
          readOnly={props.disabled}
          onChange={event => value.type(event.currentTarget.value)}
          onBlur={value.leave}
          {...describedAt(desk, place)}
        />
      )}
      {props.disabled ? null : (
        <button
          type="button"
          className="reg-icon"
          aria-label={say('entries.remove', { what: props.name })}
          onClick={() => desk.edit(now => changeAt(now, place, undefined))}
        >
          <Icon name="remove" />
        </button>
      )}
      <Mistakes pointer={place} />
    </li>
  )
}

/** Names with values, each a line: a request, what records are sought by, fields of a record. */
export function EntriesField(props: {
  pointer: string
  label: string
  value: unknown
  /** Names that are known for it. */
  offered: readonly string[]
}): ReactNode {
  const desk = useDesk()
  const { pointer } = props
  const own = isObject(props.value) ? props.value : {}
  const names = useId()
  const disabled = !mayChange(desk, pointer)
  const next = props.offered.find(name => !(name in own)) ?? ''
  // What is asked for and not there is a fault at a place without a line.
  const missing = desk.problems.filter(
    one => one.pointer.startsWith(`${pointer}/`) && !(one.pointer.slice(pointer.length + 1) in own),
  )
  return (
    <FieldFrame pointer={pointer} label={props.label} group openness={props.offered.length > 0}>
      <p className="reg-hint">{desk.say('entries.hint')}</p>
      <datalist id={names}>
        {props.offered.map(name => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <ul className="reg-entries">
        {Object.entries(own).map(([name, value], index) => (
          <Entry
            // biome-ignore lint/suspicious/noArrayIndexKey: a line stays the same while its name is typed
            key={index}
            pointer={pointer}
            name={name}
            value={value}
            names={names}
            disabled={disabled}
            rename={to =>
              desk.edit(now =>
                changeAt(
                  now,
                  pointer,
                  Object.fromEntries(Object.entries(own).map(([one, of]) => [one === name ? to : one, of])),
                ),
              )
            }
          />
        ))}
      </ul>
      {missing.map(one => (
        <Mistakes key={one.pointer} pointer={one.pointer} />
      ))}
      {disabled ? null : (
        <button
          type="button"
          className="reg-add"
          onClick={() => desk.edit(now => changeAt(now, pointer, { ...own, [next]: '' }))}
        >
          <Icon name="plus" /> {desk.say('entries.add')}
        </button>
      )}
    </FieldFrame>
  )
}
