import { giveVoice, type VoiceCard, type VoiceStep } from '@tereze/regulations/contract'
import { BusyButton, useSession } from '@tereze/ui-app'
import { Callout } from '@tereze/ui-components'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'
import { type Life, may, useLifeCommand } from './life.ts'
import { Reasoned } from './own-actions.tsx'
import { StepProblem, whyRefused } from './step-problem.tsx'
import { useBodies } from './use-bodies.ts'

const positions = ['agrees', 'agrees-with-remarks', 'disagrees'] as const

/** What one’s body may say of the regulation now: position, expertise, registration; and what became of what it said. */
export function VoiceActions({ life }: { life: Life }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const command = useLifeCommand(giveVoice)
  const { owner, regulation } = life.card
  const { content } = life.life
  const isOpen = ['give-position', 'give-expertise', 'register'].some(step => may(life, step))
  const say = (step: VoiceStep) => command.mutate({ organisation, owner, regulation, step })
  const refused = life.voices.filter(({ state }) => state === 'refused').slice(0, 1)
  const given = life.voices.some(({ state }) => state === 'given')
  return (
    <>
      {given ? <p role="status">{words.say('life.on-its-way')}</p> : null}
      {refused.map(voice => (
        <Refused key={voice.voice} voice={voice} />
      ))}
      {isOpen ? (
        <section className="pane life-actions" aria-label={words.say('life.voice')}>
          <h2>{words.say('life.voice')}</h2>
          {may(life, 'give-position') ? (
            <div className="actions">
              {positions.map((position, index) => (
                <BusyButton
                  key={position}
                  className={index === 0 ? 'button' : 'button button-quiet'}
                  busy={command.isPending}
                  onClick={() => say({ step: 'give-position', content, position })}
                >
                  {words.say(`life.say.${position}`)}
                </BusyButton>
              ))}
            </div>
          ) : null}
          {may(life, 'give-expertise') ? <Expertise content={content} busy={command.isPending} say={say} /> : null}
          {may(life, 'register') ? <Register content={content} busy={command.isPending} say={say} /> : null}
          {may(life, 'return') && owner !== organisation ? (
            <Reasoned
              busy={command.isPending}
              word={words.say('life.refuse-registration')}
              take={reason => say({ step: 'return', reason })}
            />
          ) : null}
          <StepProblem error={command.error} />
        </section>
      ) : null}
    </>
  )
}

/** What was said last and was refused because the life had moved. */
function Refused({ voice }: { voice: VoiceCard }): ReactNode {
  const words = useWords()
  const bodies = useBodies()
  const { refusal } = voice
  const why = refusal === null ? null : whyRefused({ ...refusal.params, code: refusal.code }, words.language, bodies)
  return (
    <Callout tone="no" title={words.say('life.not-taken')}>
      {why === null ? null : <p>{`${why.wrong} ${why.remedy}`}</p>}
    </Callout>
  )
}

interface Saying {
  /** The text that is on the screen. */
  readonly content: string
  readonly busy: boolean
  readonly say: (step: VoiceStep) => void
}

function Expertise({ content, busy, say }: Saying): ReactNode {
  const words = useWords()
  const [text, write] = useState('')
  const factors = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => ({ place: '', text: line }))
  return (
    <div className="life-form">
      <label className="field">
        <span>{words.say('life.factors')}</span>
        <textarea className="input" rows={3} value={text} onChange={event => write(event.target.value)} />
      </label>
      <BusyButton className="button" busy={busy} onClick={() => say({ step: 'give-expertise', content, factors })}>
        {words.say(factors.length === 0 ? 'life.expertise-clean' : 'life.expertise-factors', { count: factors.length })}
      </BusyButton>
    </div>
  )
}

function Register({ content, busy, say }: Saying): ReactNode {
  const words = useWords()
  const [number, write] = useState('')
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    say({ step: 'register', content, number })
  }
  return (
    <form className="life-form" onSubmit={send}>
      <label className="field">
        <span>{words.say('life.register-number')}</span>
        <input className="input" maxLength={100} value={number} onChange={event => write(event.target.value)} />
      </label>
      <BusyButton type="submit" className="button" busy={busy}>
        {words.say('life.register')}
      </BusyButton>
    </form>
  )
}
