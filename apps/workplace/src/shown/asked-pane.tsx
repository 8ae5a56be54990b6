import { useQuery } from '@tanstack/react-query'
import { type askToShow, getPresentation, type PresentationKind } from '@tereze/credentials/contract'
import type { OutputOf } from '@tereze/operation'
import { ask, Failure, useOrganisations, useSession } from '@tereze/ui-app'
import { Facts, QrCode, Verdict } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { valueLines } from '../case/value-lines.ts'
import { useWords } from '../words/words.ts'
import { shownKey } from './shown-key.ts'

/** How often it is looked whether the wallet has answered, milliseconds. */
const lookEvery = 1_500

type Answer = OutputOf<typeof getPresentation>

/** One question to a wallet: the code while it is open, and then what was shown. */
export function AskedPane(props: {
  kind: PresentationKind
  asked: OutputOf<typeof askToShow>
  close: () => void
}): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const { kind, asked, close } = props
  const query = useQuery({
    queryKey: [shownKey, 'asked', asked.presentation],
    queryFn: ({ signal }) => ask(getPresentation, { organisation, presentation: asked.presentation }, { signal }),
    refetchInterval: ({ state }) => (state.data === undefined || state.data.status === 'asked' ? lookEvery : false),
    staleTime: 0,
  })
  const status = query.data?.status ?? 'asked'
  return (
    <section className="pane" aria-labelledby="asked">
      <h2 id="asked">{words.pick(kind.title)}</h2>
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {status === 'asked' ? (
        <>
          <p>{words.say('shown.scan')}</p>
          <QrCode text={asked.link} label={words.say('shown.code')}>
            <a href={asked.link}>{words.say('shown.open')}</a>
          </QrCode>
        </>
      ) : null}
      <div role="status">
        {status === 'asked' ? (
          <p className="soft">{words.say('shown.waiting', { at: words.moment(asked.expiresAt) })}</p>
        ) : (
          query.data !== undefined && <Result answer={query.data} />
        )}
      </div>
      <button type="button" className="button button-quiet" onClick={close}>
        {words.say(status === 'asked' ? 'shown.close' : 'shown.another')}
      </button>
    </section>
  )
}

function Result({ answer }: { answer: Answer }): ReactNode {
  const words = useWords()
  const nameOf = useOrganisations()
  const { status, fault, credential, answeredAt } = answer
  const line = (label: string, value: string) => ({ key: label, label, value })
  return (
    <>
      <Verdict yes={status === 'shown'}>
        {words.say(fault === null ? `shown.status.${status}` : `shown.fault.${fault}`)}
      </Verdict>
      {credential === null || status !== 'shown' ? null : (
        <Facts
          wide
          lines={[
            ...credential.claims.map(({ label, value }) =>
              line(words.pick(label), valueLines(value, '', words).join(' · ')),
            ),
            line(words.say('shown.issuer'), nameOf(credential.organisation ?? '')),
            ...(credential.expiresAt === null
              ? []
              : [line(words.say('shown.until'), words.moment(credential.expiresAt))]),
            ...(answeredAt === null ? [] : [line(words.say('shown.answered'), words.moment(answeredAt))]),
          ]}
        />
      )}
    </>
  )
}
