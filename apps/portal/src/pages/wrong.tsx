import type { OutputOf } from '@tereze/operation'
import { getOwnFact, mostReportFiles, reportError } from '@tereze/profile/contract'
import { isProblem, type Problem } from '@tereze/ui-client'
import {
  Actions,
  Back,
  Button,
  ButtonLink,
  Callout,
  ChoiceField,
  FieldGroup,
  FilesField,
  type KeptFile,
  Mistakes,
  PageState,
  Pane,
  TextAreaField,
  TextField,
} from '@tereze/ui-components'
import { readKeptFile } from '@tereze/ui-forms'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { bringFiles, filesWay, fileWords, largestForm, limitsOf } from '../bring-files.ts'
import { HiddenFields } from '../hidden-fields.tsx'
import { KnownFacts } from '../known-facts.tsx'
import { type Acted, page } from '../page.ts'
import { ProblemCallout } from '../problem-callout.tsx'
import type { Ui } from '../ui.ts'

type Own = OutputOf<typeof getOwnFact>
type Part = Own['parts'][number]

interface Again {
  readonly text: string
  readonly values: Readonly<Record<string, string>>
  readonly files: readonly KeptFile[]
  /** Why files that came with the form were not kept. */
  readonly notKept: readonly string[]
  readonly mistake: 'short' | 'too-long' | null
  readonly problem: Problem | null
}

const shortest = 5
const longest = 2000
const longestValue = 500
const prefix = 'value'

/** The fact that an address names; null when it names none. */
function placeIn(query: URLSearchParams) {
  const [organisation, register, record, pointer] = ['organisation', 'register', 'record', 'pointer'].map(name =>
    query.get(name),
  )
  return organisation && register && record && pointer ? { organisation, register, record, pointer } : null
}

/** What was written, with line ends as one character: so they count. */
function written(form: URLSearchParams, problem: Problem | null = null): Again {
  const text = (form.get('text') ?? '').replaceAll('\r\n', '\n').trim()
  const values = Object.fromEntries(
    [...form]
      .filter(([name]) => name.startsWith(`${prefix}/`))
      .map(([name, value]) => [name.slice(prefix.length), value.slice(0, longestValue)]),
  )
  const mistake = text.length < shortest ? 'short' : text.length > longest ? 'too-long' : null
  const files = form.getAll('files').flatMap(readKeptFile).slice(0, mostReportFiles)
  return { text, values, files, notKept: [], mistake, problem }
}

function PartField({ part, value, ui }: { part: Part; value: string; ui: Ui }): ReactNode {
  const name = `${prefix}${part.pointer}`
  const label = ui.say(part.label)
  if (part.options === undefined) return <TextField name={name} label={label} value={value} maxLength={longestValue} />
  const options = part.options.map(option => ({ value: option.value, text: ui.say(option.text) }))
  return <ChoiceField name={name} label={label} value={value} options={options} />
}

function ReportForm({ own, again, ui }: { own: Own; again: Again | null; ui: Ui }): ReactNode {
  const way = filesWay(own.fact.organisation)
  const notKept = again?.notKept ?? []
  const limit = ui.t('form.limit', { limit: longest })
  const mistake =
    again?.mistake === 'short'
      ? ui.t('wrong.short')
      : again?.mistake === 'too-long'
        ? ui.t('problem.form.too-long', { limit: longest })
        : undefined
  return (
    <>
      <Mistakes
        title={ui.t('form.mistakes', { count: notKept.length + (mistake === undefined ? 0 : 1) })}
        lines={[
          ...(mistake === undefined ? [] : [{ key: 'text', name: 'text', text: mistake }]),
          ...notKept.map(text => ({ key: text, name: 'files', text })),
        ]}
      />
      {again?.problem ? <ProblemCallout problem={again.problem} ui={ui} /> : null}
      <form method="post" encType="multipart/form-data" className="form above">
        <HiddenFields ui={ui} />
        <TextAreaField
          name="text"
          label={ui.t('wrong.text')}
          hint={limit}
          mistake={mistake}
          mistakeWord={ui.t('form.error')}
          value={again?.text ?? ''}
        />
        {own.parts.length === 0 ? null : (
          <FieldGroup legend={ui.t('wrong.right')}>
            <p className="hint">{ui.t('wrong.right.hint')}</p>
            {own.parts.map(part => (
              <PartField key={part.pointer} part={part} value={again?.values[part.pointer] ?? part.value} ui={ui} />
            ))}
          </FieldGroup>
        )}
        <FilesField
          name="files"
          label={ui.t('wrong.files')}
          optional={ui.t('form.optional')}
          hint={limitsOf(mostReportFiles, ui)}
          files={again?.files ?? []}
          max={mostReportFiles}
          accept={way.accept}
          address={way.address}
          words={fileWords(ui)}
          mistake={notKept[0]}
          mistakeWord={ui.t('form.error')}
        />
        <Actions>
          <Button>{ui.t('wrong.send')}</Button>
          <a href={addresses.me}>{ui.t('confirm.later')}</a>
        </Actions>
      </form>
    </>
  )
}

