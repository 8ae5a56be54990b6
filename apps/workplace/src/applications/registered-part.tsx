import { useQuery } from '@tanstack/react-query'
import type { InputOf, Operation, Text } from '@tereze/operation'
import type { QueryProblem } from '@tereze/ui-app'
import { Failure, Waiting } from '@tereze/ui-app'
import { PageState, Table } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'
import { applicationsKey, useCommand } from './use-command.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** Words of a part of the page. */
export interface PartWords {
  readonly title: string
  readonly lead: string
  readonly noneTitle: string
  readonly noneText: string
  readonly withdrawText: string
}

/** What is registered of one kind, each withdrawn here after one has read what comes of it. */
export function RegisteredPart<Item extends { readonly name: Text }, Withdraw extends Operation>(of: {
  id: string
  words: PartWords
  columns: readonly { readonly key: string; readonly head: string }[]
  list: (signal: AbortSignal) => Promise<{ readonly items: readonly Item[] }>
  keyOf: (item: Item) => string
  cellsOf: (item: Item) => readonly ReactNode[]
  withdraw: Withdraw
  inputOf: (item: Item) => InputOf<Withdraw>
  children: ReactNode
}): ReactNode {
  const words = useWords()
  const [leaving, leave] = useState<Item | null>(null)
  const withdraw = useCommand(of.withdraw, () => leave(null))
  const query = useQuery<{ readonly items: readonly Item[] }, QueryProblem>({
    queryKey: [applicationsKey, of.id],
    queryFn: ({ signal }) => of.list(signal),
  })
  const whose = (item: Item) => words.say('applications.withdraw-whose', { name: words.pick(item.name) })
  return (
    <section aria-labelledby={of.id}>
      <h2 id={of.id}>{of.words.title}</h2>
      <p className="soft">{of.words.lead}</p>
      {query.isPending ? <Waiting lines={4} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.data?.items.length === 0 ? (
        <PageState drawing="empty" title={of.words.noneTitle} small heading="h3">
          <p>{of.words.noneText}</p>
        </PageState>
      ) : null}
      {query.data === undefined || query.data.items.length === 0 ? null : (
        <Table
          caption={of.words.title}
          captionHidden
          columns={[...of.columns, { key: 'deeds', head: words.say('applications.deeds') }]}
          rows={query.data.items.map(item => ({
            key: of.keyOf(item),
            cells: [
              ...of.cellsOf(item),
              <button
                key="withdraw"
                type="button"
                className="button button-quiet button-small"
                aria-label={whose(item)}
                onClick={() => leave(item)}
              >
                {words.say('applications.withdraw')}
              </button>,
            ],
          }))}
        />
      )}
      {of.children}
      {leaving === null ? null : (
        <WithdrawDialog
          title={whose(leaving)}
          text={of.words.withdrawText}
          busy={withdraw.isPending}
          problem={withdraw.error?.problem ?? null}
          close={() => leave(null)}
          confirm={() => withdraw.mutate(of.inputOf(leaving))}
        />
      )}
    </section>
  )
}
