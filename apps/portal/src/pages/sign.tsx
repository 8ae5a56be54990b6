import { answerTask } from '@tereze/cases/contract'
import type { InputOf, JsonObject } from '@tereze/operation'
import {
  askPasskey,
  checkLimit,
  getStatement,
  type SignedBy,
  type Statement,
  signByPasskey,
} from '@tereze/signatures/contract'
import { isProblem, type Problem } from '@tereze/ui-client'
import { Actions, Back, Button, ButtonLink, Callout, FileField, Pane } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { gather } from '../gather.ts'
import { HiddenFields } from '../hidden-fields.tsx'
import { type Acted, type PageContext, page } from '../page.ts'
import { ProblemCallout } from '../problem-callout.tsx'
import type { Ui } from '../ui.ts'

interface SignPage {
  readonly statement: Statement
  /** What the authenticator is asked; null where the person has no passkey. */
  readonly options: JsonObject | null
}

type Again = { readonly mistake: true } | { readonly problem: Problem }

type Answer = Omit<InputOf<typeof answerTask>, 'signature'>

/** The answers that are sent when they are signed; null of a statement for something else. */
function answerIn({ act }: Statement): Answer | null {
  return act.operation === answerTask.name ? (act.input as Answer) : null
}

async function load({ client, params }: PageContext): Promise<SignPage | Problem> {
  const statement = params.statement ?? ''
  const found = await gather({
    statement: client.call(getStatement, { statement }),
    passkey: client.call(askPasskey, { statement }),
  })
  return isProblem(found) ? found : { statement: found.statement, options: found.passkey.options }
}

function parsed(text: string | null): JsonObject {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null ? (value as JsonObject) : {}
  } catch {
    return {}
  }
}

/** Signs in the way that was chosen; null where no file was. */
async function sign(context: PageContext, form: URLSearchParams): Promise<SignedBy | Problem | null> {
  const { client, params, files, origin } = context
  const statement = params.statement ?? ''
  if (form.get('do') === 'passkey') {
    const response = parsed(form.get('response'))
    return client.call(signByPasskey, { statement, response, revocations: `${origin}${addresses.revoked}` })
  }
  // What a signing program gave: PEM or base64 as it came.
  if (form.get('do') === 'program')
    return context.takeSignature(statement, new TextEncoder().encode(form.get('signature') ?? ''))
  const [file] = files.get('file') ?? []
  return file === undefined || file.bytes.length === 0 ? null : context.takeSignature(statement, file.bytes)
}

async function act(context: PageContext, form: URLSearchParams): Promise<Acted<Again>> {
  const { client, params } = context
  const id = params.statement ?? ''
  if (form.get('do') !== 'send') {
    const signed = await sign(context, form)
    if (signed === null) return { again: { mistake: true } }
    if (isProblem(signed)) return signed.kind === 'refused' ? { again: { problem: signed } } : { problem: signed }
  }
  const statement = await client.call(getStatement, { statement: id })
  if (isProblem(statement)) return { problem: statement }
  const answer = answerIn(statement)
  if (answer === null) return { redirect: addresses.sign(id) }
  const sent = await client.call(answerTask, { ...answer, signature: id }, { idempotencyKey: id })
  if (isProblem(sent)) return sent.kind === 'refused' ? { again: { problem: sent } } : { problem: sent }
  return { redirect: `${addresses.case(answer.organisation, answer.case)}?done=signed` }
}

function Passkey({ data, ui }: { data: SignPage; ui: Ui }): ReactNode {
  return (
    <section>
      <h2>{ui.t('sign.passkey')}</h2>
      <p>{ui.t('sign.passkey.lead')}</p>
      {data.options === null ? (
        <>
          <p>{ui.t('sign.passkey.none')}</p>
          <ButtonLink kind="quiet" href={addresses.access}>
            {ui.t('sign.passkey.add')}
          </ButtonLink>
        </>
      ) : (
        <form
          method="post"
          encType="multipart/form-data"
          data-passkey="get"
          data-options={JSON.stringify(data.options)}
          hidden
        >
          <HiddenFields ui={ui} />
          <input type="hidden" name="do" value="passkey" />
          <input type="hidden" name="response" value="" />
          <div data-passkey-failed hidden role="alert">
            <Callout tone="no" title={ui.t('sign.passkey.failed')} />
          </div>
          <Actions>
            <Button>{ui.t('sign.passkey.button')}</Button>
          </Actions>
        </form>
      )}
    </section>
  )
}

