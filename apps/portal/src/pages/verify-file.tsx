import { type CheckedSignature, checkLimit, type SignatureCheck } from '@tereze/signatures/contract'
import { Actions, Back, Button, ButtonLink, Callout, Facts, FileField, Pane, Verdict } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { page } from '../page.ts'
import type { Ui } from '../ui.ts'

type LineKey =
  | 'signer'
  | 'stamp-by'
  | 'organisation'
  | 'role'
  | 'level'
  | 'proven'
  | 'claimed'
  | 'authority'
  | 'serial'
  | 'term'
  | 'revocation'
  | 'chain'

type Left = { readonly mistake: true } | { readonly name: string; readonly check: SignatureCheck }

function form(ui: Ui, mistake: boolean): ReactNode {
  return (
    <form method="post" encType="multipart/form-data" className="form above">
      <input type="hidden" name="_form" value={ui.visitor.formToken} />
      <FileField
        name="file"
        label={ui.t('verify-file.file')}
        hint={ui.t('verify-file.file.hint')}
        mistake={mistake ? ui.t('verify-file.mistake') : undefined}
        mistakeWord={ui.t('verify-file.mistake.word')}
      />
      <FileField
        name="content"
        label={ui.t('verify-file.content')}
        hint={ui.t('verify-file.content.hint')}
        optional={ui.t('verify-file.optional')}
      />
      <Actions>
        <Button>{ui.t('verify-file.button')}</Button>
      </Actions>
    </form>
  )
}

function revocationWords({ revocation }: CheckedSignature, ui: Ui): string {
  if (revocation.status === 'good')
    return revocation.from === null
      ? ui.t('verify-file.revocation.good.plain')
      : ui.t('verify-file.revocation.good', { at: ui.instant(revocation.from) })
  const said = ui.t(`verify-file.revocation.${revocation.status}`)
  return revocation.revokedAt === null ? said : `${said}: ${ui.instant(revocation.revokedAt)}`
}

function linesOf(found: CheckedSignature, ui: Ui) {
  const { signer, certificate, authority } = found
  const line = (key: LineKey, value: ReactNode) =>
    value === null ? [] : [{ key, label: ui.t(`verify-file.${key}`), value }]
  return [
    ...line(found.isTimestamp ? 'stamp-by' : 'signer', signer?.name ?? null),
    ...line('organisation', signer?.organisation === signer?.name ? null : (signer?.organisation ?? null)),
    ...found.numbers.map(number => ({
      key: `${number.kind} ${number.value}`,
      label: ui.say(number.title),
      value: number.value,
    })),
    ...line('role', found.roles.length === 0 ? null : found.roles.map(role => ui.say(role)).join(', ')),
    ...line('level', ui.t(`verify-file.level.${found.level ?? 'none'}`)),
    ...line('proven', found.provenAt === null ? null : ui.instant(found.provenAt)),
    ...line('claimed', found.claimedAt === null ? null : ui.instant(found.claimedAt)),
    ...line('authority', authority === null ? null : authority.name),
    ...line('serial', certificate === null ? null : <span className="fingerprint">{certificate.serial}</span>),
    ...line(
      'term',
      certificate === null
        ? null
        : `${ui.dayOf(certificate.from, { year: true })} – ${ui.dayOf(certificate.until, { year: true })}`,
    ),
    ...line('revocation', found.chain.length === 0 ? null : revocationWords(found, ui)),
    ...line('chain', found.chain.length < 2 ? null : found.chain.map(({ name }) => name).join(' ← ')),
  ]
}

function signature(found: CheckedSignature, place: number, ui: Ui): ReactNode {
  const fault = found.fault === null ? null : <p>{ui.t(`verify-file.fault.${found.fault}`)}</p>
  return (
    <div className="above" key={place}>
      <Pane>
        {found.verdict === 'indeterminate' ? (
          <Callout tone="you" title={ui.t('verify-file.indeterminate')}>
            {fault}
          </Callout>
        ) : (
          <>
            <Verdict yes={found.verdict === 'valid'}>{ui.t(`verify-file.${found.verdict}`)}</Verdict>
            {fault}
          </>
        )}
        {found.covers === 'earlier-version' ? <Callout tone="you" title={ui.t('verify-file.earlier-version')} /> : null}
        <div className="above">
          <Facts wide lines={linesOf(found, ui)} />
        </div>
      </Pane>
    </div>
  )
}

function result(name: string, check: SignatureCheck, ui: Ui): ReactNode {
  const { kind, signatures } = check
  return (
    <>
      {kind === 'signed' ? (
        <h2>{ui.t('verify-file.count', { n: signatures.length })}</h2>
      ) : (
        <Callout tone="no" title={ui.t(`verify-file.${kind}`)} live>
          <p>{ui.t(`verify-file.${kind}.text`)}</p>
        </Callout>
      )}
      {signatures.map((found, place) => signature(found, place, ui))}
      <div className="above">
        <Pane>
          <Facts
            wide
            lines={[
              { key: 'name', label: ui.t('verify-file.name'), value: name },
              {
                key: 'fingerprint',
                label: ui.t('verify-file.fingerprint'),
                value: <span className="fingerprint">{check.fingerprint.replaceAll(/(.{8})(?=.)/g, '$1 ')}</span>,
              },
              { key: 'checked', label: ui.t('verify-file.checked'), value: ui.instant(check.checkedAt) },
            ]}
          />
          <p>{ui.t('verify-file.print')}</p>
        </Pane>
      </div>
      <Actions>
        <ButtonLink kind="quiet" href={addresses.verifyFile}>
          {ui.t('verify-file.another')}
        </ButtonLink>
      </Actions>
    </>
  )
}

/** Anyone's check of a signed file: who signed, when, and whether anything was changed. */
export const verifyFile = page<{ readonly nothing: null }, Left>({
  path: addresses.verifyFile,
  signIn: false,
  title: (_, ui) => ui.t('verify-file.title'),
  files: checkLimit,
  load: async () => ({ nothing: null }),
  async act({ files, checkFile }) {
    const file = files.get('file')?.[0]
    if (file === undefined || file.bytes.length === 0) return { again: { mistake: true } }
    const content = files.get('content')?.[0]?.bytes ?? null
    const check = await checkFile(file.bytes, content?.length === 0 ? null : content)
    return { again: { name: file.name, check }, refused: false }
  },
  view: (_, ui, left) => (
    <>
      <Back href={addresses.verify}>{ui.t('verify.title')}</Back>
      <h1>{ui.t('verify-file.title')}</h1>
      {left === null || 'mistake' in left ? (
        <>
          <p className="lead">{ui.t('verify-file.lead')}</p>
          {form(ui, left !== null)}
        </>
      ) : (
        result(left.name, left.check, ui)
      )}
    </>
  ),
})
