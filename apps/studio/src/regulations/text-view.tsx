import { giveVoice } from '@tereze/regulations/contract'
import { BusyButton, useSession } from '@tereze/ui-app'
import { RegulationReading } from '@tereze/ui-editors'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'
import { type Life, may, useLifeCommand } from './life.ts'
import { RemarkNote } from './remark.tsx'
import { StepProblem } from './step-problem.tsx'
import { useBodies } from './use-bodies.ts'

/** The text clause by clause, with remarks beside the part that they are about. */
export function TextView({ life }: { life: Life }): ReactNode {
  const words = useWords()
  const bodies = useBodies()
  const beside = (place: string) => {
    const own = life.life.remarks.filter(remark => remark.place === place)
    return (
      <>
        {own.map(remark => (
          <RemarkNote key={remark.id} life={life} remark={remark} />
        ))}
        {may(life, 'make-remark') ? <NewRemark life={life} place={place} /> : null}
      </>
    )
  }
  return (
    <>
      <section className="reading-row" aria-label={words.say('life.whole')}>
        <p className="soft">{words.say('life.text-hash', { hash: life.life.content })}</p>
        <div>{beside('')}</div>
      </section>
      <RegulationReading regulation={life.text} names={bodies.names} language={words.language} beside={beside} />
    </>
  )
}

function NewRemark({ life, place }: { life: Life; place: string }): ReactNode {
  const { say } = useWords()
  const { organisation } = useSession()
  const [open, setOpen] = useState(false)
  const [text, write] = useState('')
  const { owner, regulation } = life.card
  const command = useLifeCommand(giveVoice, () => {
    write('')
    setOpen(false)
  })
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    command.mutate({ organisation, owner, regulation, step: { step: 'make-remark', place, text } })
  }
  if (!open)
    return (
      <button type="button" className="button button-quiet remark-add" onClick={() => setOpen(true)}>
        {say(place === '' ? 'life.remark-whole' : 'life.remark-here')}
      </button>
    )
  return (
    <form className="life-form" onSubmit={send}>
      <label className="field">
        <span>{say('life.remark')}</span>
        <textarea
          className="input"
          rows={3}
          maxLength={5000}
          value={text}
          onChange={event => write(event.target.value)}
        />
      </label>
      <StepProblem error={command.error} />
      <div className="actions">
        <BusyButton type="submit" className="button" busy={command.isPending}>
          {say('life.remark-send')}
        </BusyButton>
        <button type="button" className="button button-quiet" onClick={() => setOpen(false)}>
          {say('life.cancel')}
        </button>
      </div>
    </form>
  )
}
