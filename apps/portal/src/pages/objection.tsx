import { appealDecision, getOwnCase, requestCorrection } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import { isProblem, type Problem } from '@tereze/ui-client'
import { Actions, Back, Button, Mistakes, TextAreaField } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { HiddenFields } from '../hidden-fields.tsx'
import { type Acted, type AnyPage, type PageContext, page } from '../page.ts'
import { ProblemCallout } from '../problem-callout.tsx'
import type { TextKey } from '../texts.ts'
import type { Ui } from '../ui.ts'

interface Again {
  readonly text: string
  /** What is wrong with the text itself. */
  readonly mistake: 'required' | 'too-long' | null
  readonly problem: Problem | null
}

interface Words {
  readonly title: TextKey
  readonly lead: TextKey
  readonly label: TextKey
  readonly hint: TextKey | null
  readonly send: TextKey
}

/** What was written, with line ends as one character: so they count. */
function textOf(form: URLSearchParams): string {
  return (form.get('text') ?? '').replaceAll('\r\n', '\n').trim()
}

/** A page with one question about a decided case: what is wrong with it. */
function objection(of: {
  path: string
  words: Words
  limit: number
  done: string
  send: (context: PageContext, text: string, key: string | null) => Promise<unknown>
}): AnyPage {
  const { words } = of
  const view = (own: OutputOf<typeof getOwnCase>, ui: Ui, again: Again | null): ReactNode => {
    const { card } = own
    const mistake = again?.mistake ? ui.t(`problem.form.${again.mistake}`, { limit: of.limit }) : undefined
    return (
      <>
        <Back href={addresses.case(card.organisation, card.case)}>{ui.t('back.case')}</Back>
        <h1>{ui.t(words.title)}</h1>
        <p className="lead">{ui.t(words.lead)}</p>
        {mistake ? (
          <Mistakes
            title={ui.t('form.mistakes', { count: 1 })}
            lines={[{ key: 'text', name: 'text', text: mistake }]}
          />
        ) : null}
        {again?.problem ? <ProblemCallout problem={again.problem} ui={ui} /> : null}
        <form method="post" className="form above">
          <HiddenFields ui={ui} />
          <TextAreaField
            name="text"
            label={ui.t(words.label)}
            large
            hint={`${words.hint === null ? '' : `${ui.t(words.hint)} `}${ui.t('form.limit', { limit: of.limit })}`}
            mistake={mistake}
            mistakeWord={ui.t('form.error')}
            value={again?.text ?? ''}
          />
          <Actions>
            <Button>{ui.t(words.send)}</Button>
            <a href={addresses.case(card.organisation, card.case)}>{ui.t('confirm.later')}</a>
          </Actions>
        </form>
      </>
    )
  }
  return page<OutputOf<typeof getOwnCase>, Again>({
    path: of.path,
    signIn: true,
    forOrganisations: true,
    title: (_, ui) => ui.t(words.title),
    load: ({ client, params }) =>
      client.call(getOwnCase, { organisation: params.organisation ?? '', case: params.case ?? '' }),
    async act(context, form): Promise<Acted<Again>> {
      const text = textOf(form)
      const mistake = text === '' ? 'required' : text.length > of.limit ? 'too-long' : null
      if (mistake !== null) return { again: { text, mistake, problem: null } }
      const reply = await of.send(context, text, form.get('_once'))
      const { organisation = '', case: id = '' } = context.params
      if (!isProblem(reply)) return { redirect: `${addresses.case(organisation, id)}?done=${of.done}` }
      const problem = reply as Problem
      return problem.kind === 'refused' && problem.status < 500 ? { again: { text, mistake, problem } } : { problem }
    },
    keep: (_, form) => ({ text: textOf(form), mistake: null, problem: null }),
    view,
  })
}

/** Appeals against a decision. */
export const appeal = objection({
  path: '/cases/:organisation/:case/appeal',
  words: {
    title: 'appeal.title',
    lead: 'appeal.lead',
    label: 'appeal.reason',
    hint: 'appeal.reason.hint',
    send: 'appeal.send',
  },
  limit: 5000,
  done: 'appealed',
  send: ({ client, params }, reason, key) =>
    client.call(
      appealDecision,
      { organisation: params.organisation ?? '', case: params.case ?? '', reason },
      key === null ? {} : { idempotencyKey: key },
    ),
})

/** Asks for the correction of an error in a result. */
export const correction = objection({
  path: '/cases/:organisation/:case/correct',
  words: { title: 'correct.title', lead: 'correct.lead', label: 'correct.what', hint: null, send: 'correct.send' },
  limit: 2000,
  done: 'corrected',
  send: ({ client, params }, what, key) =>
    client.call(
      requestCorrection,
      { organisation: params.organisation ?? '', case: params.case ?? '', text: what },
      key === null ? {} : { idempotencyKey: key },
    ),
})
