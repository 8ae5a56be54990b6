import { changeAt, isObject } from '@tereze/regulation'
import type { ReactNode } from 'react'
import { readLiteral, showLiteral } from '../../regulation/literals.ts'
import { useTyped } from '../../regulation/use-typed.ts'
import { useFileDesk } from '../desk.ts'
import type { FieldOf } from '../field-of.ts'
import { unknownFact } from '../known-names.ts'
import { mistakeOf } from '../mistake-of.ts'
import { controlId, Frame, toldAt } from './frame.tsx'
import { MapField } from './map-field.tsx'

/** A value of any kind: “= …” is worked out, a number, yes or no, or text stands for itself; with members of its own each is a line. */
export function AnyField(props: FieldOf): ReactNode {
  const { value } = props
  if (isObject(value)) return <MapField {...props} shape={{ kind: 'map', value: { kind: 'any' } }} />
  return <Literal {...props} />
}

function Literal(props: FieldOf): ReactNode {
  const desk = useFileDesk()
  const { pointer } = props
  const typed = useTyped(showLiteral(props.value), text =>
    desk.edit(now => changeAt(now, pointer, readLiteral(text), null)),
  )
  const isWorkedOut = typed.text.startsWith('= ')
  const mistake = isWorkedOut ? mistakeOf({ kind: 'text', of: 'expression', pattern: null }, typed.text) : null
  const fact = isWorkedOut ? unknownFact(typed.text.slice(2), desk) : null
  const own = mistake ?? (fact === null ? null : 'wrong.fact')
  return (
    <Frame pointer={pointer} label={props.label} own={own}>
      <input
        className="input reg-code"
        id={controlId(pointer)}
        autoComplete="off"
        spellCheck={false}
        value={typed.text}
        readOnly={desk.readOnly}
        onChange={event => typed.type(event.currentTarget.value)}
        onBlur={typed.leave}
        {...toldAt(desk, pointer, own)}
      />
    </Frame>
  )
}
