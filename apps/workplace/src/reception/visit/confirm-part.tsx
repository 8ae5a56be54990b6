import {
  type CodeOutcome,
  confirmByCode,
  confirmBySignature,
  sendVisitCode,
  type VisitView,
} from '@tereze/reception/contract'
import { BusyButton, RefusalNote, useSession } from '@tereze/ui-app'
import { Callout, TextField } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../words/words.ts'
import { SignaturePad, type Strokes } from './signature-pad.tsx'
import { useVisitCommand } from './use-visit.ts'

/** The visitor reads what they allow, and confirms it: by the code on their telephone, or who has none by a signature on the screen. */
export function ConfirmPart({ visit, confirmed }: { visit: VisitView; confirmed: () => void }): ReactNode {
  const { say } = useWords()
  return (
    <>
      <h3>{say('visit.confirm')}</h3>
      <blockquote className="visit-words">{visit.words}</blockquote>
      {visit.visitor.phone === null ? (
        <BySignature visit={visit} confirmed={confirmed} />
      ) : (
        <ByCode visit={visit} phone={visit.visitor.phone} />
      )}
    </>
  )
}

function ByCode({ visit, phone }: { visit: VisitView; phone: string }): ReactNode {
  const words = useWords()
  const { say } = words
  const { organisation } = useSession()
  const at = { organisation, visit: visit.visit }
  const [came, setCame] = useState<CodeOutcome | null>(null)
  const send = useVisitCommand(sendVisitCode)
  const confirm = useVisitCommand(confirmByCode, setCame)
  const mistake = came === null ? undefined : mistakeOf(came, say)
  return (
    <>
      {send.error ? <RefusalNote problem={send.error.problem} /> : null}
      {visit.code === 'failed' ? (
        <Callout tone="no" title={say('visit.code-failed')} live>
          <p>{say('visit.code-failed-text')}</p>
        </Callout>
      ) : null}
      <p role="status">
        {visit.code === 'wanted' ? say('visit.code-wanted', { phone }) : null}
        {visit.code === 'sent' ? say('visit.code-sent', { phone }) : null}
      </p>
      <form
        className="visit-find"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          const code = String(new FormData(event.currentTarget).get('code') ?? '').trim()
          setCame(null)
          if (code !== '') confirm.mutate({ ...at, code })
        }}
      >
        {visit.code === 'sent' ? (
          <>
            <TextField
              name="code"
              label={say('visit.code')}
              mistake={mistake}
              mistakeWord={say('form.error')}
              inputMode="numeric"
              maxLength={12}
              width="short"
              autoComplete="one-time-code"
            />
            <BusyButton type="submit" className="button" busy={confirm.isPending}>
              {say('visit.code-check')}
            </BusyButton>
          </>
        ) : null}
        <BusyButton
          className={visit.code === 'sent' ? 'button button-quiet' : 'button'}
          busy={send.isPending || visit.code === 'wanted'}
          onClick={() => {
            setCame(null)
            send.mutate(at)
          }}
        >
          {say(visit.code === 'none' ? 'visit.code-send' : 'visit.code-again')}
        </BusyButton>
      </form>
      {confirm.error ? <RefusalNote problem={confirm.error.problem} /> : null}
    </>
  )
}

function mistakeOf({ outcome, left }: CodeOutcome, say: ReturnType<typeof useWords>['say']): string | undefined {
  if (outcome === 'confirmed') return undefined
  if (outcome === 'wrong') return say('visit.code-wrong', { count: left })
  return say(outcome === 'expired' ? 'visit.code-expired' : 'visit.code-exhausted')
}

function BySignature({ visit, confirmed }: { visit: VisitView; confirmed: () => void }): ReactNode {
  const { say } = useWords()
  const { organisation } = useSession()
  const [strokes, setStrokes] = useState<Strokes>([])
  const confirm = useVisitCommand(confirmBySignature, confirmed)
  return (
    <>
      <p>{say('visit.sign-lead')}</p>
      <SignaturePad label={say('visit.sign-field')} strokes={strokes} change={setStrokes} />
      {confirm.error ? <RefusalNote problem={confirm.error.problem} /> : null}
      <div className="reception-deeds">
        <BusyButton
          className="button"
          busy={confirm.isPending}
          disabled={strokes.length === 0}
          onClick={() =>
            confirm.mutate({ organisation, visit: visit.visit, strokes: strokes.map(stroke => [...stroke]) })
          }
        >
          {say('visit.sign')}
        </BusyButton>
        <button
          type="button"
          className="button button-quiet"
          onClick={() => {
            confirm.reset()
            setStrokes([])
          }}
        >
          {say('visit.sign-anew')}
        </button>
      </div>
    </>
  )
}
