import { isObject } from '@tereze/regulation'
import { fieldId, Icon, LANGUAGES, type Language } from '@tereze/ui-components'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { EditorProps } from '../editor.ts'
import { FileDeskProvider } from '../file/desk.ts'
import { Wrong } from '../file/fields/frame.tsx'
import { ObjectField } from '../file/fields/object-field.tsx'
import { Unreadable } from '../file/file-view.tsx'
import '../file/file.css'
import { showPlace } from '../file/show-place.ts'
import { summaryOf } from '../file/summary-of.ts'
import { useDeskOf } from '../file/use-file-desk.ts'
import { useTyped } from '../regulation/use-typed.ts'
import '../regulation/regulation.css'
import './notice.css'
import { type NoticeWords, noticeHead, readNoticeWords, smsCount, writeNoticeWords } from '@tereze/package-changes'
import { filled, namesIn, sampleValues } from './sample-values.ts'
import { type SayNotice, sayNotice } from './say-notice.ts'
import { useSentWhen } from './sent-when.ts'

const partNames = ['title', 'text', 'sms'] as const
type PartName = (typeof partNames)[number]

function Part(props: {
  part: PartName
  language: Language
  value: string
  /** Names that the head gives. */
  known: readonly string[]
  readOnly: boolean
  say: SayNotice
  write: (text: string) => void
}): ReactNode {
  const { part, language, say } = props
  const typed = useTyped(props.value, props.write)
  const id = fieldId(`n-${part}-${language}`)
  const strange = namesIn(typed.text).find(name => !props.known.includes(name))
  const wrong =
    part !== 'sms' && typed.text.trim() === ''
      ? say('wrong.missing')
      : filled(typed.text, language, {}) === null && namesIn(typed.text).length === 0
        ? say('wrong.unreadable')
        : strange === undefined
          ? null
          : say('wrong.value', { name: strange })
  return (
    <div className={wrong === null ? 'reg-language' : 'reg-language wrong'}>
      <label htmlFor={id} className="reg-language-name">
        <span className="hidden-text">{`${say(`part.${part}`)}, `}</span>
        {say(`language.${language}`)}
      </label>
      <textarea
        className="input"
        id={id}
        lang={language}
        rows={part === 'text' ? 6 : 2}
        value={typed.text}
        readOnly={props.readOnly}
        aria-invalid={wrong === null ? undefined : true}
        aria-describedby={wrong === null ? undefined : `${id}-wrong`}
        onChange={event => typed.type(event.currentTarget.value)}
        onBlur={typed.leave}
      />
      {wrong === null ? null : (
        <p className="mistake" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  )
}

function Preview(props: {
  head: unknown
  words: Readonly<Record<Language, NoticeWords>>
  labels: readonly string[]
  say: SayNotice
}): ReactNode {
  const { head, words, say } = props
  const channels = isObject(head) && Array.isArray(head.channels) ? head.channels.map(String) : []
  return (
    <div className="notice-previews">
      {LANGUAGES.map(({ code }) => {
        const values = sampleValues(head, code, say)
        const shown = (text: string) => filled(text, code, values) ?? text
        const { title, text, sms } = words[code]
        const short = shown(sms === '' ? title : sms)
        return (
          <section key={code} lang={code} aria-label={say(`language.${code}`)}>
            <h4>{shown(title)}</h4>
            {shown(text)
              .split(/\n{2,}/)
              .filter(one => one !== '')
              .map((paragraph, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name
                <p key={index}>{paragraph}</p>
              ))}
            {props.labels.length === 0 ? null : (
              <p className="notice-buttons">
                {props.labels.map(label => (
                  <span key={label}>{label}</span>
                ))}
              </p>
            )}
            {channels.includes('sms') ? (
              <p className="notice-sms">
                <Icon name="phone" /> {short}{' '}
                <span className="reg-hint">{say('sms.count', { letters: short.length, count: smsCount(short) })}</span>
              </p>
            ) : null}
          </section>
        )
      })}
    </div>
  )
}

/** A notice as a form: who gets it by which channels, its texts side by side, and how it will look. */
export function NoticeView(props: EditorProps): ReactNode {
  const { files, path, readOnly, language, change, chosen } = props
  const say = sayNotice(language)
  const desk = useDeskOf(props, 'notice', noticeHead)
  const box = useRef<HTMLDivElement>(null)
  const [shows, show] = useState(true)
  useEffect(() => {
    if (chosen !== null && chosen !== undefined && box.current !== null) showPlace(box.current, chosen.place)
  }, [chosen])
  const id = path.slice('notices/'.length, -'.md'.length)
  const sent = useSentWhen(files, id, props.named ?? null)
  if (desk === null || desk.shape.kind !== 'object') return <Unreadable language={language} />
  const file = files.get(path) ?? ''
  const words = readNoticeWords(file)
  const head = isObject(desk.value) ? desk.value : {}
  const known = isObject(head.values) ? Object.keys(head.values) : []
  const actions = Array.isArray(head.actions) ? head.actions : []
  return (
    <FileDeskProvider value={desk}>
      <div className="reg file-form" ref={box}>
        <p className="reg-hint">
          {sent.steps.length > 0
            ? say('sent.steps', { steps: sent.steps.join(', ') })
            : sent.processes.length > 0
              ? say('sent.process', { process: sent.processes.map(one => one.title[language]).join(', ') })
              : say('sent.nobody')}
        </p>
        <section className="reg-section">
          <h3>{say('texts')}</h3>
          {partNames.map(part => (
            <fieldset key={part} className="reg-field">
              <legend>{say(`part.${part}`)}</legend>
              {part === 'title' ? null : <p className="reg-hint">{say(`part.${part}.hint`)}</p>}
              <div className="reg-languages">
                {LANGUAGES.map(({ code }) => (
                  <Part
                    key={code}
                    part={part}
                    language={code}
                    value={words[code][part]}
                    known={known}
                    readOnly={readOnly}
                    say={say}
                    write={text =>
                      change({ [path]: writeNoticeWords(file, code, { ...readNoticeWords(file)[code], [part]: text }) })
                    }
                  />
                ))}
              </div>
            </fieldset>
          ))}
        </section>
        <section className="reg-section">
          <button type="button" className="reg-link" aria-expanded={shows} onClick={() => show(!shows)}>
            {say('preview')}
          </button>
          {shows ? (
            <Preview
              head={head}
              words={words}
              labels={actions.map(one => summaryOf(one, desk.words, language))}
              say={say}
            />
          ) : null}
        </section>
        <section className="reg-section">
          <h3>{say('head')}</h3>
          <Wrong pointer="" />
          <ObjectField pointer="" name="notice" shape={desk.shape} value={head} without={['id']} />
        </section>
      </div>
    </FileDeskProvider>
  )
}
