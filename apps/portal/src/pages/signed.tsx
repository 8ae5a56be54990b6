import type { OutputOf } from '@tereze/operation'
import { listSigned, revokeOwnKey } from '@tereze/signatures/contract'
import { isProblem, type Problem } from '@tereze/ui-client'
import { Actions, Back, Button, Callout, Facts, Pane } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { HiddenFields } from '../hidden-fields.tsx'
import { page } from '../page.ts'
import { ProblemCallout } from '../problem-callout.tsx'
import type { Ui } from '../ui.ts'

type Signed = OutputOf<typeof listSigned>

interface Again {
  readonly problem: Problem
}

function OwnKey({ signed, ui }: { signed: Signed; ui: Ui }): ReactNode {
  if (signed.key === null) return <p>{ui.t('signed.key.none')}</p>
  const { serial, until } = signed.key
  return (
    <>
      <Facts
        wide
        lines={[
          { key: 'serial', label: ui.t('signed.key.serial'), value: <span className="fingerprint">{serial}</span> },
          { key: 'until', label: ui.t('signed.key.until'), value: ui.dayOf(until, { year: true }) },
        ]}
      />
      <p>{ui.t('signed.key.revoke.lead')}</p>
      <form method="post">
        <HiddenFields ui={ui} />
        <Actions>
          <Button kind="quiet">{ui.t('signed.key.revoke')}</Button>
        </Actions>
      </form>
    </>
  )
}

function view(signed: Signed, ui: Ui, again: Again | null): ReactNode {
  return (
    <>
      <Back href={addresses.me}>{ui.t('nav.me')}</Back>
      <h1>{ui.t('signed.title')}</h1>
      {again === null ? null : <ProblemCallout problem={again.problem} ui={ui} />}
      {ui.query.get('done') === 'revoked' ? <Callout tone="done" title={ui.t('signed.key.revoked')} live /> : null}
      {signed.items.length === 0 ? <p className="lead">{ui.t('signed.none')}</p> : null}
      {signed.items.map(({ statement, title, signed: by }) => (
        <section key={statement}>
          <h2>{ui.say(title)}</h2>
          <p>
            {ui.t(`sign.kind.${by.kind}`)}. {ui.t('sign.signed.text', { signer: by.signer, at: ui.instant(by.at) })}
            <br />
            <a href={addresses.statementFile(statement)}>{ui.t('sign.download')}</a>
            {' · '}
            <a href={addresses.statementSignature(statement)}>{ui.t('sign.signature')}</a>
          </p>
        </section>
      ))}
      <div className="above">
        <Pane>
          <h2>{ui.t('signed.key')}</h2>
          <OwnKey signed={signed} ui={ui} />
        </Pane>
      </div>
    </>
  )
}

/** What the visitor signed themselves, with both files, and the certificate of the key that is kept for them. */
export const signedPage = page<Signed, Again>({
  path: addresses.signed,
  signIn: true,
  forOrganisations: true,
  title: (_, ui) => ui.t('signed.title'),
  load: ({ client }) => client.call(listSigned, {}),
  async act({ client }, form) {
    const once = form.get('_once')
    const revoked = await client.call(revokeOwnKey, {}, once === null ? {} : { idempotencyKey: once })
    if (!isProblem(revoked)) return { redirect: `${addresses.signed}?done=revoked` }
    return revoked.kind === 'refused' ? { again: { problem: revoked } } : { problem: revoked }
  },
  view,
})
