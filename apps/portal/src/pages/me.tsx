import { listOwnErasures } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import { getOwnProfile, listOwnFirms, listOwnLooks } from '@tereze/profile/contract'
import { isProblem, type Problem } from '@tereze/ui-client'
import {
  Actions,
  Back,
  Button,
  ButtonLink,
  Callout,
  DayField,
  LinkRow,
  Links,
  PageState,
  Pane,
  Search,
  SelectField,
  Table,
  Tag,
} from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { findInProfile } from '../find-in-profile.ts'
import { gather } from '../gather.ts'
import { KnownFacts } from '../known-facts.tsx'
import { gatherLooks, type Look, type LookFilter, lookFilter } from '../looks.ts'
import { page } from '../page.ts'
import { partyOf } from '../party.ts'
import { reportLink } from '../report-link.tsx'
import type { Ui } from '../ui.ts'

type Fact = OutputOf<typeof getOwnProfile>['groups'][number]['facts'][number]

/** Facts of one record stand together. */
function byRecord(facts: readonly Fact[]): Fact[][] {
  return [...Map.groupBy(facts, fact => fact.record).values()]
}

interface Me {
  readonly own: OutputOf<typeof getOwnProfile>
  readonly firms: OutputOf<typeof listOwnFirms>
}

/** The organisations that the person may act for, each leading to what the registers hold about it. */
function Firms({ items, ui }: { items: Me['firms']['items']; ui: Ui }): ReactNode {
  if (items.length === 0) return null
  return (
    <section>
      <h2>{ui.t('firms.title')}</h2>
      <Links>
        {items.map(({ firm, name, capacity, since }) => (
          <LinkRow key={firm} href={addresses.firm(firm)} title={ui.say(name)}>
            <p>{ui.t('firms.since', { capacity: ui.say(capacity), date: ui.date(since) })}</p>
          </LinkRow>
        ))}
      </Links>
    </section>
  )
}

/** Where to ask to be told when a record changes; nothing where its register does not tell. */
function watchLink(fact: Fact | undefined, ui: Ui): ReactNode {
  if (fact?.watchable !== true) return null
  return (
    <p>
      <a href={addresses.watch(fact.organisation, fact.register, fact.record)}>{ui.t('watch.ask')}</a>
    </p>
  )
}

/** Everything the registers know about the person, each line with who keeps it and since when, and where to say that it is wrong. */
export const me = page<Me>({
  path: '/me',
  signIn: true,
  title: (_, ui) => ui.t('profile.title'),
  load({ client, visitor }) {
    const person = visitor.person ?? ''
    return gather({ own: client.call(getOwnProfile, { person }), firms: client.call(listOwnFirms, { person }) })
  },
  view: ({ own: { groups }, firms }, ui) => {
    const words = (ui.query.get('words') ?? '').trim().slice(0, 200)
    const found = findInProfile(groups, words, ui)
    return (
      <>
        <h1>{ui.t('profile.title')}</h1>
        <p className="lead">{ui.t('profile.lead')}</p>
        <p>
          <a href={addresses.looks}>{ui.t('profile.looks')}</a> · <a href={addresses.acting}>{ui.t('acting.title')}</a>{' '}
          · <a href={addresses.consents}>{ui.t('consents.title')}</a>
        </p>
        <p>
          <a href={addresses.access}>{ui.t('profile.access')}</a> ·{' '}
          <a href={addresses.writing}>{ui.t('writing.title')}</a> ·{' '}
          <a href={addresses.signed}>{ui.t('signed.title')}</a>
        </p>
        {groups.length === 0 ? (
          <PageState drawing="empty" small title={ui.t('profile.empty')} />
        ) : (
          <Search
            action={addresses.me}
            name="words"
            label={ui.t('profile.search')}
            placeholder={ui.t('profile.search')}
            button={ui.t('profile.search.button')}
            value={words}
          />
        )}
        {groups.length > 0 && found.length === 0 ? (
          <PageState drawing="lost" small title={ui.t('profile.search.none')} />
        ) : null}
        {words === '' ? null : (
          <p>
            <a href={addresses.me}>{ui.t('profile.search.all')}</a>
          </p>
        )}
        {found.map(group => (
          <section key={group.group}>
            <h2>{ui.say(group.title)}</h2>
            <div className="stack">
              {byRecord(group.facts).map(facts => (
                <Pane key={facts[0]?.record}>
                  <KnownFacts
                    wide
                    ui={ui}
                    facts={facts.map((fact, index) => ({
                      ...fact,
                      at: fact.validFrom ?? fact.at,
                      key: `${fact.pointer} ${index}`,
                      action: reportLink(fact, ui),
                    }))}
                  />
                  {watchLink(facts[0], ui)}
                </Pane>
              ))}
            </div>
          </section>
        ))}
        {words === '' ? <Firms items={firms.items} ui={ui} /> : null}
        <div className="above">
          <Callout tone="moving" title={ui.t('profile.wrong')}>
            <p>{ui.t('profile.wrong.way')}</p>
          </Callout>
        </div>
      </>
    )
  },
})

