import { type Agreement, getAgreement, giveConsent, refuseConsent } from '@tereze/access/contract'
import { isProblem, type Problem } from '@tereze/ui-client'
import { Actions, Back, Button, Facts } from '@tereze/ui-components'
import { addresses } from '../addresses.ts'
import { consentLines } from '../consent-lines.ts'
import { HiddenFields } from '../hidden-fields.tsx'
import { type Acted, page } from '../page.ts'
import { ProblemCallout } from '../problem-callout.tsx'

function subjectIn(query: URLSearchParams) {
  const text = (name: string) => query.get(name) ?? ''
  return { contract: text('contract'), recipient: text('recipient'), purpose: text('purpose') }
}

/** One wording to read, and a yes or a no: a consent stands by itself, never in a form for something else. */
export const giveConsentPage = page<Agreement, { readonly problem: Problem }>({
  path: '/me/consents/give',
  signIn: true,
  title: (_, ui) => ui.t('consent.give.title'),
  load: ({ client, query }) => client.call(getAgreement, subjectIn(query)),
  async act({ client, visitor, query }, form): Promise<Acted<{ readonly problem: Problem }>> {
    const reply = await client.call(
      form.get('answer') === 'no' ? refuseConsent : giveConsent,
      { person: visitor.person ?? '', ...subjectIn(query), agreement: form.get('agreement') ?? '' },
      { idempotencyKey: `${form.get('_once') ?? ''}/${form.get('answer') ?? 'yes'}` },
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
          ...consentLines(agreement, ui),
          { key: 'until', label: ui.t('consent.until'), value: ui.t('consent.days', { count: agreement.days }) },
        ]}
      />
      <form method="post" className="form above">
        <HiddenFields ui={ui} />
        <input type="hidden" name="agreement" value={agreement.hash} />
        <p>{ui.t('consent.refuse.hint')}</p>
        <Actions>
          <Button name="answer" value="yes">
            {ui.t('consent.give')}
          </Button>
          <Button kind="quiet" name="answer" value="no">
            {ui.t('consent.refuse')}
          </Button>
          <a href={addresses.consents}>{ui.t('consent.later')}</a>
        </Actions>
      </form>
    </>
  ),
})
