import type { listOwnCases } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import { listOwnSituations } from '@tereze/situations/contract'
import { isProblem } from '@tereze/ui-client'
import { ButtonLink, Callout, LinkRow, Links, PageState, Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { withinPower } from '../beyond-power.ts'
import { CaseRows } from '../case-rows.tsx'
import { gather } from '../gather.ts'
import { listCases } from '../list-cases.ts'
import { page } from '../page.ts'
import { type Card, isMoving } from '../tones.ts'
import type { Ui } from '../ui.ts'

interface Cases {
  readonly cases: OutputOf<typeof listOwnCases>
  readonly situations: OutputOf<typeof listOwnSituations>['items']
}

function view({ cases, situations }: Cases, ui: Ui): ReactNode {
  if (cases.items.length === 0 && situations.length === 0) {
    return (
      <>
        <Declined ui={ui} />
        <PageState
          drawing="empty"
          title={ui.t('cases.empty')}
          action={<ButtonLink href={addresses.home}>{ui.t('home.situations')}</ButtonLink>}
        >
          <p className="lead">{ui.t('cases.empty.text')}</p>
        </PageState>
      </>
    )
  }
  const moving = cases.items.filter(isMoving)
  const finished = cases.items.filter(card => !isMoving(card))
  return (
    <>
      <h1>{ui.t('cases.title')}</h1>
      <Declined ui={ui} />
      {situations.length > 0 ? (
        <Links>
          {situations.map(card => (
            <LinkRow
              key={card.situation}
              href={addresses.situation(card.situation)}
              title={ui.say(card.title)}
              aside={card.yourTurn ? <Tag tone="you">{ui.t('tag.your-turn')}</Tag> : null}
            >
              <p>
                {ui.say(card.next)} · {ui.dayOf(card.openedAt)}
              </p>
            </LinkRow>
          ))}
        </Links>
      ) : null}
      {moving.length > 0 ? <CaseList heading={ui.t('cases.open')} cards={moving} ui={ui} /> : null}
      {finished.length > 0 ? <CaseList heading={ui.t('cases.finished')} cards={finished} ui={ui} /> : null}
      {cases.next === null ? null : (
        <div className="actions">
          <ButtonLink kind="quiet" href={`${addresses.cases}?after=${encodeURIComponent(cases.next)}`}>
            {ui.t('list.more')}
          </ButtonLink>
        </div>
      )}
    </>
  )
}

/** Said once to somebody who declined to sign what another applied for. */
function Declined({ ui }: { ui: Ui }): ReactNode {
  return ui.query.get('done') === 'declined' ? <Callout tone="done" title={ui.t('cases.done.declined')} live /> : null
}

function CaseList(props: { heading: string; cards: readonly Card[]; ui: Ui }): ReactNode {
  return (
    <>
      <h2>{props.heading}</h2>
      <CaseRows cards={props.cards} ui={props.ui} />
    </>
  )
}

/** The person's cases from all bodies. */
export const cases = page<Cases>({
  path: '/cases',
  signIn: true,
  title: (_, ui) => ui.t('cases.title'),
  forOrganisations: true,
  async load(context) {
    const { client, visitor, query } = context
    const { person } = visitor
    const after = query.get('after')
    const found = await gather({
      cases: listCases(context, { limit: 50, ...(after === null ? {} : { after }) }),
      situations:
        person === null
          ? Promise.resolve({ items: [] })
          : withinPower(client.call(listOwnSituations, { person }), visitor),
    })
    return isProblem(found) ? found : { cases: found.cases, situations: after === null ? found.situations.items : [] }
  },
  view,
})
