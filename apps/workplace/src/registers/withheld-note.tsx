import type { RegisterDescription, Withheld } from '@tereze/registers/contract'
import { Callout } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { clauseWords } from '../case/clause.ts'
import { useWords } from '../words/words.ts'
import { fieldName } from './register-words.ts'

/** Which fields somebody does not get, under which label, and on which grounds others do. */
export function WithheldNote({
  described,
  withheld,
}: {
  described: Pick<RegisterDescription, 'words'>
  withheld: readonly Withheld[]
}): ReactNode {
  const words = useWords()
  if (withheld.length === 0) return null
  return (
    <Callout tone="moving" title={words.say('registers.withheld-title')}>
      <ul>
        {withheld.map(({ pointer, label, because, grounds }) => (
          <li key={pointer}>
            {words.say(`registers.withheld.${because}`, {
              field: fieldName(described, pointer, words),
              label: words.say(`registers.label.${label}`),
            })}{' '}
            {grounds.length === 0 ? null : (
              <span className="source">
                {words.say('registers.withheld-grounds', {
                  grounds: grounds.map(ground => clauseWords(ground, words)).join('; '),
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Callout>
  )
}
