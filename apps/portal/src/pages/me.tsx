import type { OutputOf } from '@tereze/operation'
import { getOwnProfile, listOwnLooks } from '@tereze/profile/contract'
import { Back, ButtonLink, Callout, PageState, Pane, Search, Table, Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { findInProfile } from '../find-in-profile.ts'
import { KnownFacts } from '../known-facts.tsx'
import { gatherLooks, type Look } from '../looks.ts'
import { page } from '../page.ts'
import type { Ui } from '../ui.ts'

type Fact = OutputOf<typeof getOwnProfile>['groups'][number]['facts'][number]

/** Facts of one record stand together. */
function byRecord(facts: readonly Fact[]): Fact[][] {
  return [...Map.groupBy(facts, fact => fact.record).values()]
}

/** What was reported of a fact, or where to report it. */
function reportLink(fact: Fact, ui: Ui): ReactNode {
  const { report } = fact
  if (report !== undefined && report.state !== 'withdrawn')
    return (
      <a href={addresses.case(report.organisation, report.case)}>
        {ui.t(`profile.report.${report.state}`, { number: report.number })}
      </a>
    )
  if (!fact.reportable) return undefined
  return (
    <a href={addresses.wrong(fact.organisation, fact.register, fact.record, fact.pointer)}>
      {ui.t('profile.report')}
      <span className="hidden-text">: {ui.say(fact.label)}</span>
    </a>
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
export const me = page<OutputOf<typeof getOwnProfile>>({
  path: '/me',
  signIn: true,
  title: (_, ui) => ui.t('profile.title'),
  load: ({ client, visitor }) => client.call(getOwnProfile, { person: visitor.person ?? '' }),
  view: ({ groups }, ui) => {
    const words = (ui.query.get('words') ?? '').trim().slice(0, 200)
    const found = findInProfile(groups, words, ui)
    return (
      <>
        <h1>{ui.t('profile.title')}</h1>
        <p className="lead">{ui.t('profile.lead')}</p>
        <p>
          <a href={addresses.looks}>{ui.t('profile.looks')}</a>
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
        <div className="above">
          <Callout tone="moving" title={ui.t('profile.wrong')}>
            <p>{ui.t('profile.wrong.way')}</p>
          </Callout>
        </div>
      </>
    )
  },
})

function looksAddress({ own, after }: { own: boolean; after?: string }): string {
  const query = new URLSearchParams({ ...(own ? { own: '1' } : {}), ...(after === undefined ? {} : { after }) })
  return query.size === 0 ? addresses.looks : `${addresses.looks}?${query}`
}

function groundOf({ groundText }: Look, ground: string, ui: Ui): string {
  return ui.t('looks.ground', { ground: groundText === undefined ? ground : ui.say(groundText) })
}

/** Who looked at the person's data, why, on which ground, and what was refused. */
export const looks = page<OutputOf<typeof listOwnLooks>>({
  path: '/me/looks',
  signIn: true,
  title: (_, ui) => ui.t('looks.title'),
  load({ client, visitor, query }) {
    const after = query.get('after')
    return client.call(listOwnLooks, {
      person: visitor.person ?? '',
      includeOwn: query.has('own'),
      limit: 50,
      ...(after === null ? {} : { after }),
    })
  },
  view: ({ items, next }, ui) => (
    <>
      <Back href={addresses.me}>{ui.t('nav.me')}</Back>
      <h1>{ui.t('looks.title')}</h1>
      <p className="lead">{ui.t('looks.lead')}</p>
      <p>
        <a href={looksAddress({ own: !ui.query.has('own') })}>
          {ui.t(ui.query.has('own') ? 'looks.own.hide' : 'looks.own.show')}
        </a>
      </p>
      {items.length === 0 ? (
        <PageState drawing="empty" small title={ui.t('looks.empty')} />
      ) : (
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
                {look.case === undefined ? null : (
                  <span className="source">
                    <a href={addresses.case(look.organisation, look.case)}>{ui.t('looks.case')}</a>
                  </span>
                )}
              </>,
              <>
                {ui.instant(look.time)}
                {times > 1 ? <span className="source">{ui.t('looks.times', { count: times })}</span> : null}
              </>,
            ],
          }))}
        />
      )}
      {next === null ? null : (
        <div className="actions">
          <ButtonLink kind="quiet" href={looksAddress({ own: ui.query.has('own'), after: next })}>
            {ui.t('list.more')}
          </ButtonLink>
        </div>
      )}
    </>
  ),
})
