import { useQuery } from '@tanstack/react-query'
import { listCertificates, type MemberCertificate, revokeCertificate, rotateKey } from '@tereze/exchange/contract'
import { ask, BusyButton, Failure, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import { Callout, PageState, Table, Tag, type Tone } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { ReasonDialog } from '../operator/reason-dialog.tsx'
import { useWords } from '../words/words.ts'
import { AuthoritiesPart } from './authorities-part.tsx'
import { AuthorityPart } from './authority-part.tsx'
import { ImportForm, IssueForm } from './certify-forms.tsx'
import { checkWords } from './check-words.ts'
import { ExchangePage } from './exchange-page.tsx'
import { exchangeKey, useCommand } from './use-command.ts'

const tones: Readonly<Record<MemberCertificate['state'], Tone>> = {
  good: 'done',
  'ends-soon': 'you',
  expired: 'no',
  'not-yet-valid': 'later',
  revoked: 'no',
  untrusted: 'no',
  unknown: 'you',
}

/** Certificates at `/exchange/certificates`: with what the organisation's systems sign, until when; given, renewed and taken back here. */
export function CertificatesPage(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const [revoking, revokeOne] = useState<MemberCertificate | null>(null)
  const query = useQuery({
    queryKey: [exchangeKey, 'certificates', organisation],
    queryFn: ({ signal }) => ask(listCertificates, { organisation }, { signal }),
  })
  const revoke = useCommand(revokeCertificate, () => revokeOne(null))
  const rotate = useCommand(rotateKey)
  const items = query.data?.items ?? []
  const nameOf = ({ system }: MemberCertificate) => system ?? words.say('certificates.kept-here')
  return (
    <ExchangePage tab="certificates">
      <p>{words.say('certificates.lead')}</p>
      <AuthorityPart />
      <IssueForm organisation={organisation} />
      <ImportForm organisation={organisation} />
      {query.isPending ? <Waiting lines={6} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.isSuccess && items.length === 0 ? (
        <PageState drawing="empty" title={words.say('certificates.none-title')} small>
          <p>{words.say('certificates.none-text')}</p>
        </PageState>
      ) : null}
      {rotate.error ? <RefusalNote problem={rotate.error.problem} /> : null}
      {rotate.isSuccess ? <Callout tone="done" title={words.say('certificates.renewed')} live /> : null}
      {items.length === 0 ? null : (
        <Table
          caption={words.say('exchange.tab.certificates')}
          captionHidden
          columns={[
            { key: 'system', head: words.say('certificates.system') },
            { key: 'authority', head: words.say('certificates.authority') },
            { key: 'term', head: words.say('exchange.access.term') },
            { key: 'state', head: words.say('exchange.access.state') },
          ]}
          rows={items.map(one => {
            const isLive = one.state === 'good' || one.state === 'ends-soon' || one.state === 'unknown'
            return {
              key: `${one.authority} ${one.serial}`,
              cells: [
                <>
                  {nameOf(one)}
                  <span className="source">{words.say('certificates.serial', { serial: one.serial })}</span>
                </>,
                one.authority,
                words.say('exchange.access.between', { from: words.day(one.from), until: words.day(one.until) }),
                <>
                  <Tag tone={tones[one.state]}>{words.say(`certificates.state.${one.state}`)}</Tag>
                  {one.why === null ? null : <span className="source">{one.why}</span>}
                  {one.check === null ? null : <span className="source">{checkWords(one.check, words)}</span>}
                  {isLive && one.system === null ? (
                    <BusyButton
                      className="button button-quiet button-small"
                      busy={rotate.isPending}
                      onClick={() => rotate.mutate({ organisation })}
                    >
                      {words.say('certificates.renew')}
                    </BusyButton>
                  ) : null}
                  {isLive ? (
                    <button
                      type="button"
                      className="button button-quiet button-small"
                      aria-label={words.say('certificates.revoke-whose', { system: nameOf(one) })}
                      onClick={() => revokeOne(one)}
                    >
                      {words.say('certificates.revoke')}
                    </button>
                  ) : null}
                </>,
              ],
            }
          })}
        />
      )}
      <AuthoritiesPart />
      {revoking === null ? null : (
        <ReasonDialog
          title={words.say('certificates.revoke-title')}
          action={words.say('certificates.revoke')}
          hint={words.say('exchange.reason-hint')}
          busy={revoke.isPending}
          problem={revoke.error?.problem ?? null}
          close={() => revokeOne(null)}
          confirm={reason => revoke.mutate({ organisation, serial: revoking.serial, reason: reason.slice(0, 500) })}
        >
          <p>
            {words.say(revoking.system === null ? 'certificates.revoke-own-text' : 'certificates.revoke-text', {
              system: nameOf(revoking),
            })}
          </p>
        </ReasonDialog>
      )}
    </ExchangePage>
  )
}
