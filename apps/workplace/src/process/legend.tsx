import { Icon } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { stateIcons } from './step-words.ts'

const shown = ['done', 'now', 'stuck', 'cancelled'] as const

/** What the signs of the diagram mean. */
export function Legend(): ReactNode {
  const { say } = useWords()
  return (
    <ul className="way-legend" aria-label={say('way.legend')}>
      {shown.map(state => (
        <li key={state} className={`step-${state}`}>
          <Icon name={stateIcons[state]} />
          {say(`way.state.${state}`)}
        </li>
      ))}
      <li>
        <Icon name="clock" />
        {say('way.timer')}
      </li>
      <li>
        <span className="way-line" aria-hidden="true" />
        {say('way.line')}
      </li>
    </ul>
  )
}