function Body({ own, again, ui }: { own: Own; again: Again | null; ui: Ui }): ReactNode {
  const { fact } = own
  const source = ui.say(fact.source)
  if (fact.report?.state === 'open')
    return (
      <Callout tone="moving" title={ui.t('wrong.reported')}>
        <p>
          <a href={addresses.case(fact.report.organisation, fact.report.case)}>{ui.t('wrong.see')}</a>
        </p>
      </Callout>
    )
  if (!fact.reportable) return <Callout tone="moving" title={ui.t('wrong.not-taken', { source })} />
  return <ReportForm own={own} again={again} ui={ui} />
}

/** Says that a fact is wrong: what, and how it should read as far as the person knows. It becomes a case at the keeper of the register. */
export const wrong = page<Own | { readonly fact: null }, Again>({
  path: '/me/wrong',
  signIn: true,
  title: (_, ui) => ui.t('wrong.title'),
  async load({ client, visitor, query }) {
    const place = placeIn(query)
    return place === null ? { fact: null } : client.call(getOwnFact, { person: visitor.person ?? '', ...place })
  },
  files: largestForm,
  script: ({ fact }) => fact !== null,
  async act(context, sent): Promise<Acted<Again>> {
    const { client, visitor, query } = context
    const place = placeIn(query)
    if (place === null) return { redirect: addresses.me }
    const { form, problems } = await bringFiles(context, place.organisation, sent)
    const again = { ...written(form), notKept: problems.map(({ params }) => `${params.name}: ${params.why}`) }
    const removed = form.get('_remove')
    if (removed !== null) {
      const index = Number(removed.split('/').at(-1))
      return { again: { ...again, mistake: null, files: again.files.filter((_, at) => at !== index) }, refused: false }
    }
    if (again.mistake !== null || again.notKept.length > 0) return { again }
    const changes = Object.entries(again.values).map(([pointer, value]) => ({ pointer, value }))
    const key = form.get('_once')
    const reply = await client.call(
      reportError,
      {
        person: visitor.person ?? '',
        ...place,
        text: again.text,
        changes,
        files: again.files.map(({ id, name }) => ({ id, name })),
      },
      key === null ? {} : { idempotencyKey: key },
    )
    if (!isProblem(reply)) return { redirect: `${addresses.case(place.organisation, reply.case)}?done=corrected` }
    const problem: Problem = reply
    return problem.kind === 'refused' && problem.status < 500 ? { again: { ...again, problem } } : { problem }
  },
  keep: (_, form) => ({ ...written(form), mistake: null }),
  view: (own, ui, again) => (
    <>
      <Back href={addresses.me}>{ui.t('nav.me')}</Back>
      {own.fact === null ? (
        <>
          <h1>{ui.t('wrong.title')}</h1>
          <PageState
            drawing="empty"
            small
            title={ui.t('wrong.choose')}
            action={<ButtonLink href={addresses.me}>{ui.t('nav.me')}</ButtonLink>}
          >
            <p>{ui.t('wrong.choose.text')}</p>
          </PageState>
        </>
      ) : (
        <>
          <h1>{ui.t('wrong.title')}</h1>
          <p className="lead">{ui.t('wrong.lead', { source: ui.say(own.fact.source) })}</p>
          <Pane>
            <KnownFacts
              wide
              ui={ui}
              facts={[{ ...own.fact, at: own.fact.validFrom ?? own.fact.at, key: own.fact.pointer }]}
            />
          </Pane>
          <Body own={own} again={again} ui={ui} />
        </>
      )}
    </>
  ),
})