function Certificate({ data, mistake, ui }: { data: SignPage; mistake: boolean; ui: Ui }): ReactNode {
  return (
    <section>
      <h2>{ui.t('sign.file')}</h2>
      <p>{ui.t('sign.file.lead')}</p>
      <form method="post" encType="multipart/form-data" className="form">
        <HiddenFields ui={ui} />
        <input type="hidden" name="do" value="file" />
        <FileField
          name="file"
          accept=".sig,.p7s,.cms"
          label={ui.t('sign.file.field')}
          hint={ui.t('sign.file.hint')}
          mistake={mistake ? ui.t('sign.file.mistake') : undefined}
          mistakeWord={ui.t('sign.file.mistake.word')}
        />
        <Actions>
          <Button kind={data.statement.needed === 'qualified' ? 'primary' : 'quiet'}>{ui.t('sign.file.button')}</Button>
        </Actions>
      </form>
    </section>
  )
}

/** UTF-8 of a text in base64. */
function base64Of(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), byte => String.fromCharCode(byte)).join(''))
}

function Program({ data, ui }: { data: SignPage; ui: Ui }): ReactNode {
  return (
    <form
      method="post"
      className="above"
      encType="multipart/form-data"
      data-program="ncalayer"
      data-content={base64Of(data.statement.text)}
      hidden
    >
      <HiddenFields ui={ui} />
      <input type="hidden" name="do" value="program" />
      <input type="hidden" name="signature" value="" />
      <h3>{ui.t('sign.program')}</h3>
      <p>{ui.t('sign.program.lead')}</p>
      <div data-program-failed hidden role="alert">
        <Callout tone="no" title={ui.t('sign.program.failed')} />
      </div>
      <Actions>
        <Button kind="quiet">{ui.t('sign.program.button')}</Button>
      </Actions>
    </form>
  )
}

function Signed({ statement, signed, ui }: { statement: Statement; signed: SignedBy; ui: Ui }): ReactNode {
  return (
    <>
      <Callout tone="done" title={ui.t('sign.signed')} live>
        <p>
          {ui.t(`sign.kind.${signed.kind}`)}.{' '}
          {ui.t('sign.signed.text', { signer: signed.signer, at: ui.instant(signed.at) })}
        </p>
        <p>
          <a href={addresses.statementSignature(statement.statement)}>{ui.t('sign.signature')}</a>
        </p>
      </Callout>
      {answerIn(statement) === null ? null : (
        <form method="post" encType="multipart/form-data">
          <HiddenFields ui={ui} />
          <Actions>
            <Button name="do" value="send">
              {ui.t('sign.send')}
            </Button>
          </Actions>
        </form>
      )}
    </>
  )
}

function view(data: SignPage, ui: Ui, again: Again | null): ReactNode {
  const { statement } = data
  const answer = answerIn(statement)
  return (
    <>
      {answer === null ? null : (
        <Back href={addresses.case(answer.organisation, answer.case)}>{ui.t('back.case')}</Back>
      )}
      <h1>{ui.say(statement.title)}</h1>
      {again !== null && 'problem' in again ? <ProblemCallout problem={again.problem} ui={ui} /> : null}
      <p className="lead">{ui.t('sign.lead')}</p>
      <Pane>
        <h2>{ui.t('sign.shown')}</h2>
        <pre className="statement">{statement.text}</pre>
        <p>
          <a href={addresses.statementFile(statement.statement)}>{ui.t('sign.download')}</a>
        </p>
      </Pane>
      {statement.signed === null ? (
        <>
          <p className="above">{ui.t(`sign.needed.${statement.needed}`)}</p>
          {statement.needed === 'qualified' ? null : <Passkey data={data} ui={ui} />}
          <Certificate data={data} mistake={again !== null && 'mistake' in again} ui={ui} />
          <Program data={data} ui={ui} />
          <script type="module" src="/assets/passkeys.js" />
          <script type="module" src="/assets/signing-programs.js" />
        </>
      ) : (
        <Signed statement={statement} signed={statement.signed} ui={ui} />
      )}
    </>
  )
}

/** What is signed, exactly as it is, and the ways to sign it: by passkey, or with a certificate elsewhere. */
export const signPage = page<SignPage, Again>({
  path: '/sign/:statement',
  signIn: true,
  forOrganisations: true,
  title: (_, ui) => ui.t('sign.title'),
  files: checkLimit,
  programs: ['wss://127.0.0.1:13579'],
  load,
  act,
  view,
})
