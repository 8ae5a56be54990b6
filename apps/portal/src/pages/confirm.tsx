import { listOrganisations } from '@tereze/catalogue/contract'
import type { OutputOf } from '@tereze/operation'
import { confirmOffers, declineOffer, getOwnSituation } from '@tereze/situations/contract'
import { isProblem, type Problem } from '@tereze/ui-client'
import {
  Actions,
  Back,
  Button,
  ButtonLink,
  Callout,
  CheckField,
  ChoiceField,
  fieldId,
  Mistakes,
  Money,
  PageState,
  Pane,
} from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { gather } from '../gather.ts'
import { HiddenFields } from '../hidden-fields.tsx'
import { KnownFacts } from '../known-facts.tsx'
import { type Acted, type PageContext, page } from '../page.ts'
import { ProblemCallout } from '../problem-callout.tsx'
import type { Ui } from '../ui.ts'

type Offer = OutputOf<typeof getOwnSituation>['offers'][number]

interface Confirm {
  readonly situation: OutputOf<typeof getOwnSituation>
  readonly organisations: OutputOf<typeof listOrganisations>['items']
}

/** What was chosen before the form came back. */
interface Again {
  readonly services: readonly string[]
  readonly account: string | null
  readonly problem: Problem | null
}

function load({ client, params }: PageContext): Promise<Confirm | Problem> {
  return gather({
    situation: client.call(getOwnSituation, { situation: params.situation ?? '' }),
    organisations: client.call(listOrganisations, {}),
  }).then(found => (isProblem(found) ? found : { ...found, organisations: found.organisations.items }))
}

async function act({ client, params }: PageContext, form: URLSearchParams): Promise<Acted<Again>> {
  const situation = params.situation ?? ''
  const declined = form.get('decline')
  if (declined !== null) {
    const reply = await client.call(declineOffer, { situation, service: declined })
    return isProblem(reply) ? { problem: reply } : { redirect: `${addresses.situation(situation)}?done=declined` }
  }
  const services = form.getAll('service')
  const account = form.get('account')
  if (services.length === 0) return { again: { services, account, problem: null } }
  const key = form.get('_once')
  const reply = await client.call(
    confirmOffers,
    { situation, services, ...(account === null ? {} : { account }) },
    key === null ? {} : { idempotencyKey: key },
  )
  if (!isProblem(reply)) return { redirect: `${addresses.situation(situation)}?done=confirmed` }
  return reply.kind === 'refused' && reply.status < 500 && reply.status !== 404
    ? { again: { services, account, problem: reply } }
    : { problem: reply }
}

