import { declineSignature, writeStatement } from '@tereze/cases/contract'
import { isProblem, type Problem } from '@tereze/ui-client'
import { Actions, Back, Button, Pane, TextAreaField } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from './addresses.ts'
import { HiddenFields } from './hidden-fields.tsx'
import { leadToSigning } from './lead-to-signing.ts'
import type { Acted, PageContext } from './page.ts'
import { ProblemCallout } from './problem-callout.tsx'
import type { SpokenText, Ui } from './ui.ts'

/** What somebody is asked to sign that another applied for. */
export interface ToSign {
  readonly signs: true
  readonly organisation: string
  readonly case: string
  readonly task: string
  readonly title: SpokenText
  /** Exactly what is signed. */
  readonly text: string
}

/** A reason that was not taken. */
export interface NotDeclined {
  readonly reason: string
  /** Null where none was written. */
  readonly problem: Problem | null
}

/** Reads what is to be signed. */
export async function loadToSign(
  { client }: Pick<PageContext, 'client'>,
  place: Pick<ToSign, 'organisation' | 'case' | 'task'>,
): Promise<ToSign | Problem> {
  const written = await client.call(writeStatement, { ...place, answers: {} })
  return isProblem(written) ? written : { signs: true, ...place, title: written.title, text: written.text }
}

/** Leads to where it is signed, or declines. */
export async function actOnRequest(
  context: PageContext,
  { organisation, case: id, task }: ToSign,
  form: URLSearchParams,
): Promise<Acted<NotDeclined>> {
  const place = { organisation, case: id, task }
  if (form.get('do') !== 'decline') {
    const led = await leadToSigning(context, { ...place, answers: {} })
    return 'unfit' in led ? { problem: led.unfit } : led
  }
  const reason = (form.get('reason') ?? '').trim().slice(0, 500)
  if (reason === '') return { again: { reason, problem: null } }
  const reply = await context.client.call(declineSignature, { ...place, reason })
  return isProblem(reply) ? { problem: reply } : { redirect: `${addresses.cases}?done=declined` }
}

/** What somebody is asked to sign, and the two answers to that. */
export function SignatoryTask({ data, again, ui }: { data: ToSign; again: NotDeclined | null; ui: Ui }): ReactNode {
  return (
    <>
      <Back href={addresses.case(data.organisation, data.case)}>{ui.t('back.case')}</Back>
      <h1>{ui.t('signatory.title', { what: ui.say(data.title) })}</h1>
      {again?.problem ? <ProblemCallout problem={again.problem} ui={ui} /> : null}
      <p className="lead">{ui.t('signatory.lead')}</p>
      <Pane>
        <h2>{ui.t('sign.shown')}</h2>
        <pre className="statement">{data.text}</pre>
      </Pane>
      <form method="post">
        <HiddenFields ui={ui} />
        <input type="hidden" name="do" value="sign" />
        <Actions>
          <Button>{ui.t('task.to-signing')}</Button>
        </Actions>
      </form>
      <section>
        <h2>{ui.t('signatory.decline')}</h2>
        <form method="post" className="form">
          <HiddenFields ui={ui} />
          <input type="hidden" name="do" value="decline" />
          <TextAreaField
            name="reason"
            label={ui.t('signatory.decline.reason')}
            hint={ui.t('signatory.decline.hint')}
            value={again?.reason ?? ''}
            maxLength={500}
            mistake={again !== null && again.reason === '' ? ui.t('signatory.decline.missing') : undefined}
            mistakeWord={ui.t('form.error')}
          />
          <Actions>
            <Button kind="quiet">{ui.t('signatory.decline.button')}</Button>
          </Actions>
        </form>
      </section>
    </>
  )
}
