import { disagreementsOf } from '@tereze/regulation'
import { PageState } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import type { Life } from './life.ts'
import { RemarksTable } from './remarks-table.tsx'
import { useBodies } from './use-bodies.ts'

/** The table of disagreements, as it goes to whoever decides them; it prints alone. */
export function DisagreementsView({ life }: { life: Life }): ReactNode {
  const words = useWords()
  const bodies = useBodies()
  const found = disagreementsOf(life.life)
  if (found.length === 0)
    return <PageState drawing="empty" small heading="h2" title={words.say('life.no-disagreements')} />
  const title = `${words.pick(life.card.title)} ${life.card.version}`
  return (
    <section className="life-printed">
      <p className="soft">{words.say('life.decided-by', { name: bodies.name(life.rules.disagreements.by) })}</p>
      <RemarksTable life={life} remarks={found} caption={words.say('life.disagreements-of', { name: title })} />
      <button type="button" className="button button-quiet life-print" onClick={() => window.print()}>
        {words.say('life.print-table')}
      </button>
    </section>
  )
}
