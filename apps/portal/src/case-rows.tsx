import { LinkRow, Links, Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from './addresses.ts'
import { type Card, caseStatus, caseTone } from './tones.ts'
import type { Ui } from './ui.ts'

/** Cases in a list, each with where it stands, leading to its page. */
export function CaseRows({ cards, ui }: { cards: readonly Card[]; ui: Ui }): ReactNode {
  return (
    <Links>
      {cards.map(card => (
        <LinkRow
          key={card.case}
          href={addresses.case(card.organisation, card.case)}
          title={ui.say(card.title)}
          aside={<Tag tone={caseTone(card)}>{caseStatus(card, ui)}</Tag>}
        >
          <p>
            <span className="one-line">{ui.t('case.number', { number: card.number })}</span> · {ui.dayOf(card.openedAt)}
          </p>
        </LinkRow>
      ))}
    </Links>
  )
}
