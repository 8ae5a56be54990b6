import { below, changeAt, isObject } from '@tereze/regulation'
import { fieldId, LANGUAGES, type Language } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { mayChange, useDesk } from '../desk.ts'
import { useTyped } from '../use-typed.ts'
import { describedAt, FieldFrame, Mistakes } from './field-frame.tsx'

function OneLanguage(props: {
  pointer: string
  label: string
  language: Language
  text: string
  disabled: boolean
}): ReactNode {
  const desk = useDesk()
  const place = below(props.pointer, props.language)
  const typed = useTyped(props.text, text => desk.edit(now => changeAt(now, place, text)))
  const id = fieldId(`r${place}`)
  const name = desk.say(`language.${props.language}`)
  return (
    <div className={desk.problems.some(one => one.pointer === place) ? 'reg-language wrong' : 'reg-language'}>
      <label htmlFor={id} className="reg-language-name">
        <span className="hidden-text">{`${props.label}, `}</span>
        {name}
      </label>
      <textarea
        className="input"
        id={id}
        lang={props.language}
        rows={Math.min(8, Math.max(1, Math.ceil(typed.text.length / 38)))}
        value={typed.text}
        readOnly={props.disabled}
        onChange={event => typed.type(event.currentTarget.value)}
        onBlur={typed.leave}
        {...describedAt(desk, place)}
      />
      <Mistakes pointer={place} />
    </div>
  )
}

/** The same words in the three languages, side by side. */
export function WordsField({ pointer, label, value }: { pointer: string; label: string; value: unknown }): ReactNode {
  const desk = useDesk()
  const own = isObject(value) ? value : {}
  return (
    <FieldFrame pointer={pointer} label={label} group>
      <div className="reg-languages">
        {LANGUAGES.map(({ code: language }) => (
          <OneLanguage
            key={language}
            pointer={pointer}
            label={label}
            language={language}
            text={typeof own[language] === 'string' ? own[language] : ''}
            disabled={!mayChange(desk, pointer)}
          />
        ))}
      </div>
    </FieldFrame>
  )
}
