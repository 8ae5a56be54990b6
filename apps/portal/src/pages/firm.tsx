import type { OutputOf } from '@tereze/operation'
import { getFirmProfile } from '@tereze/profile/contract'
import { Back, Callout, Pane } from '@tereze/ui-components'
import { addresses } from '../addresses.ts'
import { KnownFacts } from '../known-facts.tsx'
import { page } from '../page.ts'
import { reportLink } from '../report-link.tsx'

type Firm = OutputOf<typeof getFirmProfile>

/** Everything the registers know about an organisation, for who may act for it. */
export const firm = page<Firm>({
  path: '/me/firms/:firm',
  signIn: true,
  forOrganisations: true,
  title: ({ firm }, ui) => ui.say(firm.name),
  load: ({ client, visitor, params }) =>
    client.call(getFirmProfile, { person: visitor.person ?? visitor.self ?? '', firm: params.firm ?? '' }),
  view: ({ firm: { name, capacity, since }, groups }, ui) => (
    <>
      {ui.visitor.acting?.kind === 'organisation' ? (
        <Back href={addresses.acting}>{ui.t('acting.title')}</Back>
      ) : (
        <Back href={addresses.me}>{ui.t('nav.me')}</Back>
      )}
      <h1>{ui.say(name)}</h1>
      <p className="lead">{ui.t('firms.since', { capacity: ui.say(capacity), date: ui.date(since) })}</p>
      {groups.map(group => (
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
      ))}
      {groups.some(({ facts }) => facts.some(({ reportable }) => reportable)) ? null : (
        <div className="above">
          <Callout tone="moving" title={ui.t('firms.wrong')}>
            <p>{ui.t('firms.wrong.way')}</p>
          </Callout>
        </div>
      )}
    </>
  ),
})
