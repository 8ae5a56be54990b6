import type { listOwnCases } from '@tereze/cases/contract'
import { listCatalogue } from '@tereze/catalogue/contract'
import type { OutputOf } from '@tereze/operation'
import { getOwnSituation, listOwnSituations } from '@tereze/situations/contract'
import { isProblem, type Problem } from '@tereze/ui-client'
import {
  ButtonLink,
  HeroWindow,
  LinkRow,
  Links,
  Money,
  Offer,
  Offers,
  PageState,
  Search,
  SituationWindow,
  Windows,
} from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { withinPower } from '../beyond-power.ts'
import { gather } from '../gather.ts'
import { listCases } from '../list-cases.ts'
import { type PageContext, page } from '../page.ts'
import { partyOf } from '../party.ts'
import { caseStatus, isMoving } from '../tones.ts'
import type { Ui } from '../ui.ts'

type Situation = OutputOf<typeof getOwnSituation>
type Entry = OutputOf<typeof listCatalogue>['items'][number]
type Card = OutputOf<typeof listOwnCases>['items'][number]

interface Home {
  readonly entries: readonly Entry[]
  /** Null for somebody who is not signed in. */
  readonly own: { readonly situations: readonly Situation[]; readonly cases: readonly Card[] } | null
}

const none: OutputOf<typeof listOwnSituations> = { items: [] }

async function load(context: PageContext): Promise<Home | Problem> {
  const { client, visitor } = context
  const { person } = visitor
  if (partyOf(visitor) === '') {
    const catalogue = await client.call(listCatalogue, {})
    return isProblem(catalogue) ? catalogue : { entries: catalogue.items, own: null }
  }
  const found = await gather({
    catalogue: client.call(listCatalogue, {}),
    situations:
      person === null ? Promise.resolve(none) : withinPower(client.call(listOwnSituations, { person }), visitor),
    cases: withinPower(listCases(context, { limit: 20 }), visitor),
  })
  if (isProblem(found)) return found
  const open = found.situations.items.filter(card => card.state === 'open').slice(0, 3)
  const situations = await Promise.all(open.map(({ situation }) => client.call(getOwnSituation, { situation })))
  return {
    entries: found.catalogue.items,
    own: {
      situations: situations.flatMap(situation => (isProblem(situation) ? [] : [situation])),
      cases: found.cases.items,
    },
  }
}

function view(home: Home, ui: Ui): ReactNode {
  const situations = home.entries.filter(entry => entry.kind === 'situation')
  const services = home.entries.filter(entry => entry.kind === 'service')
  return (
    <>
      <section className="hero">
        <div>
          <h1>{ui.t('home.title')}</h1>
          <p className="lead">{ui.t('home.lead')}</p>
          <Search
            action={addresses.search}
            name="words"
            label={ui.t('home.search')}
            placeholder={ui.t('home.search.example')}
            button={ui.t('home.search.button')}
          />
        </div>
        <HeroWindow />
      </section>
      {home.own === null ? <SignInOffer ui={ui} /> : <ForYouNow own={home.own} ui={ui} />}
      <h2>{ui.t('home.situations')}</h2>
      <Windows>
        {situations.map(entry => (
          <SituationWindow
            key={entry.id}
            href={ownAddress(entry, home) ?? addresses.entry(entry.kind, entry.id)}
            drawing={entry.picture ?? entry.id}
            title={ui.say(entry.title)}
          >
            <p>{ui.say(entry.summary)}</p>
          </SituationWindow>
        ))}
      </Windows>
      <h2>{ui.t('home.services')}</h2>
      <Links>
        {services.map(entry => (
          <LinkRow key={entry.id} href={addresses.entry(entry.kind, entry.id)} title={ui.say(entry.title)}>
            <p>{ui.say(entry.summary)}</p>
          </LinkRow>
        ))}
      </Links>
    </>
  )
}

/** The window of a situation that the person is in leads to their own page of it. */
function ownAddress(entry: Entry, home: Home): string | null {
  const own = home.own?.situations.find(situation => situation.card.kind === entry.id)
  return own === undefined ? null : addresses.situation(own.card.situation)
}

