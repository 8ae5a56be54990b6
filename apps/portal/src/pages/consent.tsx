import { type ConsentView, listConsents, withdrawConsent } from '@tereze/access/contract'
import { isProblem, type Problem, refusalProblem } from '@tereze/ui-client'
import { Actions, Back, Button, ButtonLink, Facts, Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { consentLines, consentTones } from '../consent-lines.ts'
import { HiddenFields } from '../hidden-fields.tsx'
import { type Acted, page } from '../page.ts'
import { ProblemCallout } from '../problem-callout.tsx'
import type { Ui } from '../ui.ts'

function Receipts({ of, ui }: { of: ConsentView; ui: Ui }): ReactNode {
  return (
    <section>
      <h2>{ui.t('consent.receipt')}</h2>
      <p>{ui.t('consent.receipt.hint')}</p>
      {[
        { title: ui.t(of.refused ? 'consent.receipt.refusal' : 'consent.receipt'), text: of.receipt },
        ...(of.withdrawalReceipt === null
          ? []
          : [{ title: ui.t('consent.receipt.withdrawal'), text: of.withdrawalReceipt }]),
      ].map(({ title, text }) => (
        <details className="more" key={title}>
          <summary>{title}</summary>
          <p className="receipt">{text}</p>
          <p>
            <a href={`data:text/plain;charset=utf-8,${text}`} download="receipt.txt">
              {ui.t('consent.receipt.keep')}
            </a>{' '}
            · <a href={addresses.verifyReceipt}>{ui.t('consent.receipt.check')}</a>
          </p>
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
        <Tag tone={consentTones[of.state]}>{ui.t(`consent.state.${of.state}`)}</Tag>
      </p>
      <Facts
        wide
        lines={[
          ...(of.agreement === null ? [] : consentLines(of.agreement, ui)),
          {
            key: 'given',
            label: ui.t(of.refused ? 'consent.refused-at' : 'consent.given-at'),
            value: ui.instant(of.givenAt),
          },
          { key: 'until', label: ui.t('consent.until'), value: ui.dayOf(of.until) },
          ...(of.withdrawnAt === null
            ? []
            : [{ key: 'withdrawn', label: ui.t('consent.withdrawn-at'), value: ui.instant(of.withdrawnAt) }]),
        ]}
      />
      {of.refused ? (
        <div className="above">
          <p>{ui.t('consent.refused.lead')}</p>
          <Actions>
            <ButtonLink
              kind="quiet"
              href={addresses.giveConsent({ contract: of.contract, recipient: of.recipient, purpose: of.purpose })}
            >
              {ui.t('consent.change')}
            </ButtonLink>
          </Actions>
        </div>
      ) : null}
      {!of.refused && (of.state === 'in-force' || of.state === 'outdated') ? (
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
