import { listPowers } from '@tereze/access/contract'
import { listCatalogue } from '@tereze/catalogue/contract'
import type { OutputOf } from '@tereze/operation'
import { getFirmProfile } from '@tereze/profile/contract'
import { isProblem, type Problem } from '@tereze/ui-client'
import { Actions, Back, ButtonLink, Callout, LinkRow, Links, PageState, Pane } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { ActFor } from '../act-for.tsx'
import { addresses } from '../addresses.ts'
import { isBeyondPower, withinPower } from '../beyond-power.ts'
import { CaseRows } from '../case-rows.tsx'
import { KnownFacts } from '../known-facts.tsx'
import { listCases } from '../list-cases.ts'
import { type PageContext, page } from '../page.ts'
import { PowerRow } from '../power-row.tsx'
import { reportLink } from '../report-link.tsx'
import { TiePanes } from '../tie-panes.tsx'
import { type Card, isMoving } from '../tones.ts'
import type { Ui } from '../ui.ts'

type Firm = OutputOf<typeof getFirmProfile>

/** What stands in the cabinet of a firm for which one acts now. */
interface Work {
  readonly cases: readonly Card[]
  readonly services: OutputOf<typeof listCatalogue>['items']
  /** Who may act for it; null where the visitor does not look after that. */
  readonly powers: OutputOf<typeof listPowers> | null
}

interface Cabinet {
  readonly firm: string
  /** Null where a power does not reach to the data of the firm. */
  readonly profile: Firm | null
  readonly name: string
  /** Null where one does not act for it now. */
  readonly work: Work | null
}

async function workOf(context: PageContext, firm: string): Promise<Work | Problem> {
  const { client, visitor } = context
  const [cases, services, powers] = await Promise.all([
    withinPower(listCases(context, { limit: 20 }), visitor),
    client.call(listCatalogue, {}),
    client.call(listPowers, { principal: firm }),
  ])
  if (isProblem(cases)) return cases
  if (isProblem(services)) return services
  if (isProblem(powers) && !isBeyondPower(powers, visitor)) return powers
  return {
    cases: cases.items,
    services: services.items.filter(
      ({ audience = [], applyTo }) => audience.includes('business') && applyTo !== undefined,
    ),
    powers: isProblem(powers) ? null : powers,
  }
}

async function load(context: PageContext): Promise<Cabinet | Problem> {
  const { client, visitor, params, language } = context
  const { firm = '' } = params
  const acts = visitor.acting?.id === firm
  const [profile, work] = await Promise.all([
    client.call(getFirmProfile, { person: visitor.person ?? visitor.self ?? '', firm }),
    acts ? workOf(context, firm) : null,
  ])
  if (isProblem(work)) return work
  if (!isProblem(profile)) return { firm, profile, name: profile.firm.name[language], work }
  return acts && isBeyondPower(profile, visitor)
    ? { firm, profile: null, name: visitor.acting?.name ?? firm, work }
    : profile
}

function Colleagues({ powers: { ties, powers }, ui }: { powers: NonNullable<Work['powers']>; ui: Ui }): ReactNode {
  const open = powers.filter(({ state }) => state === 'in-force' || state === 'offered' || state === 'not-yet')
  return (
    <section>
      <h2>{ui.t('firm.colleagues')}</h2>
      <TiePanes ties={ties} ui={ui} />
      <Links>
        {open.map(power => (
          <PowerRow key={power.power} power={power} name={power.delegate.name} ui={ui} />
        ))}
      </Links>
      <Actions>
        <ButtonLink kind="quiet" href={addresses.powers}>
          {ui.t('nav.powers')}
        </ButtonLink>
      </Actions>
    </section>
  )
}

function Working({ work: { cases, services, powers }, ui }: { work: Work; ui: Ui }): ReactNode {
  const moving = cases.filter(isMoving).slice(0, 5)
  return (
    <>
      <section>
        <h2>{ui.t('firm.cases')}</h2>
        {moving.length === 0 ? (
          <PageState drawing="empty" small heading="h3" title={ui.t('firm.cases.none')} />
        ) : (
          <CaseRows cards={moving} ui={ui} />
        )}
        {cases.length > 0 ? (
          <p>
            <a href={addresses.cases}>{ui.t('firm.cases.all')}</a>
          </p>
        ) : null}
      </section>
      {services.length === 0 ? null : (
        <section>
          <h2>{ui.t('firm.services')}</h2>
          <Links>
            {services.map(({ kind, id, title, summary }) => (
              <LinkRow key={id} href={addresses.entry(kind, id)} title={ui.say(title)}>
                <p>{ui.say(summary)}</p>
              </LinkRow>
            ))}
          </Links>
        </section>
      )}
      {powers === null ? null : <Colleagues powers={powers} ui={ui} />}
    </>
  )
}

function Known({ groups, ui }: { groups: Firm['groups']; ui: Ui }): ReactNode {
  return groups.map(group => (
    <section key={group.group}>
      <h2>{ui.say(group.title)}</h2>
      <div className="stack">
        {[...Map.groupBy(group.facts, fact => fact.record).values()].map(facts => (
          <Pane key={facts[0]?.record}>
            <KnownFacts
              wide
              ui={ui}
              facts={facts.map(fact => ({
                ...fact,
                at: fact.validFrom ?? fact.at,
                key: fact.pointer,
                action: reportLink(fact, ui),
              }))}
            />
          </Pane>
        ))}
      </div>
    </section>
  ))
}

function view({ firm, profile, name, work }: Cabinet, ui: Ui): ReactNode {
  const groups = profile?.groups ?? []
  return (
    <>
      {work === null ? (
        <Back href={addresses.me}>{ui.t('nav.me')}</Back>
      ) : (
        <Back href={addresses.acting}>{ui.t('acting.title')}</Back>
      )}
      <h1>{name}</h1>
      {profile === null ? null : (
        <p className="lead">
          {ui.t('firms.since', { capacity: ui.say(profile.firm.capacity), date: ui.date(profile.firm.since) })}
        </p>
      )}
      {work === null ? (
        <ActFor principal={firm} to={addresses.firm(firm)} ui={ui}>
          {ui.t('acting.choose', { name })}
        </ActFor>
      ) : (
        <Working work={work} ui={ui} />
      )}
      <Known groups={groups} ui={ui} />
      {profile === null || work === null ? null : (
        <p>
          <a href={addresses.looks}>{ui.t('firm.looks')}</a>
        </p>
      )}
      {profile === null || groups.some(({ facts }) => facts.some(({ reportable }) => reportable)) ? null : (
        <div className="above">
          <Callout tone="moving" title={ui.t('firms.wrong')}>
            <p>{ui.t('firms.wrong.way')}</p>
          </Callout>
        </div>
      )}
    </>
  )
}

/** The cabinet of a firm: its cases, what it can apply for, who may act for it, and everything the registers know about it. */
export const firm = page<Cabinet>({
  path: '/me/firms/:firm',
  signIn: true,
  forOrganisations: true,
  title: ({ name }) => name,
  load,
  view,
})
