import {
  compileForm,
  type FormInput,
  formState,
  type JsonObject,
  type PageState,
  type Problem,
  submission,
  validatePage,
} from '@tereze/forms'
import { Icon, LANGUAGES, type Language } from '@tereze/ui-components'
import { addElement, FormMistakes, FormPage, fieldsOf, readPosted, removeElement, showValue } from '@tereze/ui-forms'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { contextOf, isReadable, sampleContext } from '../draft/sample-context.ts'
import { samplePrefill } from '../draft/sample-prefill.ts'
import { drawnWords } from './drawn-words.ts'
import { useDesk } from './form-desk.ts'
import { CheckSetting, ChoiceSetting, TextSetting } from './setting.tsx'

/** Whose eyes the form is seen with. */
const viewers = ['citizen', 'phone', 'official'] as const
type Viewer = (typeof viewers)[number]

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** The form as it will be filled in: computed by the code that computes it on the portal, the workplace and the server. */
export function Preview(): ReactNode {
  const { draft, say, language: own } = useDesk()
  const [viewer, setViewer] = useState<Viewer>('citizen')
  const [language, setLanguage] = useState<Language>(own)
  const [known, setKnown] = useState(false)
  const samples = useMemo(() => sampleContext(draft), [draft])
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const [turn, setTurn] = useState(0)
  const context = { ...samples, ...texts }
  const compilation = useMemo(() => compileForm({ schema: draft.schema, form: draft.form }), [draft])
  return (
    <div className="form-preview">
      <aside className="form-preview-side" aria-label={say('preview.side')}>
        <ChoiceSetting
          label={say('preview.as')}
          readOnly={false}
          value={viewer}
          options={viewers.map(value => ({ value, text: say(`preview.as.${value}`) }))}
          commit={value => setViewer(value as Viewer)}
        />
        <ChoiceSetting
          label={say('preview.language')}
          readOnly={false}
          value={language}
          options={LANGUAGES.map(({ code, name }) => ({ value: code, text: name }))}
          commit={value => setLanguage(value as Language)}
        />
        <CheckSetting
          label={say('preview.known')}
          hint={say('preview.known.hint')}
          readOnly={false}
          value={known}
          commit={setKnown}
        />
        {Object.keys(samples).length === 0 ? null : <h3>{say('preview.context')}</h3>}
        {Object.entries(context).map(([name, text]) => (
          <TextSetting
            key={name}
            long
            label={name}
            readOnly={false}
            value={text}
            mistake={isReadable(text) ? null : say('preview.context.unreadable')}
            commit={next => setTexts({ ...texts, [name]: next })}
          />
        ))}
        <button type="button" className="button button-quiet button-small" onClick={() => setTurn(turn + 1)}>
          {say('preview.again')}
        </button>
      </aside>
      <div className={`form-preview-window form-preview-${viewer}`} lang={language}>
        {compilation.ok ? (
          <Filled
            key={`${turn} ${viewer}`}
            compiled={compilation.form}
            viewer={viewer}
            language={language}
            context={context}
            known={known}
          />
        ) : (
          <ul className="form-faults">
            {compilation.problems.map(({ code, path }) => (
              <li key={`${code} ${path}`}>{say(`fault.${code}`, { path })}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

function Filled(props: {
  compiled: Extract<ReturnType<typeof compileForm>, { ok: true }>['form']
  viewer: Viewer
  language: Language
  context: Readonly<Record<string, string>>
  known: boolean
}): ReactNode {
  const { draft, say } = useDesk()
  const { compiled, viewer, language, known } = props
  const [data, setData] = useState<JsonObject>({})
  const [at, setAt] = useState(0)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [checks, setChecks] = useState(0)
  const place = useRef<HTMLFormElement>(null)
  const moment = useMemo(() => ({ now: new Date().toISOString(), zone }), [])
  const words = useMemo(() => drawnWords(draft.words, language), [draft, language])
  const input: FormInput = {
    data,
    context: contextOf(props.context, moment),
    prefill: known ? samplePrefill(draft, say('preview.source')) : [],
    ...moment,
  }
  const state = formState(compiled, input)
  const pages = state.pages.filter(page => page.visible)
  const exit = pages.find(page => page.exit !== null)
  const all = viewer === 'official'
  const last = pages[Math.min(at, pages.length)]
  const shown = all ? pages.filter(page => page.exit === null) : last === undefined ? [] : [last]
  // biome-ignore lint/correctness/useExhaustiveDependencies: each check that found something moves the focus there.
  useEffect(() => place.current?.querySelector<HTMLElement>('#mistakes')?.focus(), [checks])

  const posted = (from: HTMLFormElement, button: HTMLElement | null) =>
    [...new FormData(from, button)].filter((entry): entry is [string, string] => typeof entry[1] === 'string')

  function send(from: HTMLFormElement, button: HTMLElement | null): void {
    const entries = posted(from, button)
    const [name, value] = entries.at(-1) ?? ['', '']
    const next = readPosted(compiled.layout, entries, data)
    if (name === '_add' || name === '_remove') {
      setData(name === '_add' ? addElement(next, value) : removeElement(next, value))
      return
    }
    setData(next)
    const found = problemsOf(next)
    setProblems(found)
    if (found.length > 0) setChecks(checks + 1)
    else setAt(at + 1)
  }

  function problemsOf(next: JsonObject): readonly Problem[] {
    const given = { ...input, data: next }
    if (!all && (last === undefined || last.exit !== null)) return []
    const done = all || last === undefined ? submission(compiled, given) : validatePage(compiled, given, last.id)
    return done.ok ? [] : done.problems
  }

  if ((all && at > 0) || (!all && last === undefined))
    return <Review pages={pages} words={words} back={() => setAt(all ? 0 : pages.length - 1)} />
  return (
    <form
      ref={place}
      noValidate
      onChange={event => setData(readPosted(compiled.layout, posted(event.currentTarget, null), data))}
      onSubmit={event => {
        event.preventDefault()
        send(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
      }}
    >
      {all && exit !== undefined ? <Exit page={exit} language={language} /> : null}
      {shown.map((page, index) => (
        <section key={page.id}>
          {all ? null : <p className="soft">{say('preview.page', { number: at + 1, count: pages.length })}</p>}
          <h2>{draft.words[language][`page.${page.id}`] ?? page.id}</h2>
          {index === 0 && problems.length > 0 ? (
            <FormMistakes
              page={{ ...page, items: shown.flatMap(one => one.items) }}
              words={words}
              problems={problems}
              title={say('preview.mistakes', { count: problems.length })}
            />
          ) : null}
          {page.exit === null ? (
            <FormPage
              page={page}
              words={words}
              currency="XTS"
              problems={problems}
              files={{ accept: '.pdf' }}
              find={(_, typed) =>
                Promise.resolve([1, 2].map(number => ({ id: `sample_${number}`, text: `${typed} ${number}` })))
              }
            />
          ) : (
            <Exit page={page} language={language} />
          )}
        </section>
      ))}
      <p className="actions">
        {all || at === 0 ? null : (
          <button type="button" className="button button-quiet" onClick={() => setAt(at - 1)}>
            {say('preview.back')}
          </button>
        )}
        {!all && last?.exit !== null ? null : (
          <button type="submit" className="button">
            {all ? say('preview.check') : say('preview.next')}
          </button>
        )}
      </p>
    </form>
  )
}

function Exit({ page, language }: { page: PageState; language: Language }): ReactNode {
  const { draft } = useDesk()
  return (
    <div className="form-exit">
      <p>{draft.words[language][page.exit?.text.replace(/^message:/, '') ?? ''] ?? ''}</p>
      {page.exit?.instead.map(service => (
        <p key={service}>
          <Icon name="arrow-right" /> {service.replace(/^service:/, '')}
        </p>
      ))}
    </div>
  )
}

/** What would be given, for the eye of whoever makes the form. */
function Review(props: {
  pages: readonly PageState[]
  words: ReturnType<typeof drawnWords>
  back: () => void
}): ReactNode {
  const { say } = useDesk()
  const fields = props.pages
    .flatMap(page => page.items.filter(item => item.visible).flatMap(fieldsOf))
    .filter(field => field.visible)
  return (
    <section>
      <h2>{say('preview.done')}</h2>
      <dl className="form-review">
        {fields.map(field => (
          <div key={field.pointer}>
            <dt>{props.words.label(field)}</dt>
            <dd>{field.kind === 'field' ? showValue(field, props.words) : field.elements.length}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button button-quiet" onClick={props.back}>
        {say('preview.back')}
      </button>
    </section>
  )
}