function looksAddress({ own, after, filter }: { own: boolean; after?: string; filter: LookFilter }): string {
  const query = new URLSearchParams({
    ...(own ? { own: '1' } : {}),
    ...filter,
    ...(after === undefined ? {} : { after }),
  })
  return query.size === 0 ? addresses.looks : `${addresses.looks}?${query}`
}

function groundOf({ groundText }: Look, ground: string, ui: Ui): string {
  return ui.t('looks.ground', { ground: groundText === undefined ? ground : ui.say(groundText) })
}

type Choices = NonNullable<OutputOf<typeof listOwnLooks>['choices']>

/** By what the list is narrowed; a plain form, closed until it is wanted. */
function Narrow({ choices, filter, ui }: { choices: Choices; filter: LookFilter; ui: Ui }): ReactNode {
  const kinds = (['who', 'fact', 'purpose', 'ground'] as const).filter(kind => choices[kind].length > 0)
  const narrowed = Object.keys(filter).length > 0
  return (
    <details className="more" open={narrowed}>
      <summary>{ui.t('looks.narrow')}</summary>
      <form className="form" method="get" action={addresses.looks}>
        {ui.query.has('own') ? <input type="hidden" name="own" value="1" /> : null}
        {kinds.map(kind => (
          <SelectField
            key={kind}
            name={kind}
            label={ui.t(`looks.by.${kind}`)}
            none={ui.t('looks.by.any')}
            value={filter[kind] ?? ''}
            options={choices[kind].map(({ value, text }) => ({ value, text: ui.say(text) }))}
          />
        ))}
        <DayField name="from" label={ui.t('looks.by.from')} value={filter.from ?? ''} />
        <DayField name="until" label={ui.t('looks.by.until')} value={filter.until ?? ''} />
        <Actions>
          <Button>{ui.t('looks.by.show')}</Button>
          {narrowed ? (
            <a href={looksAddress({ own: ui.query.has('own'), filter: {} })}>{ui.t('looks.by.all')}</a>
          ) : null}
        </Actions>
      </form>
    </details>
  )
}

/** Back to the own data, or to the firm for which one acts. */
function HomeOf({ ui }: { ui: Ui }): ReactNode {
  const { acting } = ui.visitor
  return acting?.kind === 'organisation' ? (
    <Back href={addresses.firm(acting.id)}>{ui.t('nav.firm')}</Back>
  ) : (
    <Back href={addresses.me}>{ui.t('nav.me')}</Back>
  )
}

/** What the access log shows: looks, and where the key to them was erased. */
type Looks = OutputOf<typeof listOwnLooks> & { readonly erased: OutputOf<typeof listOwnErasures>['items'] }

