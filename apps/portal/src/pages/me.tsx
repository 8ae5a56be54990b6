import type { OutputOf } from '@tereze/operation'
import { getOwnProfile, listOwnLooks } from '@tereze/profile/contract'
import { Back, ButtonLink, Callout, PageState, Pane, Table, Tag } from '@tereze/ui-components'
import { addresses } from '../addresses.ts'
import { KnownFacts } from '../known-facts.tsx'
import { gatherLooks } from '../looks.ts'
import { page } from '../page.ts'
import { orderProfile } from '../profile-order.ts'

type Fact = OutputOf<typeof getOwnProfile>['groups'][number]['facts'][number]

/** Facts of one record stand together. */
function byRecord(facts: readonly Fact[]): Fact[][] {
  return [...Map.groupBy(facts, fact => fact.record).values()]
}

/** Everything the registers know about the person, each line with who keeps it and since when. */
export const me = page<OutputOf<typeof getOwnProfile>>({
  path: '/me',
  signIn: true,
  title: (_, ui) => ui.t('profile.title'),
  load: ({ client, visitor }) => client.call(getOwnProfile, { person: visitor.person ?? '' }),
  view: ({ groups }, ui) => (
    <>
      <h1>{ui.t('profile.title')}</h1>
      <p className="lead">{ui.t('profile.lead')}</p>
      <p>
        <a href={addresses.looks}>{ui.t('profile.looks')}</a>
      </p>
      {groups.length === 0 ? <PageState drawing="empty" small title={ui.t('profile.empty')} /> : null}
      {orderProfile(groups).map(group => (
        <section key={group.group}>
          <h2>{ui.say(group.title)}</h2>
          <div className="stack">
            {byRecord(group.facts).map(facts => (
              <Pane key={facts[0]?.record}>
                <KnownFacts
                  wide
                  ui={ui}
                  facts={facts.map((fact, index) => ({ ...fact, key: `${fact.pointer} ${index}` }))}
                />
              </Pane>
            ))}
          </div>
        </section>
      ))}
      <div className="above">
        <Callout tone="moving" title={ui.t('profile.wrong')}>
          <p>{ui.t('profile.wrong.text')}</p>
        </Callout>
      </div>
    </>
  ),
})

/** Who looked at the person's data, why, on which ground, and what was refused. */
export const looks = page<OutputOf<typeof listOwnLooks>>({
  path: '/me/looks',
  signIn: true,
  title: (_, ui) => ui.t('looks.title'),
  load({ client, visitor, query }) {
    const after = query.get('after')
    return client.call(listOwnLooks, { person: visitor.person ?? '', limit: 50, ...(after === null ? {} : { after }) })
  },
  view: ({ items, next }, ui) => (
    <>
      <Back href={addresses.me}>{ui.t('nav.me')}</Back>
      <h1>{ui.t('looks.title')}</h1>
      <p className="lead">{ui.t('looks.lead')}</p>
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
                {ui.say(look.who)}
                {ui.say(look.who) === ui.say(look.organisationName) ? null : (
                  <span className="source">{ui.say(look.organisationName)}</span>
                )}
              </>,
              <>
                {ui.say(look.what)} {look.refused ? <Tag tone="no">{ui.t('looks.refused')}</Tag> : null}
              </>,
              <>
                {ui.say(look.why)}
                {look.ground === null ? null : (
                  <span className="source">{ui.t('looks.ground', { ground: look.ground })}</span>
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
          <ButtonLink kind="quiet" href={`${addresses.looks}?after=${encodeURIComponent(next)}`}>
            {ui.t('list.more')}
          </ButtonLink>
        </div>
      )}
    </>
  ),
})
