import type { RegulationCard } from '@tereze/regulations/contract'
import { Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { useBodies } from './use-bodies.ts'

/** Whose turn it is, for what, and until when; what is late says so. */
export function Turns({ card }: { card: RegulationCard }): ReactNode {
  const words = useWords()
  const bodies = useBodies()
  if (card.turns.length === 0) return null
  return (
    <ul className="life-turns" aria-label={words.say('life.turns')}>
      {card.turns.map(({ body, what, due, late }) => (
        <li key={`${body} ${what}`}>
          <Tag tone={late ? 'no' : 'moving'}>{late ? words.say('life.late') : words.say('life.waits')}</Tag>
          <span>
            <strong>{bodies.name(body)}</strong> {words.say(`life.turn.${what}`)}
            {due === null ? null : (
              <span className="soft"> · {words.say('life.until', { moment: words.date(due) })}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
