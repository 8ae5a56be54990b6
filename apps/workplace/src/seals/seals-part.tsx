import { useQuery } from '@tanstack/react-query'
import { listSeals, renewSeal, revokeSeal, type SealShown } from '@tereze/signatures/contract'
import { ask, BusyButton, Failure, RefusalNote, useOrganisations, useSession, Waiting } from '@tereze/ui-app'
import { Callout, PageState, Table, Tag, type Tone } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { ReasonDialog } from '../operator/reason-dialog.tsx'
import { useWords } from '../words/words.ts'
import { CertificateCell } from './certificate-cell.tsx'
import { findSeals } from './find-seals.ts'
import { titleOf } from './titles.ts'
import { sealsKey, useCommand } from './use-command.ts'
import { UsesCount } from './uses-count.tsx'
import { UsesPart } from './uses-part.tsx'

const tones: Readonly<Record<SealShown['state'], Tone>> = {
  'in-force': 'done',
  'ends-soon': 'you',
  replaced: 'later',
  expired: 'later',
  revoked: 'no',
}

function State({ seal }: { seal: SealShown }): ReactNode {
  const words = useWords()
  const { state, revokedAt, revokedBecause } = seal
  return (
    <>
      <Tag tone={tones[state]}>{words.say(`seals.state.${state}`)}</Tag>
      <span className="source">
        {state === 'revoked'
          ? words.say('seals.revoked-on', {
              moment: revokedAt === null ? '' : words.moment(revokedAt),
              reason: revokedBecause ?? '',
            })
          : words.say(`seals.means.${state}`)}
      </span>
    </>
  )
}

/** Certificates of the organisation's seal: searched, renewed before their end, revoked with a reason and a signature. */
export function SealsPart(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const organisations = useOrganisations()
  const [search, setSearch] = useState('')
  const [revoking, revokeOne] = useState<SealShown | null>(null)
  const [looked, lookAt] = useState<string | null>(null)
  const query = useQuery({
    queryKey: [sealsKey, organisation],
    queryFn: ({ signal }) => ask(listSeals, { organisation }, { signal }),
  })
  const renew = useCommand(renewSeal)
  const revoke = useCommand(
    revokeSeal,
    () => revokeOne(null),
    ({ serial, reason }) => ({
      title: titleOf('seals.signed-title'),
      lines: [
        { label: words.say('seals.line.organisation'), value: organisations(organisation) },
        { label: words.say('seals.line.serial'), value: serial },
        { label: words.say('seals.line.reason'), value: reason },
      ],
    }),
  )
  const items = query.data?.items ?? []
  const found = findSeals(items, search)
  const opened = items.find(({ serial }) => serial === looked)
  return (
    <section aria-labelledby="seals-own">
      <h2 id="seals-own">{words.say('seals.own')}</h2>
      {query.isPending ? <Waiting lines={4} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.isSuccess && items.length === 0 ? (
        <PageState drawing="empty" title={words.say('seals.none-title')} small heading="h3">
          <p>{words.say('seals.none-text')}</p>
        </PageState>
      ) : null}
      {renew.error ? <RefusalNote problem={renew.error.problem} /> : null}
      {renew.isSuccess ? (
        <Callout tone="done" title={words.say('seals.renewed', { until: words.day(renew.data.until) })} live />
      ) : null}
      {revoke.isSuccess ? <Callout tone="done" title={words.say('seals.revoked')} live /> : null}
      {items.length === 0 ? null : (
        <label className="field seals-search">
          <span>{words.say('seals.search')}</span>
          <input className="input" type="search" value={search} onChange={event => setSearch(event.target.value)} />
        </label>
      )}
      {items.length > 0 && found.length === 0 ? <p role="status">{words.say('seals.found-none')}</p> : null}
      {found.length === 0 ? null : (
        <Table
          caption={words.say('seals.own')}
          captionHidden
          columns={[
            { key: 'certificate', head: words.say('seals.certificate') },
            { key: 'authority', head: words.say('seals.authority') },
            { key: 'term', head: words.say('seals.term') },
            { key: 'state', head: words.say('seals.state') },
          ]}
          rows={found.map(seal => {
            const { serial, state } = seal
            const isPresent = state === 'in-force' || state === 'ends-soon'
            return {
              key: serial,
              cells: [
                <CertificateCell key="certificate" of={seal} />,
                seal.authority,
                words.say('seals.between', { from: words.day(seal.from), until: words.day(seal.until) }),
                <>
                  <State seal={seal} />
                  <span className="seals-deeds">
                    <button
                      type="button"
                      className="button button-quiet button-small"
                      aria-label={words.say('seals.uses-whose', { serial })}
                      aria-expanded={looked === serial}
                      onClick={() => lookAt(looked === serial ? null : serial)}
                    >
                      {words.say('seals.uses')}
                    </button>
                    {isPresent ? (
                      <BusyButton
                        className="button button-quiet button-small"
                        aria-label={words.say('seals.renew-whose', { serial })}
                        busy={renew.isPending}
                        onClick={() => renew.mutate({ organisation, serial })}
                      >
                        {words.say('seals.renew')}
                      </BusyButton>
                    ) : null}
                    {isPresent || state === 'replaced' ? (
                      <button
                        type="button"
                        className="button button-quiet button-small"
                        aria-label={words.say('seals.revoke-whose', { serial })}
                        onClick={() => {
                          revoke.reset()
                          revokeOne(seal)
                        }}
                      >
                        {words.say('seals.revoke')}
                      </button>
                    ) : null}
                  </span>
                </>,
              ],
            }
          })}
        />
      )}
      {opened === undefined ? null : <UsesPart seal={opened} close={() => lookAt(null)} />}
      {revoking === null ? null : (
        <ReasonDialog
          title={words.say('seals.revoke-title')}
          action={words.say('seals.revoke')}
          hint={words.say('seals.revoke-hint')}
          busy={revoke.isPending}
          problem={revoke.error?.problem ?? null}
          close={() => revokeOne(null)}
          confirm={reason => revoke.mutate({ organisation, serial: revoking.serial, reason: reason.slice(0, 500) })}
        >
          <p>{words.say('seals.revoke-text')}</p>
          <p>
            <strong>
              <UsesCount of={revoking.uses} />
            </strong>
          </p>
        </ReasonDialog>
      )}
    </section>
  )
}
