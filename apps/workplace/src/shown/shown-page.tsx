import { useQuery } from '@tanstack/react-query'
import { askToShow, listPresentationKinds, type PresentationKind } from '@tereze/credentials/contract'
import type { OutputOf } from '@tereze/operation'
import { ask, BusyButton, commandOf, Failure, Page, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import { PageState } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'
import { AskedPane } from './asked-pane.tsx'
import { shownKey } from './shown-key.ts'

const useCommand = commandOf(shownKey)

/** A question that was made here and now. */
interface Asked {
  readonly kind: PresentationKind
  readonly asked: OutputOf<typeof askToShow>
}

/** What an official may ask people to show from their wallets, at `/shown`: the code to scan, and what was shown. */
export function ShownPage(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const [open, setOpen] = useState<Asked | null>(null)
  const query = useQuery({
    queryKey: [shownKey, 'kinds', organisation],
    queryFn: ({ signal }) => ask(listPresentationKinds, { organisation }, { signal }),
  })
  const items = query.data?.items ?? []
  return (
    <Page title={words.say('shown.title')}>
      <h1>{words.say('shown.title')}</h1>
      <p>{words.say('shown.lead')}</p>
      {query.isPending ? <Waiting lines={4} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.isSuccess && items.length === 0 ? (
        <PageState drawing="empty" title={words.say('shown.none-title')} small>
          <p>{words.say('shown.none-text')}</p>
        </PageState>
      ) : null}
      {open === null ? (
        items.map(kind => <Kind key={kind.kind} kind={kind} made={asked => setOpen({ kind, asked })} />)
      ) : (
        <AskedPane key={open.asked.presentation} {...open} close={() => setOpen(null)} />
      )}
    </Page>
  )
}

function Kind({ kind, made }: { kind: PresentationKind; made: (asked: Asked['asked']) => void }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const command = useCommand(askToShow, made)
  return (
    <section className="pane" aria-labelledby={kind.kind}>
      <h2 id={kind.kind}>{words.pick(kind.title)}</h2>
      <p>{words.pick(kind.purpose)}</p>
      <p className="soft">
        {words.say('shown.what', {
          credential: words.pick(kind.credential),
          claims: kind.claims.map(claim => words.pick(claim)).join(', '),
        })}
      </p>
      {command.isError ? <RefusalNote problem={command.error.problem} /> : null}
      <BusyButton
        className="button"
        busy={command.isPending}
        onClick={() => command.mutate({ organisation, kind: kind.kind })}
      >
        {words.say('shown.ask')}
      </BusyButton>
    </section>
  )
}
