import { giveVoice, takeStep } from '@tereze/regulations/contract'
import { BusyButton, useSession } from '@tereze/ui-app'
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'
import { type Life, type LifeRemark, may, useLifeCommand } from './life.ts'
import { StepProblem } from './step-problem.tsx'

/** What may be done with a remark: answered by the author, taken or insisted upon by its body, decided where bodies disagree. */
export function RemarkActions({ life, remark }: { life: Life; remark: LifeRemark }): ReactNode {
  const { organisation } = useSession()
  const isOfOwn = remark.body === `org:${organisation}`
  if (remark.settled === null && may(life, 'answer-remark')) return <Answer life={life} remark={remark} />
  if (remark.answer !== null && remark.settled === null && isOfOwn && may(life, 'settle-remark'))
    return <Settle life={life} remark={remark} />
  if (remark.settled === 'insists' && remark.decision === null && may(life, 'decide-disagreement'))
    return <Decide life={life} remark={remark} />
  return null
}

interface Of {
  readonly life: Life
  readonly remark: LifeRemark
}

/** A text to be written and the ways in which it is sent. */
function Written(of: {
  readonly label: string
  readonly children?: ReactNode
  readonly ways: readonly { readonly word: string; readonly send: (text: string) => void }[]
  readonly busy: boolean
}): ReactNode {
  const [text, write] = useState('')
  return (
    <div className="life-form">
      <label className="field">
        <span>{of.label}</span>
        <textarea
          className="input"
          rows={2}
          maxLength={5000}
          value={text}
          onChange={event => write(event.target.value)}
        />
      </label>
      {of.children}
      <div className="actions">
        {of.ways.map(({ word, send }, index) => (
          <BusyButton
            key={word}
            className={index === 0 ? 'button' : 'button button-quiet'}
            busy={of.busy}
            onClick={() => send(text)}
          >
            {word}
          </BusyButton>
        ))}
      </div>
    </div>
  )
}

function Answer({ life, remark: { id, answer } }: Of): ReactNode {
  const { say } = useWords()
  const { organisation } = useSession()
  const command = useLifeCommand(takeStep)
  const send = (accepted: boolean) => (text: string) =>
    command.mutate({
      organisation,
      regulation: life.card.regulation,
      step: { step: 'answer-remark', id, accepted, text },
    })
  return (
    <details key={answer?.at ?? ''} open={answer === null}>
      <summary>{say(answer === null ? 'life.answer' : 'life.answer-anew')}</summary>
      <Written
        label={say('life.answer')}
        busy={command.isPending}
        ways={[
          { word: say('life.accept'), send: send(true) },
          { word: say('life.reject'), send: send(false) },
        ]}
      />
      <StepProblem error={command.error} />
    </details>
  )
}

function Settle({ life, remark: { id } }: Of): ReactNode {
  const { say } = useWords()
  const { organisation } = useSession()
  const command = useLifeCommand(giveVoice)
  const { owner, regulation } = life.card
  const send = (settled: 'content' | 'insists') =>
    command.mutate({ organisation, owner, regulation, step: { step: 'settle-remark', id, settled } })
  return (
    <>
      <div className="actions">
        <BusyButton className="button" busy={command.isPending} onClick={() => send('content')}>
          {say('life.take-answer')}
        </BusyButton>
        <BusyButton className="button button-quiet" busy={command.isPending} onClick={() => send('insists')}>
          {say('life.insist')}
        </BusyButton>
      </div>
      <StepProblem error={command.error} />
    </>
  )
}

function Decide({ life, remark: { id } }: Of): ReactNode {
  const { say } = useWords()
  const { organisation } = useSession()
  const command = useLifeCommand(giveVoice)
  const [met, setMet] = useState('')
  const { owner, regulation } = life.card
  const send = (upheld: boolean) => (text: string) =>
    command.mutate({
      organisation,
      owner,
      regulation,
      step: { step: 'decide-disagreement', id, upheld, text, ...(met === '' ? {} : { met }) },
    })
  return (
    <>
      <Written
        label={say('life.decision')}
        busy={command.isPending}
        ways={[
          { word: say('life.uphold'), send: send(true) },
          { word: say('life.overrule'), send: send(false) },
        ]}
      >
        <label className="field">
          <span>{say('life.met')}</span>
          <input className="input" type="date" value={met} onChange={event => setMet(event.target.value)} />
        </label>
      </Written>
      <StepProblem error={command.error} />
    </>
  )
}
