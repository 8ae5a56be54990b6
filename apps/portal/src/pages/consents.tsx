import {
  type Agreement,
  type ConsentView,
  getAgreement,
  giveConsent,
  listConsents,
  withdrawConsent,
} from '@tereze/access/contract'
import { type ConsentRequest, listConsentRequests } from '@tereze/exchange/contract'
import { isProblem, type Problem, refusalProblem } from '@tereze/ui-client'
import {
  Actions,
  Back,
  Button,
  ButtonLink,
  type FactLine,
  Facts,
  LinkRow,
  Links,
  PageState,
  Tag,
} from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { gather } from '../gather.ts'
import { HiddenFields } from '../hidden-fields.tsx'
import { type Acted, page } from '../page.ts'
import { ProblemCallout } from '../problem-callout.tsx'
import type { Ui } from '../ui.ts'

const tones = { 'in-force': 'done', withdrawn: 'later', over: 'later', outdated: 'you' } as const

interface Consents {
  readonly given: readonly ConsentView[]
  readonly asked: readonly { readonly request: ConsentRequest; readonly agreement: Agreement }[]
}

/** What one is asked to consent to, and what one consented to, ever. */
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
            {given.map(({ consent: id, state, until, agreement, recipient, purpose }) => (
              <LinkRow
                key={id}
                href={addresses.consent(id)}
                title={agreement === null ? recipient : ui.say(agreement.recipientName)}
                aside={<Tag tone={tones[state]}>{ui.t(`consent.state.${state}`)}</Tag>}
              >
                <p>
                  {ui.t('consents.row', {
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

/** What a wording says, line by line. */
function linesOf(agreement: Agreement, ui: Ui): FactLine[] {
  const line = (key: string, label: string, value: string): FactLine => ({ key, label, value })
  return [
    line('recipient', ui.t('consent.recipient'), ui.say(agreement.recipientName)),
    line('provider', ui.t('consent.provider'), ui.say(agreement.providerName)),
    line('data', ui.t('consent.data'), ui.say(agreement.data)),
    line('purpose', ui.t('consent.purpose'), ui.say(agreement.purposeText)),
    line('version', ui.t('consent.version'), agreement.version),
  ]
}

function subjectIn(query: URLSearchParams) {
  const text = (name: string) => query.get(name) ?? ''
  return { contract: text('contract'), recipient: text('recipient'), purpose: text('purpose') }
}

/** One wording to read, and one button: a consent stands by itself, never in a form for something else. */
export const giveConsentPage = page<Agreement, { readonly problem: Problem }>({
  path: '/me/consents/give',
  signIn: true,
  title: (_, ui) => ui.t('consent.give.title'),
  load: ({ client, query }) => client.call(getAgreement, subjectIn(query)),
  async act({ client, visitor, query }, form): Promise<Acted<{ readonly problem: Problem }>> {
    const reply = await client.call(
      giveConsent,
      { person: visitor.person ?? '', ...subjectIn(query), agreement: form.get('agreement') ?? '' },
      { idempotencyKey: form.get('_once') ?? '' },
    )
    if (!isProblem(reply)) return { redirect: addresses.consent(reply.consent) }
    const problem: Problem = reply
    return problem.kind === 'refused' && problem.status < 500 ? { again: { problem } } : { problem }
  },
  view: (agreement, ui, again) => (
    <>
      <Back href={addresses.consents}>{ui.t('consents.title')}</Back>
      <h1>{ui.say(agreement.title)}</h1>
      {again?.problem ? <ProblemCallout problem={again.problem} ui={ui} /> : null}
      <p className="lead">{ui.say(agreement.text)}</p>
      <Facts
        wide
        lines={[
          ...linesOf(agreement, ui),
          { key: 'until', label: ui.t('consent.until'), value: ui.t('consent.days', { count: agreement.days }) },
        ]}
      />
      <form method="post" className="form above">
        <HiddenFields ui={ui} />
        <input type="hidden" name="agreement" value={agreement.hash} />
        <p>{ui.t('consent.refuse.hint')}</p>
        <Actions>
          <Button>{ui.t('consent.give')}</Button>
          <ButtonLink kind="quiet" href={addresses.consents}>
            {ui.t('consent.later')}
          </ButtonLink>
        </Actions>
      </form>
    </>
  ),
})

function Receipts({ of, ui }: { of: ConsentView; ui: Ui }): ReactNode {
  return (
    <section>
      <h2>{ui.t('consent.receipt')}</h2>
      <p>{ui.t('consent.receipt.hint')}</p>
      {[
        { title: ui.t('consent.receipt'), text: of.receipt },
        ...(of.withdrawalReceipt === null
          ? []
          : [{ title: ui.t('consent.receipt.withdrawal'), text: of.withdrawalReceipt }]),
      ].map(({ title, text }) => (
        <details className="more" key={title}>
          <summary>{title}</summary>
          <p className="receipt">{text}</p>
        </details>
      ))}
    </section>
  )
}

/** One consent: to what, until when, its receipts; withdrawn here. */
export const consent = page<ConsentView, { readonly problem: Problem }>({
  path: '/me/consents/:consent',
  signIn: true,
  title: ({ agreement, contract }, ui) => (agreement === null ? contract : ui.say(agreement.title)),
  async load({ client, visitor, params }) {
    const found = await client.call(listConsents, { person: visitor.person ?? '' })
    if (isProblem(found)) return found as Problem
    return found.items.find(item => item.consent === params.consent) ?? noSuchConsent
  },
  async act({ client, visitor, params }): Promise<Acted<{ readonly problem: Problem }>> {
    const id = params.consent ?? ''
    const reply = await client.call(withdrawConsent, { person: visitor.person ?? '', consent: id })
    if (!isProblem(reply)) return { redirect: addresses.consent(id) }
    const problem: Problem = reply
    return problem.kind === 'refused' && problem.status < 500 ? { again: { problem } } : { problem }
  },
  view: (of, ui, again) => (
    <>
      <Back href={addresses.consents}>{ui.t('consents.title')}</Back>
      <h1>{of.agreement === null ? of.contract : ui.say(of.agreement.title)}</h1>
      {again?.problem ? <ProblemCallout problem={again.problem} ui={ui} /> : null}
      <p>
        <Tag tone={tones[of.state]}>{ui.t(`consent.state.${of.state}`)}</Tag>
      </p>
      <Facts
        wide
        lines={[
          ...(of.agreement === null ? [] : linesOf(of.agreement, ui)),
          { key: 'given', label: ui.t('consent.given-at'), value: ui.instant(of.givenAt) },
          { key: 'until', label: ui.t('consent.until'), value: ui.dayOf(of.until) },
          ...(of.withdrawnAt === null
            ? []
            : [{ key: 'withdrawn', label: ui.t('consent.withdrawn-at'), value: ui.instant(of.withdrawnAt) }]),
        ]}
      />
      {of.state === 'in-force' || of.state === 'outdated' ? (
        <form method="post" className="form above">
          <HiddenFields ui={ui} />
          <p>{ui.t('consent.withdraw.lead')}</p>
          <Actions>
            <Button kind="quiet">{ui.t('consent.withdraw')}</Button>
          </Actions>
        </form>
      ) : null}
      <Receipts of={of} ui={ui} />
    </>
  ),
})

const noSuchConsent = refusalProblem({
  type: 'about:blank',
  status: 404,
  code: 'access.consent-not-found',
  title: '',
  detail: null,
  pointer: '',
  params: {},
  also: [],
  remedy: null,
  requestId: null,
})
