import type { LifeStep } from '@tereze/regulations/contract'
import type { ReactNode } from 'react'
import { isMessageId } from '../words/messages.ts'
import { useWords } from '../words/words.ts'
import type { Life } from './life.ts'
import { useBodies } from './use-bodies.ts'

/** How the regulation came to where it is: every step, the last first. */
export function StepsView({ life }: { life: Life }): ReactNode {
  const words = useWords()
  return (
    <ol className="life-steps">
      {life.steps.map(step => (
        <Step key={step.number} step={step} />
      ))}
      <li>
        <span className="soft">{words.moment(life.texts[0]?.at ?? life.card.changedAt)}</span>
        <span>{words.say('life.begun')}</span>
      </li>
    </ol>
  )
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

function Step({ step: { step, body, by, at } }: { step: LifeStep }): ReactNode {
  const words = useWords()
  const bodies = useBodies()
  const key = `life.step.${textOf(step.step)}`
  const name = by?.name == null ? '' : `, ${words.name(by.name)}`
  const told = [step.text, step.reason, step.act, step.number, step.on, step.from].map(textOf).filter(one => one !== '')
  return (
    <li>
      <span className="soft">{words.moment(at)}</span>
      <span>
        <strong>{isMessageId(key) ? words.say(key) : textOf(step.step)}</strong>
        <span className="soft">
          {body === null ? ` · ${words.say('life.calendar')}` : ` · ${bodies.name(body)}${name}`}
        </span>
        {told.length === 0 ? null : <span className="remark-text"> {told.join(' · ')}</span>}
      </span>
    </li>
  )
}
