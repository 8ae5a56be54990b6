import { verifyReceipt } from '@tereze/access/contract'
import { proveMark } from '@tereze/audit/contract'
import type { OutputOf } from '@tereze/operation'
import { isProblem } from '@tereze/ui-client'
import {
  Actions,
  Back,
  Button,
  ButtonLink,
  type FactLine,
  Facts,
  FileField,
  Pane,
  Tag,
  TextAreaField,
  Verdict,
} from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { consentTones } from '../consent-lines.ts'
import { page } from '../page.ts'
import { type FoundReceipt, receiptParts, recordedAt } from '../receipt-parts.ts'
import type { Ui } from '../ui.ts'

/** Longest receipt that is checked, characters; the same as a receipt may have. */
const longest = 20_000
const form = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/
/** Whose log names the receipts: the operator of the portal, who keeps the consents. */
const keeper = 'platform'

type Checked = FoundReceipt & { readonly record: OutputOf<typeof verifyReceipt>['record'] }
type Left = { readonly mistake: true } | Checked

/** The texts that a record has, for people to read. */
function recordLines(record: Checked['record'], ui: Ui): FactLine[] {
  const notice = record?.privacy_notice as { readonly title?: unknown; readonly version?: unknown } | undefined
  const [purpose] = (record?.purposes ?? []) as readonly {
    readonly purpose_description?: unknown
    readonly pii_information?: readonly { readonly pii_description?: unknown }[]
    readonly retention_period?: unknown
  }[]
  const [event] = ((record?.events ?? []) as readonly { readonly event_state?: unknown }[]).slice(-1)
  const line = (key: string, label: string, value: unknown, write = (text: string): string => text) =>
    typeof value === 'string' ? [{ key, label, value: write(value) }] : []
  const said = { 'consent given': 'given', 'consent refused': 'refused', 'consent withdrawn': 'withdrawn' } as const
  const state = String(event?.event_state ?? '')
  return [
    ...line('about', ui.t('verify-receipt.about'), notice?.title),
    ...(Object.hasOwn(said, state)
      ? line('said', ui.t('verify-receipt.said'), ui.t(`verify-receipt.said.${said[state as keyof typeof said]}`))
      : []),
    ...line('at', ui.t('verify-receipt.at'), recordedAt(record), value => ui.instant(value)),
    ...line('data', ui.t('consent.data'), purpose?.pii_information?.[0]?.pii_description),
    ...line('purpose', ui.t('consent.purpose'), purpose?.purpose_description),
    ...line('until', ui.t('consent.until'), purpose?.retention_period, value => ui.dayOf(value, { year: true })),
    ...line('version', ui.t('consent.version'), notice?.version),
  ]
}

function Part({ name, holds, ui }: { name: 'signature' | 'line' | 'tree'; holds: boolean | null; ui: Ui }): ReactNode {
  const said = holds === null ? 'unknown' : holds ? 'holds' : 'broken'
  return (
    <li>
      <strong>{ui.t(`verify-receipt.part.${name}`)}</strong>{' '}
      <Tag tone={holds === null ? 'later' : holds ? 'done' : 'no'}>{ui.t(`verify-receipt.${said}`)}</Tag>
      <br />
      {ui.t(`verify-receipt.part.${name}.${said}`)}
    </li>
  )
}

function Result({ found, ui }: { found: Checked; ui: Ui }): ReactNode {
  const parts = receiptParts(found)
  const { place } = found
  const isAwaited = place?.state === 'awaited'
  const holds = parts.signature && parts.line === true && (parts.tree === true || isAwaited)
  return (
    <>
      <Pane>
        <Verdict yes={holds}>
          {ui.t(
            holds ? (isAwaited ? 'verify-receipt.awaited' : 'verify-receipt.genuine') : 'verify-receipt.not-genuine',
          )}
        </Verdict>
        {found.state === null ? null : (
          <p>
            {ui.t('verify-receipt.now')}{' '}
            <Tag tone={consentTones[found.state]}>{ui.t(`consent.state.${found.state}`)}</Tag>
          </p>
        )}
      </Pane>
      <h2>{ui.t('verify-receipt.parts')}</h2>
      <ol className="receipt-parts">
        <Part name="signature" holds={parts.signature} ui={ui} />
        <Part name="line" holds={parts.line} ui={ui} />
        <Part name="tree" holds={parts.tree} ui={ui} />
      </ol>
      {place?.state === 'proved' ? (
        <p>
          {ui.t('verify-receipt.place', {
            index: (place.index ?? 0) + 1,
            size: place.size ?? 0,
            witnesses: place.witnesses,
          })}{' '}
          <span className="fingerprint">{place.origin}</span>
        </p>
      ) : null}
      {found.record === null ? null : (
        <>
          <h2>{ui.t('verify-receipt.says')}</h2>
          <Pane>
            <Facts wide lines={recordLines(found.record, ui)} />
          </Pane>
        </>
      )}
      <Actions>
        <ButtonLink kind="quiet" href={addresses.verifyReceipt}>
          {ui.t('verify-receipt.another')}
        </ButtonLink>
      </Actions>
    </>
  )
}

/** Anyone's check of a receipt of consent, pasted or as a file: its signature, the line of the log that names it, the line's place in the tree. */
export const verifyReceiptPage = page<{ readonly nothing: null }, Left>({
  path: '/verify/receipt',
  signIn: false,
  title: (_, ui) => ui.t('verify-receipt.title'),
  files: longest,
  load: async () => ({ nothing: null }),
  async act({ client, files }, sent) {
    const file = files.get('file')?.[0]?.bytes
    const pasted = (sent.get('receipt') ?? '').trim()
    const text = (pasted === '' && file !== undefined ? new TextDecoder().decode(file) : pasted).replaceAll(/\s/g, '')
    if (text === '' || text.length > longest) return { again: { mistake: true } }
    if (!form.test(text)) return { again: { genuine: false, state: null, place: null, record: null }, refused: false }
    const checked = await client.call(verifyReceipt, { receipt: text })
    if (isProblem(checked)) return { problem: checked }
    const { genuine, record, state, mark } = checked
    const at = recordedAt(record)
    if (!genuine || at === null) return { again: { genuine, record, state, place: null }, refused: false }
    const place = await client.call(proveMark, { organisation: keeper, mark, at })
    return isProblem(place) ? { problem: place } : { again: { genuine, record, state, place }, refused: false }
  },
  view: (_, ui, left) => (
    <>
      <Back href={addresses.verify}>{ui.t('verify.title')}</Back>
      <h1>{ui.t('verify-receipt.title')}</h1>
      {left === null || 'mistake' in left ? (
        <>
          <p className="lead">{ui.t('verify-receipt.lead')}</p>
          <form method="post" encType="multipart/form-data" className="form above">
            <input type="hidden" name="_form" value={ui.visitor.formToken} />
            <TextAreaField
              name="receipt"
              label={ui.t('verify-receipt.text')}
              hint={ui.t('verify-receipt.text.hint')}
              maxLength={longest}
              mistake={left === null ? undefined : ui.t('verify-receipt.mistake')}
              mistakeWord={ui.t('verify-file.mistake.word')}
            />
            <FileField
              name="file"
              label={ui.t('verify-receipt.file')}
              hint={ui.t('verify-receipt.file.hint')}
              optional={ui.t('verify-file.optional')}
            />
            <Actions>
              <Button>{ui.t('verify-receipt.button')}</Button>
            </Actions>
          </form>
        </>
      ) : (
        <Result found={left} ui={ui} />
      )}
    </>
  ),
})
