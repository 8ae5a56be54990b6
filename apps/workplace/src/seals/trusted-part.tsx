import { useQuery } from '@tanstack/react-query'
import { type AuthorityShown, listTrusted } from '@tereze/signatures/contract'
import { ask, Failure, useSession, Waiting } from '@tereze/ui-app'
import { Table } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { AddedPart } from './added-part.tsx'
import { CertificateCell } from './certificate-cell.tsx'
import { ProposeForm } from './propose-form.tsx'
import { SucceedPart } from './succeed-part.tsx'
import { sealsKey } from './use-command.ts'

/** Whose certificates are believed here, and which clocks say the time of a signature. The operator's officials decide on them. */
export function TrustedPart(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const query = useQuery({
    queryKey: [sealsKey, 'trusted', organisation],
    queryFn: ({ signal }) => ask(listTrusted, { organisation }, { signal }),
  })
  if (query.isPending) return <Waiting lines={4} />
  if (query.isError) return <Failure problem={query.error.problem} again={() => void query.refetch()} small />
  const { own, earlier, begunBecause, authorities, added, jurisdictions, clocks } = query.data
  const isOperator = organisation === 'platform'
  const row = (one: AuthorityShown, level: ReactNode, place: string) => ({
    key: `${place} ${one.fingerprint}`,
    cells: [
      <CertificateCell key="certificate" of={one} />,
      level,
      words.say('seals.between', { from: words.day(one.from), until: words.day(one.until) }),
    ],
  })
  const present = (
    <>
      {words.say('seals.level.own')}
      {begunBecause === null ? null : (
        <span className="source">{words.say('seals.begun-because', { reason: begunBecause })}</span>
      )}
    </>
  )
  const rows = [
    ...(own === null ? [] : [row(own, present, 'own')]),
    ...earlier.map(one => row(one, words.say('seals.level.earlier'), 'own')),
    ...authorities.map(one => row(one, words.say(`seals.level.${one.level}`), one.jurisdiction)),
  ]
  const isAnybodyTrusted = authorities.length > 0 || added.some(({ state }) => state === 'trusted')
  return (
    <>
      <section aria-labelledby="seals-trusted">
        <h2 id="seals-trusted">{words.say('seals.trusted')}</h2>
        <p className="soft">{words.say('seals.trusted-lead')}</p>
        {isAnybodyTrusted ? null : <p>{words.say('seals.trusted-none')}</p>}
        {rows.length === 0 ? null : (
          <Table
            caption={words.say('seals.trusted')}
            captionHidden
            columns={[
              { key: 'whose', head: words.say('seals.whose') },
              { key: 'level', head: words.say('seals.level') },
              { key: 'term', head: words.say('seals.term') },
            ]}
            rows={rows}
          />
        )}
        {isOperator && own !== null ? <SucceedPart own={own} /> : null}
      </section>
      <AddedPart added={added} jurisdictions={jurisdictions} mayDecide={isOperator}>
        {isOperator ? <ProposeForm jurisdictions={jurisdictions} /> : null}
      </AddedPart>
      <section aria-labelledby="seals-clocks">
        <h2 id="seals-clocks">{words.say('seals.clocks')}</h2>
        <p>{words.say(clocks.isOutsideFirst ? 'seals.clocks-outside' : 'seals.clocks-own')}</p>
        <p>
          {clocks.own === null
            ? words.say('seals.clock-none')
            : words.say('seals.clock-until', { until: words.day(clocks.own.until) })}
        </p>
      </section>
    </>
  )
}
