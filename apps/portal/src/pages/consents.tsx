import { type Agreement, type ConsentView, getAgreement, listConsents } from '@tereze/access/contract'
import { type ConsentRequest, listConsentRequests } from '@tereze/exchange/contract'
import { isProblem, type Problem } from '@tereze/ui-client'
import { Back, LinkRow, Links, PageState, Tag } from '@tereze/ui-components'
import { addresses } from '../addresses.ts'
import { consentTones } from '../consent-lines.ts'
import { gather } from '../gather.ts'
import { page } from '../page.ts'

interface Consents {
  readonly given: readonly ConsentView[]
  readonly asked: readonly { readonly request: ConsentRequest; readonly agreement: Agreement }[]
}

/** What one is asked to consent to, and what one answered, ever. */
export const consents = page<Consents>({
  path: '/me/consents',
  signIn: true,
  title: (_, ui) => ui.t('consents.title'),
  async load({ client, visitor }) {
    const person = visitor.person ?? ''
    const found = await gather({
      given: client.call(listConsents, { person }),
      asked: client.call(listConsentRequests, { person }),
    })
    if (isProblem(found)) return found as Problem
    const asked = []
    for (const request of found.asked.items) {
      const { contract, recipient, purpose } = request
      const agreement = await client.call(getAgreement, { contract, recipient, purpose })
      if (!isProblem(agreement)) asked.push({ request, agreement })
    }
    return { given: found.given.items, asked }
  },
  view: ({ given, asked }, ui) => (
    <>
      <Back href={addresses.me}>{ui.t('nav.me')}</Back>
      <h1>{ui.t('consents.title')}</h1>
      <p className="lead">{ui.t('consents.lead')}</p>
      {asked.length === 0 ? null : (
        <section>
          <h2>{ui.t('consents.asked')}</h2>
          <Links>
            {asked.map(({ request: { contract, recipient, purpose, term }, agreement }) => (
              <LinkRow
                key={`${contract} ${recipient} ${purpose}`}
                href={addresses.giveConsent({ contract, recipient, purpose })}
                title={ui.say(agreement.recipientName)}
                unread
              >
                <p>{ui.t('consents.asked.until', { purpose: ui.say(agreement.purposeText), until: ui.dayOf(term) })}</p>
              </LinkRow>
            ))}
          </Links>
        </section>
      )}
      <section>
        <h2>{ui.t('consents.given')}</h2>
        {given.length === 0 ? (
          <PageState drawing="empty" small title={ui.t('consents.none')} />
        ) : (
          <Links>
            {given.map(({ consent: id, state, refused, until, agreement, recipient, purpose }) => (
              <LinkRow
                key={id}
                href={addresses.consent(id)}
                title={agreement === null ? recipient : ui.say(agreement.recipientName)}
                aside={<Tag tone={consentTones[state]}>{ui.t(`consent.state.${state}`)}</Tag>}
              >
                <p>
                  {ui.t(refused ? 'consents.row.refused' : 'consents.row', {
                    purpose: agreement === null ? purpose : ui.say(agreement.purposeText),
                    until: ui.dayOf(until),
                  })}
                </p>
              </LinkRow>
            ))}
          </Links>
        )}
      </section>
    </>
  ),
})