function SignInOffer({ ui }: { ui: Ui }): ReactNode {
  return (
    <>
      <h2>{ui.t('home.now')}</h2>
      <Offers>
        <Offer
          tone="moving"
          title={ui.t('home.sign-in')}
          action={
            <ButtonLink kind="quiet" href={ui.signIn()}>
              {ui.t('nav.sign-in')}
            </ButtonLink>
          }
        >
          <p>{ui.t('home.sign-in.text')}</p>
        </Offer>
      </Offers>
    </>
  )
}

function ForYouNow({ own, ui }: { own: NonNullable<Home['own']>; ui: Ui }): ReactNode {
  const tasks = own.cases.filter(card => card.yourTask !== null)
  const asked = new Set(tasks.map(card => card.case))
  const moving = own.cases.filter(card => isMoving(card) && !asked.has(card.case))
  const offered = own.situations.filter(situation => situation.offers.length > 0)
  // A question that stands above already is not said a second time by its situation.
  const quiet = own.situations.filter(({ offers, card }) => offers.length === 0 && !(card.yourTurn && tasks.length > 0))
  const empty = tasks.length + moving.length + own.situations.length === 0
  return (
    <>
      <h2>{ui.t('home.now')}</h2>
      {empty ? (
        <PageState drawing="empty" small heading="h3" title={ui.t('home.now.empty')}>
          <p>{ui.t('home.now.empty.text')}</p>
        </PageState>
      ) : (
        <Offers>
          {tasks.map(card => (
            <Offer
              key={card.case}
              tone="you"
              tag={ui.t('tag.your-turn')}
              title={ui.say(card.yourTask?.title ?? card.title)}
              action={
                <ButtonLink href={addresses.task(card.organisation, card.case, card.yourTask?.task ?? '')}>
                  {ui.t('situation.answer')}
                </ButtonLink>
              }
            >
              <p>
                {ui.say(card.title)} · <span className="one-line">{ui.t('case.number', { number: card.number })}</span>{' '}
                · {ui.dayOf(card.openedAt)}
              </p>
            </Offer>
          ))}
          {offered.map(situation => (
            <Offer
              key={situation.card.situation}
              tone="you"
              tag={ui.t('tag.your-turn')}
              title={ui.t('home.ready', { count: situation.offers.length })}
              action={
                <ButtonLink
                  kind={tasks.length > 0 ? 'quiet' : 'primary'}
                  href={addresses.confirm(situation.card.situation)}
                >
                  {ui.t('situation.confirm')}
                </ButtonLink>
              }
            >
              <OfferedServices offers={situation.offers} ui={ui} />
            </Offer>
          ))}
          {quiet.map(({ card }) => (
            <Offer
              key={card.situation}
              tone={card.yourTurn ? 'you' : 'moving'}
              title={ui.say(card.title)}
              action={
                <ButtonLink kind="quiet" href={addresses.situation(card.situation)}>
                  {ui.t('entry.open')}
                </ButtonLink>
              }
            >
              <p>
                {ui.say(card.next)} · {ui.dayOf(card.openedAt)}
              </p>
            </Offer>
          ))}
          {moving.map(card => (
            <Offer
              key={card.case}
              tone="moving"
              tag={caseStatus(card, ui)}
              title={<a href={addresses.case(card.organisation, card.case)}>{ui.say(card.title)}</a>}
            >
              {card.deadline === null ? null : (
                <p>{ui.t('home.decision-by', { until: ui.day(card.deadline, { role: 'by', weekday: true }) })}</p>
              )}
            </Offer>
          ))}
        </Offers>
      )}
    </>
  )
}

function OfferedServices({ offers, ui }: { offers: Situation['offers']; ui: Ui }): ReactNode {
  return (
    <ul className="plain-list">
      {offers.map(offer => (
        <li key={offer.service}>
          {ui.say(offer.title)}
          {offer.amount === null ? null : (
            <>
              {' '}
              <Money value={offer.amount} language={ui.language} />
              {offer.per === undefined ? null : ` ${ui.say(offer.per)}`}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The first page: one question, then what is for this person now, then the windows to the life situations. */
export const home = page<Home>({ path: '/', signIn: false, title: (_, ui) => ui.t('name'), load, view })
