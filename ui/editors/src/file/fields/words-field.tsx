import { changeAt } from '@tereze/regulation'
import { fieldId, LANGUAGES, type Language } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useTyped } from '../../regulation/use-typed.ts'
import { type FileDesk, useFileDesk } from '../desk.ts'
import type { FieldOf } from '../field-of.ts'
import { freeKey } from '../free-key.ts'
import { Frame } from './frame.tsx'

/** A text of the package in one language. */
export function OneLanguage(props: {
  id: string
  label: string
  language: Language
  text: string
  readOnly: boolean
  /** What is said where the text is missing. */
  missing: string | null
  language_name: string
  write: (text: string) => void
}): ReactNode {
  const typed = useTyped(props.text, props.write)
  const id = fieldId(`${props.id}-${props.language}`)
  const isMissing = typed.text.trim() === '' && props.missing !== null
  return (
    <div className={isMissing ? 'reg-language wrong' : 'reg-language'}>
      <label htmlFor={id} className="reg-language-name">
        <span className="hidden-text">{`${props.label}, `}</span>
        {props.language_name}
      </label>
      <textarea
        className="input"
        id={id}
        lang={props.language}
        rows={Math.min(10, Math.max(1, Math.ceil(typed.text.length / 38)))}
        value={typed.text}
        readOnly={props.readOnly}
        aria-invalid={isMissing ? true : undefined}
        aria-describedby={isMissing ? `${id}-missing` : undefined}
        onChange={event => typed.type(event.currentTarget.value)}
        onBlur={typed.leave}
      />
      {isMissing ? (
        <p className="mistake" id={`${id}-missing`}>
          {props.missing}
        </p>
      ) : null}
    </div>
  )
}

/** The texts under a key of the package, in the three languages side by side. */
export function Languages(props: {
  id: string
  label: string
  desk: Pick<FileDesk, 'say' | 'readOnly'>
  /** Whether a text that is not there is said to be missing; words of a process or the platform stand elsewhere. */
  needed?: boolean
  texts: Readonly<Record<Language, string>>
  write: (language: Language, text: string) => void
}): ReactNode {
  const { say, readOnly } = props.desk
  return (
    <div className="reg-languages">
      {LANGUAGES.map(({ code }) => (
        <OneLanguage
          key={code}
          id={props.id}
          label={props.label}
          language={code}
          language_name={say(`language.${code}`)}
          text={props.texts[code]}
          readOnly={readOnly}
          missing={props.needed === false ? null : say('words.missing')}
          write={text => props.write(code, text)}
        />
      ))}
    </div>
  )
}

/** Words that a place of the file refers to, written here; a place without a reference gets one when words are written. */
export function WordsField(props: FieldOf): ReactNode {
  const desk = useFileDesk()
  const { pointer, member } = props
  const reference = typeof props.value === 'string' ? props.value : ''
  const key = reference.startsWith('message:') ? reference.slice('message:'.length) : ''
  const texts = { en: desk.words.en[key] ?? '', ru: desk.words.ru[key] ?? '', kk: desk.words.kk[key] ?? '' }
  // Nobody has words under this key here: they are those of the process or of the platform, until somebody writes own ones.
  const elsewhere = key !== '' && LANGUAGES.every(({ code }) => !(key in desk.words[code]))
  return (
    <Frame pointer={pointer} label={props.label} group>
      {elsewhere ? <p className="reg-hint">{desk.say('words.elsewhere', { key })}</p> : null}
      <Languages
        needed={!elsewhere}
        id={`v${pointer}`}
        label={props.label}
        desk={desk}
        texts={texts}
        write={(language, text) => {
          if (key !== '') desk.word(key, language, text)
          else {
            const made = freeKey(desk, pointer, member)
            desk.word(made, language, text, now => changeAt(now, pointer, `message:${made}`, null))
          }
        }}
      />
    </Frame>
  )
}