function view({ situation, organisations }: Confirm, ui: Ui, again: Again | null): ReactNode {
  const { card, offers, declined = [], accounts, known } = situation
  const back = <Back href={addresses.situation(card.situation)}>{ui.t('back.situation')}</Back>
  if (offers.length + declined.length === 0) {
    return (
      <>
        {back}
        <PageState
          drawing="empty"
          title={ui.t('confirm.empty')}
          action={<ButtonLink href={addresses.situation(card.situation)}>{ui.t('back.situation')}</ButtonLink>}
        >
          <p className="lead">{ui.t('confirm.empty.text')}</p>
        </PageState>
      </>
    )
  }
  const nothingChosen = again !== null && again.problem === null && again.services.length === 0
  const accountProblem =
    again?.problem?.kind === 'refused' && again.problem.code.startsWith('situations.account-') ? again.problem : null
  const mistakes = [
    ...(nothingChosen ? [{ key: 'service', name: '/service', text: ui.t('confirm.none') }] : []),
    ...(accountProblem === null ? [] : [{ key: 'account', name: 'account', text: accountProblem.title }]),
  ]
  return (
    <>
      {back}
      <h1>{ui.t('confirm.title')}</h1>
      <p className="lead">{ui.t('confirm.lead')}</p>
      <Mistakes title={ui.t('form.mistakes', { count: mistakes.length })} lines={mistakes} />
      {again?.problem && accountProblem === null ? <ProblemCallout problem={again.problem} ui={ui} /> : null}
      <form method="post" className="two">
        <HiddenFields ui={ui} />
        <div>
          {offers.length > 0 ? <h2>{ui.t('confirm.services')}</h2> : null}
          {offers.some(offer => offer.amount !== null) ? <p className="soft">{ui.t('confirm.services.sums')}</p> : null}
          <ul className="service-lines" id={fieldId('/service')}>
            {offers.map(offer => (
              <li key={offer.service}>
                <OfferField
                  offer={offer}
                  by={nameOf(offer.organisation, organisations, ui)}
                  checked={again === null || again.services.includes(offer.service)}
                  ui={ui}
                />
                <Button kind="plain" name="decline" value={offer.service} unchecked>
                  {ui.t('confirm.decline')}
                  <span className="hidden-text">: {ui.say(offer.title)}</span>
                </Button>
              </li>
            ))}
          </ul>
          {declined.length > 0 ? (
            <>
              <h2>{ui.t('confirm.declined-before')}</h2>
              <ul className="service-lines">
                {declined.map(offer => (
                  <li key={offer.service}>
                    <OfferField
                      offer={offer}
                      by={nameOf(offer.organisation, organisations, ui)}
                      checked={again?.services.includes(offer.service) ?? ui.query.get('take') === offer.service}
                      ui={ui}
                    />
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {[...offers, ...declined].some(offer => offer.needsAccount) ? (
            <div className="above">
              {accounts.length === 0 ? (
                <Callout tone="you" title={ui.t('confirm.account.none')}>
                  <p>{ui.t('confirm.account.none.text')}</p>
                </Callout>
              ) : (
                <ChoiceField
                  name="account"
                  large
                  label={ui.t('confirm.account')}
                  hint={ui.t('confirm.account.hint')}
                  mistake={accountProblem?.title}
                  mistakeWord={ui.t('form.error')}
                  value={
                    again?.account ??
                    (accounts.length === 1 ? accounts[0]?.account : accounts.find(account => account.usual)?.account)
                  }
                  options={accounts.map(account => ({
                    value: account.account,
                    text: `${ui.say(account.bank)} ${account.masked}`,
                    hint: account.usual ? ui.t('confirm.account.usual') : undefined,
                  }))}
                />
              )}
            </div>
          ) : null}
          <p className="small soft">{ui.t('confirm.signature')}</p>
          <Actions>
            <Button>{ui.t('confirm.button')}</Button>
            <a href={addresses.situation(card.situation)}>{ui.t('confirm.later')}</a>
          </Actions>
        </div>
        {known.length === 0 ? null : (
          <aside className="side">
            <Pane side>
              <h2>{ui.t('confirm.known')}</h2>
              <KnownFacts ui={ui} facts={known.map((fact, index) => ({ ...fact, key: `${fact.label.en} ${index}` }))} />
            </Pane>
          </aside>
        )}
      </form>
    </>
  )
}

function OfferField(props: { offer: Offer; by: string; checked: boolean; ui: Ui }): ReactNode {
  const { offer, ui } = props
  return (
    <CheckField
      name="service"
      value={offer.service}
      checked={props.checked}
      hint={
        <>
          {ui.say(offer.why)}
          <span className="service-line-term">
            {ui.say(offer.term)} · {props.by}
          </span>
        </>
      }
    >
      <span className="service-line-head">
        <strong>{ui.say(offer.title)}</strong>
        {offer.amount === null ? null : (
          <span>
            <Money value={offer.amount} language={ui.language} />
            {offer.per === undefined ? null : ` ${ui.say(offer.per)}`}
          </span>
        )}
      </span>
    </CheckField>
  )
}

function nameOf(id: string, organisations: Confirm['organisations'], ui: Ui): string {
  const found = organisations.find(organisation => organisation.id === id)
  return found === undefined ? id : ui.say(found.name)
}

/** All offers of a situation in one step: what one gets, the account, one confirmation. */
export const confirm = page<Confirm, Again>({
  path: '/situations/:situation/confirm',
  signIn: true,
  title: (_, ui) => ui.t('confirm.title'),
  load,
  act,
  keep: (_, form) => ({ services: form.getAll('service'), account: form.get('account'), problem: null }),
  view,
})
