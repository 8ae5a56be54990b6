import { listOrganisations } from '@tereze/catalogue/contract'
import { verifyDocument } from '@tereze/documents/contract'
import type { OutputOf } from '@tereze/operation'
import { isProblem, type Problem } from '@tereze/ui-client'
import { Actions, Back, Button, ButtonLink, Facts, PageState, Pane, TextField, Verdict } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { gather } from '../gather.ts'
import { type PageContext, page } from '../page.ts'
import type { Ui } from '../ui.ts'

/** The code as it is stored: capital letters, groups of four, letters that look like digits as digits. */
export function tidyReference(typed: string): string {
  const signs = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return (signs.match(/.{1,4}/g) ?? []).join('-').slice(0, 40)
}

/** Asks for the code of a document. */
export const verify = page<{ typed: string }>({
  path: '/verify',
  signIn: false,
  title: (_, ui) => ui.t('verify.title'),
  load: async ({ query }) => ({ typed: query.get('reference') ?? '' }),
  act: async (_, form) => ({ redirect: addresses.verified(tidyReference(form.get('reference') ?? '') || '-') }),
  view: ({ typed }, ui) => (
    <>
      <Back href={addresses.home}>{ui.t('back.home')}</Back>
      <h1>{ui.t('verify.title')}</h1>
      <p className="lead">{ui.t('verify.lead')}</p>
      <form method="post" className="form above">
        <input type="hidden" name="_form" value={ui.visitor.formToken} />
        <TextField
          name="reference"
          label={ui.t('verify.code')}
          hint={ui.t('verify.code.hint')}
          value={typed}
          maxLength={40}
        />
        <Actions>
          <Button>{ui.t('verify.button')}</Button>
        </Actions>
      </form>
      <h2>{ui.t('verify-file.title')}</h2>
      <p>{ui.t('verify-file.short')}</p>
      <Actions>
        <ButtonLink kind="quiet" href={addresses.verifyFile}>
          {ui.t('verify-file.open')}
        </ButtonLink>
      </Actions>
      <h2>{ui.t('verify-receipt.title')}</h2>
      <p>{ui.t('verify-receipt.short')}</p>
      <Actions>
        <ButtonLink kind="quiet" href={addresses.verifyReceipt}>
          {ui.t('verify-receipt.open')}
        </ButtonLink>
      </Actions>
      <h2>{ui.t('verify-credential.title')}</h2>
      <p>{ui.t('verify-credential.short')}</p>
      <Actions>
        <ButtonLink kind="quiet" href={addresses.verifyCredential}>
          {ui.t('verify-credential.open')}
        </ButtonLink>
      </Actions>
    </>
  ),
})

interface Verified {
  readonly reference: string
  readonly found: OutputOf<typeof verifyDocument>
  readonly organisation: string | null
}

async function load({ client, params, language }: PageContext): Promise<Verified | Problem> {
  const reference = tidyReference(params.reference ?? '') || '-'
  const reply = await gather({
    found: client.call(verifyDocument, { reference }),
    organisations: client.call(listOrganisations, {}),
  })
  if (isProblem(reply)) return reply
  const { found, organisations } = reply
  const issuer = organisations.items.find(item => item.id === found.organisation)
  return { reference, found, organisation: issuer?.name[language] ?? found.organisation }
}

function view({ reference, found, organisation }: Verified, ui: Ui): ReactNode {
  const another = (
    <div className="actions">
      <ButtonLink kind="quiet" href={addresses.verify}>
        {ui.t('verify.another')}
      </ButtonLink>
    </div>
  )
  if (found.status === 'unknown') {
    return (
      <PageState drawing="lost" title={ui.t('verify.unknown')} action={another}>
        <p className="reference">{reference}</p>
        <p className="lead">{ui.t('verify.unknown.text')}</p>
      </PageState>
    )
  }
  const broken = found.signature === 'broken'
  return (
    <>
      <Back href={addresses.verify}>{ui.t('verify.title')}</Back>
      <h1>{found.title === null ? ui.t('verify.title') : ui.say(found.title)}</h1>
      <Pane>
        <Verdict yes={found.status === 'valid' && !broken}>
          {ui.t(broken ? 'verify.broken' : `verify.${found.status}`)}
        </Verdict>
        {found.replacedBy === null ? null : (
          <p className="above">
            <a href={addresses.verified(found.replacedBy)}>{ui.t('verify.newer')}</a>
          </p>
        )}
      </Pane>
      <h2>{ui.t('verify.compare')}</h2>
      <Pane>
        <Facts
          wide
          lines={[
            { key: 'reference', label: ui.t('verify.code'), value: <span className="reference">{reference}</span> },
            ...found.lines.map(line => ({ key: line.label.en, label: ui.say(line.label), value: ui.say(line.value) })),
            ...(organisation === null ? [] : [{ key: 'by', label: ui.t('verify.by'), value: organisation }]),
            ...(found.issuedAt === null
              ? []
              : [{ key: 'issued', label: ui.t('verify.issued'), value: ui.instant(found.issuedAt) }]),
            { key: 'signature', label: ui.t('verify.signature'), value: ui.t(`verify.signature.${found.signature}`) },
          ]}
        />
      </Pane>
      {another}
    </>
  )
}

/** The public check that a QR code leads to. */
export const verified = page<Verified>({
  path: '/verify/:reference',
  signIn: false,
  title: (_, ui) => ui.t('verify.title'),
  load,
  view,
})
