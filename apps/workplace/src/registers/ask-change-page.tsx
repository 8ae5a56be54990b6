import { useQuery } from '@tanstack/react-query'
import { compileForm, formState, type JsonObject, type Problem, submission } from '@tereze/forms'
import {
  changeRecord,
  getRecord,
  type RegisterDescription,
  registerRecord,
  requestChange,
} from '@tereze/registers/contract'
import { ask, BusyButton, Failure, Page, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import { FormMistakes, FormPage, type FormWords, readPosted } from '@tereze/ui-forms'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { commonFormWords } from '../words/form-words.ts'
import { isMessageId } from '../words/messages.ts'
import { useWords, type Words } from '../words/words.ts'
import { askedPart, filledIn } from './filled-in.ts'
import { askedFields, formSchema, layoutOf } from './layout-of.ts'
import { fieldName, fieldValue } from './register-words.ts'
import { useCommand } from './use-command.ts'
import { registersKey, useRegister } from './use-register.ts'

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
/** Shortest reason that is taken, in characters. */
const shortest = 5

/** A new record, or new content of one: the form is made from the register's schema. Asked for, or written where that is enough. */
export function AskChangePage(): ReactNode {
  const { register = '', record } = useParams()
  const { say } = useWords()
  const { organisation } = useSession()
  const { query, described } = useRegister(register)
  const known = useQuery({
    queryKey: [registersKey, 'record', register, record ?? 'new', {}],
    enabled: record !== undefined,
    queryFn: ({ signal }) => ask(getRecord, { organisation, register, record: record ?? '' }, { signal }),
  })
  const problem = query.error?.problem ?? known.error?.problem
  const isReady = described !== undefined && (record === undefined || known.data !== undefined)
  const title = say(record === undefined ? 'registers.add' : 'registers.ask-change')
  return (
    <Page title={title}>
      <p className="back-line">
        <Link to={record === undefined ? `/registers/${register}` : `/registers/${register}/records/${record}`}>
          {say('registers.back')}
        </Link>
      </p>
      <h1>{title}</h1>
      {problem === undefined ? null : (
        <Failure problem={problem} again={() => void Promise.all([query.refetch(), known.refetch()])} small />
      )}
      {isReady ? (
        <ChangeForm
          described={described}
          before={
            known.data === undefined
              ? null
              : { record: known.data.record, version: known.data.version, data: known.data.data }
          }
        />
      ) : problem === undefined ? (
        <Waiting lines={8} />
      ) : null}
    </Page>
  )
}

interface Before {
  readonly record: string
  readonly version: number
  readonly data: Readonly<Record<string, unknown>>
}

function formWords(described: RegisterDescription, words: Words): FormWords {
  const label = (pointer: string) => fieldName(described, pointer, words)
  return {
    language: words.language,
    label: item => label(item.pointer),
    hint: () => null,
    group: () => null,
    answer: (item, value) => fieldValue(described, item.pointer, value, words) ?? value,
    option: (_item, option) => ({ text: String(option.id), hint: null }),
    problem: problem => {
      const key = `problem.${problem.code}`
      const params = Object.fromEntries(
        Object.entries(problem.params).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
      ) as Record<string, string | number>
      return words.say(isMessageId(key) ? key : 'problem.form.type', params)
    },
    summary: (name, text) => `${name}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
    source: () => '',
    ...commonFormWords(words),
    element: (item, number) => `${label(item.pointer)} ${number}`,
  }
}

function ChangeForm({ described, before }: { described: RegisterDescription; before: Before | null }): ReactNode {
  const layout = useMemo(
    () =>
      layoutOf(
        described.schema,
        described.withheld.map(({ pointer }) => pointer),
      ),
    [described.schema, described.withheld],
  )
  const compilation = useMemo(
    () => compileForm({ schema: formSchema(described.schema) as JsonObject, form: layout }),
    [described.schema, layout],
  )
  if (!compilation.ok) return <Failure problem={null} again={() => window.location.reload()} small />
  return <Compiled described={described} before={before} layout={layout} compiled={compilation.form} />
}

function Compiled({
  described,
  before,
  layout,
  compiled,
}: {
  described: RegisterDescription
  before: Before | null
  layout: ReturnType<typeof layoutOf>
  compiled: Extract<ReturnType<typeof compileForm>, { ok: true }>['form']
}): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const navigate = useNavigate()
  const { register, may, approval } = described
  const asked = askedFields(layout)
  const [draft, setDraft] = useState<JsonObject>(() => askedPart(before?.data ?? {}, asked) as JsonObject)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [checks, setChecks] = useState(0)
  const place = useRef<HTMLFormElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each check that found something moves the focus there.
  useEffect(() => place.current?.querySelector<HTMLElement>('#mistakes, [aria-invalid=true]')?.focus(), [checks])
  const act = before === null ? 'write' : 'correct'
  const waits = !may.includes(act) || approval.includes(act)
  const request = useCommand(requestChange, ({ change }) => void navigate(`/registers/${register}/changes/${change}`))
  const opened = ({ record }: { record: string }) => void navigate(`/registers/${register}/records/${record}`)
  const change = useCommand(changeRecord, opened)
  const add = useCommand(registerRecord, opened)
  const own = formWords(described, words)
  const input = { data: draft, context: {}, prefill: [], now: new Date().toISOString(), zone }
  const pages = formState(compiled, input).pages.filter(page => page.visible)
  const posted = (from: HTMLFormElement) =>
    [...new FormData(from)].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== 'change-reason',
    )

  function send(from: HTMLFormElement): void {
    const next = readPosted(compiled.layout, posted(from), draft)
    setDraft(next)
    const result = submission(compiled, { ...input, data: next })
    // What the form does not ask may be required all the same; that the register itself judges.
    const found = result.ok
      ? []
      : result.problems.filter(problem => asked.some(field => problem.pointer.startsWith(field)))
    const why = reason.trim()
    setProblems(found)
    setMissing(why.length < shortest)
    setChecks(checks + 1)
    if (found.length > 0 || why.length < shortest) return
    const data = filledIn(before?.data ?? {}, asked, result.ok ? result.data : next)
    const common = {
      organisation,
      register,
      data,
      source: { kind: 'official' as const, reference: why, organisation },
    }
    const target = before === null ? {} : { record: before.record, version: before.version }
    if (waits) request.mutate({ ...common, ...target, reason: why })
    else if (before === null) add.mutate(common)
    else change.mutate({ ...common, record: before.record, version: before.version, reason: why })
  }
  const problem = request.error?.problem ?? change.error?.problem ?? add.error?.problem
  const busy = request.isPending || change.isPending || add.isPending

  return (
    <form
      ref={place}
      className="decision work-part register-form"
      noValidate
      onChange={event => setDraft(readPosted(compiled.layout, posted(event.currentTarget), draft))}
      onSubmit={event => {
        event.preventDefault()
        send(event.currentTarget)
      }}
    >
      {waits ? <p className="soft">{words.say('registers.waits-for-second')}</p> : null}
      {pages.map(page => (
        <section key={page.id}>
          {problems.length > 0 ? (
            <FormMistakes page={page} words={own} problems={problems} title={words.say('form.mistakes')} />
          ) : null}
          <FormPage page={page} words={own} currency="" problems={problems} />
        </section>
      ))}
      <div className={missing ? 'field wrong' : 'field'}>
        <label htmlFor="change-reason">{words.say('registers.reason')}</label>
        <div className="hint" id="change-reason-hint">
          {words.say('registers.reason-hint')}
        </div>
        {missing ? (
          <p className="mistake" role="alert">
            {words.say('registers.reason-missing')}
          </p>
        ) : null}
        <textarea
          id="change-reason"
          name="change-reason"
          className="input"
          rows={3}
          maxLength={500}
          aria-describedby="change-reason-hint"
          aria-invalid={missing}
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
      </div>
      {problem === undefined ? null : <RefusalNote problem={problem} />}
      <BusyButton type="submit" className="button" busy={busy}>
        {words.say(waits ? 'registers.send-request' : 'registers.save')}
      </BusyButton>
    </form>
  )
}