/** Who looked at the person's data, why, on which ground, and what was refused; who erased what was sealed. */
export const looks = page<Looks>({
  path: '/me/looks',
  signIn: true,
  forOrganisations: true,
  title: (_, ui) => ui.t('looks.title'),
  async load({ client, visitor, query }) {
    const after = query.get('after')
    const person = partyOf(visitor)
    const found = await gather({
      looks: client.call(listOwnLooks, {
        person,
        includeOwn: query.has('own'),
        limit: 50,
        ...lookFilter(query),
        ...(after === null ? {} : { after }),
      }),
      erasures: client.call(listOwnErasures, { person }),
    })
    return isProblem(found) ? (found as Problem) : { ...found.looks, erased: found.erasures.items }
  },
  view: ({ items, next, choices, erased }, ui) => (
    <>
      <HomeOf ui={ui} />
      <h1>{ui.t('looks.title')}</h1>
      <p className="lead">{ui.t('looks.lead')}</p>
      <p>
        <a href={looksAddress({ own: !ui.query.has('own'), filter: lookFilter(ui.query) })}>
          {ui.t(ui.query.has('own') ? 'looks.own.hide' : 'looks.own.show')}
        </a>
      </p>
      {erased.map(({ organisation, organisationName, at }) => (
        <Callout
          key={organisation}
          tone="later"
          title={ui.t('looks.erased', { organisation: ui.say(organisationName) })}
        >
          <p>{ui.t('looks.erased.text', { at: ui.dayOf(at) })}</p>
        </Callout>
      ))}
      {choices === undefined ? null : <Narrow choices={choices} filter={lookFilter(ui.query)} ui={ui} />}
      {items.length === 0 ? (
        <PageState
          drawing="empty"
          small
          title={ui.t(Object.keys(lookFilter(ui.query)).length > 0 ? 'looks.by.none' : 'looks.empty')}
        />
      ) : (
        <div className="above">
          <Table
            caption={ui.t('looks.title')}
            captionHidden
            columns={[
              { key: 'who', head: ui.t('looks.who') },
              { key: 'what', head: ui.t('looks.what') },
              { key: 'why', head: ui.t('looks.why') },
              { key: 'when', head: ui.t('looks.when') },
            ]}
            rows={gatherLooks(items).map(({ look, times }, index) => ({
              key: `${look.time} ${index}`,
              cells: [
                <>
                  {ui.say(look.who)} {look.self === true ? <Tag tone="moving">{ui.t('looks.own')}</Tag> : null}
                  {ui.say(look.who) === ui.say(look.organisationName) ? null : (
                    <span className="source">{ui.say(look.organisationName)}</span>
                  )}
                </>,
                <>
                  {ui.say(look.what)} {look.refused ? <Tag tone="no">{ui.t('looks.refused')}</Tag> : null}
                  {(look.facts ?? []).length === 0 ? null : (
                    <span className="source">{look.facts?.map(fact => ui.say(fact)).join(' · ')}</span>
                  )}
                </>,
                <>
                  {ui.say(look.why)}
                  {look.ground === null ? null : <span className="source">{groundOf(look, look.ground, ui)}</span>}
                  {look.consent === undefined ? null : <span className="source">{ui.say(look.consent)}</span>}
                  {look.case === undefined ? null : (
                    <span className="source">
                      <a href={addresses.case(look.organisation, look.case)}>{ui.t('looks.case')}</a>
                    </span>
                  )}
                </>,
                <>
                  {ui.instant(look.time)}
                  {times > 1 ? <span className="source">{ui.t('looks.times', { count: times })}</span> : null}
                  {look.proof === undefined ? null : (
                    <span className="source">
                      <a href={addresses.proofOfLook(look.proof.organisation, look.proof.line)} download>
                        {ui.t('looks.proof')}
                      </a>
                    </span>
                  )}
                </>,
              ],
            }))}
          />
        </div>
      )}
      {next === null ? null : (
        <div className="actions">
          <ButtonLink
            kind="quiet"
            href={looksAddress({ own: ui.query.has('own'), after: next, filter: lookFilter(ui.query) })}
          >
            {ui.t('list.more')}
          </ButtonLink>
        </div>
      )}
    </>
  ),
})
