import type { listPowers } from '@tereze/access/contract'
import type { OutputOf } from '@tereze/operation'
import { Pane } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import type { Ui } from './ui.ts'

/** Who may act for somebody by what the registers say, each with why and since when. */
export function TiePanes({ ties, ui }: { ties: OutputOf<typeof listPowers>['ties']; ui: Ui }): ReactNode {
  return (
    <div className="stack">
      {ties.map(({ kind, actor, since }) => (
        <Pane key={`${kind} ${actor.id}`}>
          <h3>{ui.say(actor.name)}</h3>
          <p>{ui.t('acting.since', { what: ui.t(`powers.tie.${kind}`), date: ui.date(since) })}</p>
        </Pane>
      ))}
    </div>
  )
}
