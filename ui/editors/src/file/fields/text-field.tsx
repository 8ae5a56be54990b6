import { changeAt } from '@tereze/regulation'
import type { ReactNode } from 'react'
import { useTyped } from '../../regulation/use-typed.ts'
import { useFileDesk } from '../desk.ts'
import type { FieldOf } from '../field-of.ts'
import { mistakeOf } from '../mistake-of.ts'
import type { FileOffer } from '../offers.ts'
import type { Shape } from '../shape.ts'
import { controlId, Frame, toldAt } from './frame.tsx'

/** A line of text; what may stand there is offered while it is typed. */
export function TextField(
  props: FieldOf & { shape: Extract<Shape, { kind: 'text' }>; offers?: readonly FileOffer[] },
): ReactNode {
  const desk = useFileDesk()
  const { pointer, shape, offers = [] } = props
  const typed = useTyped(typeof props.value === 'string' ? props.value : '', text =>
    desk.edit(now => changeAt(now, pointer, text, null)),
  )
  const own = desk.readOnly ? null : mistakeOf(shape, typed.text)
  const list = `${controlId(pointer)}-offers`
  return (
    <Frame pointer={pointer} label={props.label} own={own}>
      <input
        className="input"
        id={controlId(pointer)}
        type={shape.of === 'date' ? 'date' : 'text'}
        list={offers.length === 0 ? undefined : list}
        autoComplete="off"
        spellCheck={false}
        value={typed.text}
        readOnly={desk.readOnly}
        onChange={event => typed.type(event.currentTarget.value)}
        onBlur={typed.leave}
        {...toldAt(desk, pointer, own)}
      />
      {offers.length === 0 ? null : (
        <datalist id={list}>
          {offers.map(one => (
            <option key={one.value} value={one.value}>
              {one.text}
            </option>
          ))}
        </datalist>
      )}
    </Frame>
  )
}

/** A number. What is no number stays as it was written, and is told of. */
export function NumberField(props: FieldOf): ReactNode {
  const desk = useFileDesk()
  const { pointer } = props
  const read = (text: string): unknown => {
    const number = Number(text.replace(',', '.'))
    return text.trim() !== '' && Number.isFinite(number) ? number : text
  }
  const typed = useTyped(props.value === undefined || props.value === null ? '' : String(props.value), text =>
    desk.edit(now => changeAt(now, pointer, read(text), null)),
  )
  const own = typeof read(typed.text) === 'number' ? null : 'wrong.number'
  return (
    <Frame pointer={pointer} label={props.label} own={own}>
      <input
        className="input file-number"
        id={controlId(pointer)}
        inputMode="numeric"
        autoComplete="off"
        value={typed.text}
        readOnly={desk.readOnly}
        onChange={event => typed.type(event.currentTarget.value)}
        onBlur={typed.leave}
        {...toldAt(desk, pointer, own)}
      />
    </Frame>
  )
}
