import { below, changeAt, isObject, readAt } from '@tereze/regulation'
import { Icon } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useFileDesk } from '../desk.ts'
import { blankOf, membersOf, type Shape, type ShapeMember, wayOf } from '../shape.ts'
import { withMember } from '../with-member.ts'
import { memberText } from '../words.ts'
import { controlId, Wrong } from './frame.tsx'

/** Members that say how the file is read, which is nobody's choice. */
const hidden = new Set(['format'])

/** Which of several ways an object takes: another way takes the members of this one away. */
function WayChoice(props: {
  pointer: string
  owner: string
  shape: Extract<Shape, { kind: 'object' }>
  value: Readonly<Record<string, unknown>>
}): ReactNode {
  const desk = useFileDesk()
  const { shape, pointer, owner, value } = props
  const taken = wayOf(shape, value)
  const choose = (way: readonly string[]) =>
    desk.edit(now => {
      const own = readAt(now, pointer)
      const others = shape.ways.flat().filter(name => !way.includes(name))
      const kept = Object.fromEntries(
        Object.entries(isObject(own) ? own : {}).filter(([name]) => !others.includes(name)),
      )
      const made = way.reduce<unknown>((part, name) => {
        const member = shape.members.find(one => one.name === name)
        return member === undefined || (isObject(part) && name in part)
          ? part
          : withMember(part, name, blankOf(member.shape), shape.members)
      }, kept)
      return changeAt(now, pointer, made, null)
    })
  return (
    <fieldset className="reg-group">
      <legend>{desk.say('way')}</legend>
      <div className="reg-choices">
        {shape.ways.map(way => (
          <label key={way.join()}>
            <input
              type="radio"
              name={`way${pointer}`}
              checked={way === taken}
              disabled={desk.readOnly}
              onChange={() => choose(way)}
            />
            {memberText(desk.say, owner, way[0] ?? '')}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** An object: the members that are there or must be, and buttons for those that may be added. What the format does not know stays. */
export function ObjectField(props: {
  pointer: string
  /** What it is called as a member; the format at the top. */
  name: string
  shape: Extract<Shape, { kind: 'object' }>
  value: unknown
  /** Members that are shown elsewhere. */
  without?: readonly string[]
}): ReactNode {
  const desk = useFileDesk()
  const { say, readOnly } = desk
  const { pointer, name: owner, shape, without = [] } = props
  const value = isObject(props.value) ? props.value : {}
  const known = membersOf(shape, value).filter(({ name }) => !hidden.has(name) && !without.includes(name))
  const strange: readonly ShapeMember[] = Object.keys(value)
    .filter(name => !shape.members.some(one => one.name === name))
    .map(name => ({ name, shape: { kind: 'any' }, required: false }))
  const shown = [...known.filter(({ name, required }) => required || value[name] !== undefined), ...strange]
  const more = readOnly ? [] : known.filter(one => !shown.includes(one))
  return (
    <>
      {shape.ways.length > 1 ? <WayChoice pointer={pointer} owner={owner} shape={shape} value={value} /> : null}
      {shown.map(({ name, shape: part, required }) => {
        const place = below(pointer, name)
        const label = memberText(say, owner, name)
        return (
          <div key={name} className="reg-member">
            <desk.Field pointer={place} owner={owner} member={name} label={label} shape={part} value={value[name]} />
            {required || readOnly ? null : (
              <button
                type="button"
                className="reg-icon reg-member-remove"
                aria-label={say('list.remove', { what: label })}
                onClick={() => desk.edit(now => changeAt(now, place, undefined, null))}
              >
                <Icon name="remove" />
              </button>
            )}
          </div>
        )
      })}
      {more.length === 0 ? null : (
        <div className="reg-more">
          {more.map(({ name, shape: part }) => {
            const place = below(pointer, name)
            const label = memberText(say, owner, name)
            return (
              <div key={name}>
                <button
                  type="button"
                  className="reg-add"
                  id={controlId(place)}
                  aria-label={say('list.add', { what: label })}
                  onClick={() =>
                    desk.edit(now => {
                      const blank = part.kind === 'yes-no' ? true : blankOf(part)
                      const next = withMember(readAt(now, pointer), name, blank, shape.members)
                      return changeAt(now, pointer, next, null)
                    })
                  }
                >
                  <Icon name="plus" /> {label}
                </button>
                <Wrong pointer={place} />
              </div>
            )
          })}
        </div>
      )}
    </>
  )
}
