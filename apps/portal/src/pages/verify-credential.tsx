import { listOrganisations } from '@tereze/catalogue/contract'
import { type CheckedCredential, verifyCredential } from '@tereze/credentials/contract'
import { isProblem } from '@tereze/ui-client'
import { Actions, Back, Button, ButtonLink, Facts, Pane, TextAreaField, Verdict } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { factValue } from '../fact-value.ts'
import { gather } from '../gather.ts'
import { page } from '../page.ts'
import type { Ui } from '../ui.ts'

/** Longest text that is checked. */
const longest = 50_000

interface Checked {
  readonly found: CheckedCredential
  readonly organisation: string | null
}

type Left = { readonly mistake: true } | Checked

function form(ui: Ui, mistake: boolean): ReactNode {
  return (
    <form method="post" className="form above">
      <input type="hidden" name="_form" value={ui.visitor.formToken} />
      <TextAreaField
        name="credential"
        label={ui.t('verify-credential.text')}
        hint={ui.t('verify-credential.text.hint')}
        maxLength={longest}
        mistake={mistake ? ui.t('verify-credential.mistake') : undefined}
        mistakeWord={ui.t('verify-file.mistake.word')}
      />
      <Actions>
        <Button>{ui.t('verify-credential.button')}</Button>
      </Actions>
    </form>
  )
}

function Result({ found, organisation, ui }: Checked & { readonly ui: Ui }): ReactNode {
  const about: [string, string][] = [
    ...(organisation === null ? [] : [[ui.t('verify.by'), organisation] as [string, string]]),
    ...(found.issuedAt === null ? [] : [[ui.t('verify.issued'), ui.instant(found.issuedAt)] as [string, string]]),
    ...(found.expiresAt === null
      ? []
      : [[ui.t('wallet.until'), ui.dayOf(found.expiresAt, { year: true })] as [string, string]]),
  ]
  return (
    <>
      {found.title === null ? null : <h2>{ui.say(found.title)}</h2>}
      <Pane>
        <Verdict yes={found.fault === null}>
          {ui.t(found.fault === null ? 'verify-credential.valid' : `verify-credential.fault.${found.fault}`)}
        </Verdict>
      </Pane>
      {found.type === null ? null : (
        <>
          <h2>{ui.t('verify-credential.says')}</h2>
          <Pane>
            {found.claims.length === 0 ? <p>{ui.t('verify-credential.says.nothing')}</p> : null}
            <Facts
              wide
              lines={[
                ...found.claims.map(({ path, label, value }) => ({
                  key: path.join('/'),
                  label: ui.say(label),
                  value: factValue(value, 'text', ui),
                })),
                ...about.map(([label, value]) => ({ key: label, label, value })),
              ]}
            />
          </Pane>
        </>
      )}
      <Actions>
        <ButtonLink kind="quiet" href={addresses.verifyCredential}>
          {ui.t('verify-credential.another')}
        </ButtonLink>
      </Actions>
    </>
  )
}

/** Anyone's check of a credential that they were sent as a text. */
export const verifyCredentialPage = page<{ readonly nothing: null }, Left>({
  path: '/verify/credential',
  signIn: false,
  title: (_, ui) => ui.t('verify-credential.title'),
  load: async () => ({ nothing: null }),
  async act({ client, language }, sent) {
    const credential = (sent.get('credential') ?? '').trim().slice(0, longest)
    if (credential === '') return { again: { mistake: true } }
    const reply = await gather({
      found: client.call(verifyCredential, { credential }),
      organisations: client.call(listOrganisations, {}),
    })
    if (isProblem(reply)) return { problem: reply }
    const { found, organisations } = reply
    const issuer = organisations.items.find(({ id }) => id === found.organisation)
    return { again: { found, organisation: issuer?.name[language] ?? null }, refused: false }
  },
  view: (_, ui, left) => (
    <>
      <Back href={addresses.verify}>{ui.t('verify.title')}</Back>
      <h1>{ui.t('verify-credential.title')}</h1>
      {left === null || 'mistake' in left ? (
        <>
          <p className="lead">{ui.t('verify-credential.lead')}</p>
          {form(ui, left !== null)}
        </>
      ) : (
        <Result {...left} ui={ui} />
      )}
    </>
  ),
})
