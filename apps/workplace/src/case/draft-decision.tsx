import { Reasons, Verdict } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWords } from '../words/words.ts'
import { clauseWords } from './clause.ts'
import { reasonNodes } from './reason-nodes.tsx'
import { shownAmount } from './shown-amount.ts'
import type { CaseView } from './view.ts'

/** What the rules propose, and why: decision → rule → fact → paragraph. */
export function DraftDecision({ view }: { view: CaseView }): ReactNode {
  const words = useWords()
  const { draft, reasons } = view
  if (draft === null && reasons.length === 0) return null
  const grounds = view.refusalGrounds.filter(ground => draft?.grounds.includes(ground.id))
  return (
    <section className="work-part">
      <h3>{words.say(view.card.outcome === null ? 'draft.title' : 'draft.decided')}</h3>
      {draft === null ? null : (
        <div className="draft">
          {draft.outcome === null ? (
            <p>{words.say('draft.undecided')}</p>
          ) : (
            <Verdict yes={draft.outcome === 'granted' || draft.outcome === 'partly-granted'}>
              {words.say(`outcome.${draft.outcome}`)}
              {shownAmount(draft, words).map(amount => (
                <span key={amount} className="money">
                  {amount}
                </span>
              ))}
            </Verdict>
          )}
          {grounds.map(ground => (
            <p key={ground.id}>
              {words.pick(ground.text)}
              {ground.clause === null ? null : <span className="source">{clauseWords(ground.clause, words)}</span>}
            </p>
          ))}
          {view.card.outcome === null ? <p className="soft">{words.say('draft.hint')}</p> : null}
        </div>
      )}
      {reasons.length > 0 ? (
        <details className="more" open>
          <summary>{words.say('draft.why')}</summary>
          <Reasons reasons={reasonNodes(reasons, words)} />
          <p>
            <Link to={`/cases/${view.card.case}/annex`}>{words.say('draft.annex')}</Link>
          </p>
        </details>
      ) : null}
    </section>
  )
}
