import {
  below,
  blankOf,
  changeAt,
  fittingMembers,
  isObject,
  type Member,
  type Part,
  readAt,
  withKind,
} from '@tereze/regulation'
import { fieldId, Icon } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { mayChange, useDesk } from '../desk.ts'
import { memberWord, valueWord } from '../words.ts'
import { ChoiceOf } from './choice-fields.tsx'
import { Mistakes } from './field-frame.tsx'

/** Members that follow from others, or are written by other parts of the editor. */
const hidden = new Set(['format'])

/** Members of an object: those that are there or must be, and buttons for those that may be added. */
export function Members(props: {
  pointer: string
  /** What the object is called as a member; empty for the regulation. */
  name: string
  members: readonly Member[]
  value: Readonly<Record<string, unknown>>
}): ReactNode {
  const desk = useDesk()
  const { say, Field } = desk
  const { pointer, name: owner, value } = props
  const members = props.members.filter(({ name }) => !hidden.has(name))
  const shown = members.filter(({ name, required }) => required || value[name] !== undefined)
  const more = members.filter(one => !shown.includes(one) && mayChange(desk, below(pointer, one.name)))
  return (
    <>
      {shown.map(({ name, part, required }) => {
        const place = below(pointer, name)
        const label = say(memberWord(owner, name))
        const field = (
          <Field
            pointer={place}
            owner={owner}
            member={name}
            label={label}
            part={part}
            value={value[name]}
            required={required}
          />
        )
        return (
          <div key={name} className="reg-member">
            {field}
            {required || !mayChange(desk, place) ? null : (
              <button
                type="button"
                className="reg-icon reg-member-remove"
                aria-label={say('list.remove', { what: label })}
                onClick={() => desk.edit(now => changeAt(now, place, undefined))}
              >
                <Icon name="remove" />
              </button>
            )}
          </div>
        )
      })}
      {more.length === 0 ? null : (
        <div className="reg-more">
          {more.map(({ name, part }) => {
            const place = below(pointer, name)
            return (
              <div key={name}>
                <button
                  type="button"
                  className="reg-add"
                  id={fieldId(`r${place}`)}
                  aria-label={say('more.add', { what: say(memberWord(owner, name)) })}
                  onClick={() => desk.edit(now => changeAt(now, place, part.kind === 'yes-no' ? true : blankOf(part)))}
                >
                  <Icon name="plus" /> {say(memberWord(owner, name))}
                </button>
                <Mistakes pointer={place} />
              </div>
            )
          })}
        </div>
      )}
    </>
  )
}

/** A part with members of its own. */
export function ObjectField(props: {
  pointer: string
  member: string
  part: Extract<Part, { kind: 'object' }>
  value: unknown
}): ReactNode {
  const { part, pointer, member } = props
  const value = isObject(props.value) ? props.value : {}
  return <Members pointer={pointer} name={member} members={fittingMembers(part, value)} value={value} />
}

/** The choice on which the other members hang: who supplies a need, what kind a result is. */
export function KindField(props: {
  pointer: string
  member: 'from' | 'kind'
  label: string
  value: unknown
  values: readonly string[]
}): ReactNode {
  const desk = useDesk()
  const owner = props.pointer.slice(0, props.pointer.lastIndexOf('/'))
  return (
    <ChoiceOf
      pointer={props.pointer}
      label={props.label}
      value={props.value}
      offers={props.values.map(value => ({ value, text: desk.say(valueWord(props.member, value)) }))}
      change={kind =>
        desk.edit(now => {
          const before = readAt(now, owner)
          return !isObject(before) ? now : changeAt(now, owner, withKind(before, props.member, kind))
        })
      }
    />
  )
}
