import { changeAt } from '@tereze/regulation'
import { type ReactNode, useState } from 'react'
import { offeredNames } from '../../form/draft/check-expression.ts'
import { useTyped } from '../../regulation/use-typed.ts'
import { useFileDesk } from '../desk.ts'
import type { FieldOf } from '../field-of.ts'
import { namesFor, unknownFact } from '../known-names.ts'
import { mistakeOf } from '../mistake-of.ts'
import type { Shape } from '../shape.ts'
import { controlId, Frame, toldAt } from './frame.tsx'

/** An expression: looked at while it is typed, names offered. `template`: written as “= …” in the file, which nobody has to type. */
export function ExpressionField(props: FieldOf & { template: boolean }): ReactNode {
  const desk = useFileDesk()
  const { pointer, template, member, owner } = props
  const [caret, setCaret] = useState(0)
  const written = typeof props.value === 'string' ? props.value : ''
  const typed = useTyped(template ? written.replace(/^= /, '') : written, text =>
    desk.edit(now => changeAt(now, pointer, template && text !== '' ? `= ${text}` : text, null)),
  )
  const shape: Shape = { kind: 'text', of: 'feel', pattern: null }
  const names = namesFor(desk)
  const fact = unknownFact(typed.text, desk)
  const own = desk.readOnly ? null : (mistakeOf(shape, typed.text) ?? (fact === null ? null : 'wrong.fact'))
  const { from, offered } = offeredNames(typed.text, caret, { offered: names, roots: new Set() })
  const take = (name: string) => {
    typed.type(typed.text.slice(0, from) + name + typed.text.slice(caret))
    setCaret(from + name.length)
    document.getElementById(controlId(pointer))?.focus()
  }
  return (
    <Frame pointer={pointer} label={props.label} own={own}>
      <textarea
        className="input reg-code"
        id={controlId(pointer)}
        data-member={`${owner}.${member}`}
        rows={Math.min(8, Math.max(1, Math.ceil(typed.text.length / 70)))}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={typed.text}
        readOnly={desk.readOnly}
        onSelect={event => setCaret(event.currentTarget.selectionStart)}
        onChange={event => {
          typed.type(event.currentTarget.value)
          setCaret(event.currentTarget.selectionStart)
        }}
        onBlur={typed.leave}
        {...toldAt(desk, pointer, own)}
      />
      {offered.length === 0 || desk.readOnly ? null : (
        <ul className="file-names" aria-label={desk.say('names')}>
          {offered.map(name => (
            <li key={name}>
              <button type="button" onClick={() => take(name)}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Frame>
  )
}
