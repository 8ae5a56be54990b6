import { fieldId, Icon, LANGUAGES, type Language } from '@tereze/ui-components'
import { type ReactNode, useDeferredValue, useEffect, useId, useMemo, useState } from 'react'
import type { EditorProps } from '../editor.ts'
import { areReadable, cataloguesOf, renameKey, writeText } from '../file/catalogues.ts'
import { Unreadable } from '../file/file-view.tsx'
import { useTyped } from '../regulation/use-typed.ts'
import '../regulation/regulation.css'
import { sayWords } from './say-words.ts'
import { isKey, isReferredTo, soughtRows, type WordRow, type WordTrouble, wordRows } from './word-rows.ts'
import './words.css'

/** Most rows that are drawn at once; the rest come by a press. */
const page = 60

type Say = ReturnType<typeof sayWords>

function Text(props: {
  row: WordRow
  language: Language
  readOnly: boolean
  say: Say
  write: (text: string) => void
}): ReactNode {
  const { row, language, say } = props
  const trouble: WordTrouble | undefined = row.troubles[language]
  const typed = useTyped(row.texts[language], props.write)
  const id = fieldId(`w-${row.key}-${language}`)
  return (
    <div className={trouble === undefined ? 'reg-language' : 'reg-language wrong'}>
      <label htmlFor={id} className="reg-language-name">
        <span className="hidden-text">{`${row.key}, `}</span>
        {say(`language.${language}`)}
      </label>
      <textarea
        className="input"
        id={id}
        lang={language}
        rows={Math.min(8, Math.max(1, Math.ceil(typed.text.length / 38)))}
        value={typed.text}
        readOnly={props.readOnly}
        aria-invalid={trouble === undefined ? undefined : true}
        aria-describedby={trouble === undefined ? undefined : `${id}-trouble`}
        onChange={event => typed.type(event.currentTarget.value)}
        onBlur={typed.leave}
      />
      {trouble === undefined ? null : (
        <p className="mistake" id={`${id}-trouble`}>
          {say(`trouble.${trouble}`)}
        </p>
      )}
    </div>
  )
}

function AddKey(props: { taken: ReadonlySet<string>; say: Say; add: (key: string) => void }): ReactNode {
  const { say } = props
  const id = useId()
  const [key, setKey] = useState('')
  const [tried, setTried] = useState(false)
  const wrong = props.taken.has(key) ? 'add.taken' : isKey(key) ? null : 'add.wrong'
  return (
    <form
      className="words-add"
      onSubmit={event => {
        event.preventDefault()
        setTried(true)
        if (wrong !== null) return
        props.add(key)
        setKey('')
        setTried(false)
      }}
    >
      <div className="reg-field">
        <label htmlFor={id}>{say('add.key')}</label>
        <input
          id={id}
          className="input"
          autoComplete="off"
          spellCheck={false}
          value={key}
          aria-invalid={tried && wrong !== null ? true : undefined}
          aria-describedby={tried && wrong !== null ? `${id}-wrong` : undefined}
          onChange={event => setKey(event.currentTarget.value)}
        />
        {tried && wrong !== null ? (
          <p className="mistake" id={`${id}-wrong`}>
            {say(wrong)}
          </p>
        ) : null}
      </div>
      <button type="submit" className="reg-add">
        <Icon name="plus" /> {say('add')}
      </button>
    </form>
  )
}

/** All words of a package: key by key, three languages side by side, gaps marked. */
export function WordsView(props: EditorProps): ReactNode {
  const { files, change, readOnly, language, chosen } = props
  const say = sayWords(language)
  const [sought, seek] = useState('')
  const [gaps, showGaps] = useState(false)
  const [most, setMost] = useState(page)
  const [fresh, setFresh] = useState<string | null>(null)
  const rows = useMemo(() => wordRows(cataloguesOf(files)), [files])
  const wanted = useDeferredValue(sought)
  const found = soughtRows(rows, wanted, gaps)
  const broken = rows.filter(({ troubles }) => Object.keys(troubles).length > 0).length
  const search = useId()
  // A place that was chosen among the problems is sought; new words are written at once.
  useEffect(() => {
    if (chosen !== null && chosen !== undefined) seek(chosen.place.slice(1))
  }, [chosen])
  useEffect(() => {
    if (fresh === null) return
    document.getElementById(fieldId(`w-${fresh}-${language}`))?.focus()
    setFresh(null)
  }, [fresh, language])
  if (!areReadable(files)) return <Unreadable language={language} />
  return (
    <div className="reg words">
      <div className="words-bar">
        <div className="reg-search">
          <label htmlFor={search}>{say('search')}</label>
          <input
            id={search}
            type="search"
            className="input"
            value={sought}
            onChange={event => {
              seek(event.currentTarget.value)
              setMost(page)
            }}
          />
        </div>
        <label className="reg-yes">
          <input type="checkbox" checked={gaps} onChange={event => showGaps(event.currentTarget.checked)} />
          {say('gaps', { count: broken })}
        </label>
      </div>
      <p className="reg-hint" role="status">
        {say('count', { count: found.length, all: rows.length })}
      </p>
      <ul className="words-rows">
        {found.slice(0, most).map(row => (
          <li key={row.key}>
            <div className="words-key">
              <code>{row.key}</code>
              {readOnly || isReferredTo(files, row.key) ? null : (
                <button
                  type="button"
                  className="reg-icon"
                  aria-label={say('remove', { key: row.key })}
                  onClick={() => change(renameKey(files, row.key, null))}
                >
                  <Icon name="remove" />
                </button>
              )}
            </div>
            <div className="reg-languages">
              {LANGUAGES.map(({ code }) => (
                <Text
                  key={code}
                  row={row}
                  language={code}
                  readOnly={readOnly}
                  say={say}
                  write={text => change(writeText(files, row.key, code, text))}
                />
              ))}
            </div>
          </li>
        ))}
      </ul>
      {found.length <= most ? null : (
        <button type="button" className="reg-add" onClick={() => setMost(most + page)}>
          {say('more', { count: found.length - most })}
        </button>
      )}
      {readOnly ? null : (
        <AddKey
          taken={new Set(rows.map(({ key }) => key))}
          say={say}
          add={key => {
            seek('')
            showGaps(false)
            setMost(rows.length + 1)
            change(writeText(files, key, language, ''))
            setFresh(key)
          }}
        />
      )}
    </div>
  )
}
