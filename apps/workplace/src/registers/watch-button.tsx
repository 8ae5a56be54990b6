import { useQuery } from '@tanstack/react-query'
import { type Criterion, endWatch, listWatches, watchRecords } from '@tereze/registers/contract'
import { ask, BusyButton, RefusalNote, useSession } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { useCommand } from './use-command.ts'
import { registersKey } from './use-register.ts'

/** What is watched: one record, or what fits a search. */
export type Watched =
  | { readonly register: string; readonly record: string }
  | { readonly register: string; readonly where: Readonly<Record<string, Criterion>> }

/** Asks to be told of a record or a search, or not any more; in a register that tells of nothing the platform says so. */
export function WatchButton({ watched }: { watched: Watched }): ReactNode {
  const { say } = useWords()
  const { organisation } = useSession()
  const query = useQuery({
    queryKey: [registersKey, 'watches', organisation],
    queryFn: ({ signal }) => ask(listWatches, { organisation }, { signal }),
  })
  const begin = useCommand(watchRecords)
  const end = useCommand(endWatch)
  const same = JSON.stringify('record' in watched ? watched.record : watched.where)
  const open = query.data?.items.find(
    one =>
      one.state === 'open' &&
      one.register === watched.register &&
      JSON.stringify('record' in watched ? one.record : one.where) === same,
  )
  const problem = begin.error?.problem ?? end.error?.problem ?? null
  return (
    <div className="watch">
      <BusyButton
        className="button button-quiet"
        busy={begin.isPending || end.isPending}
        onClick={() =>
          open === undefined
            ? begin.mutate({
                organisation,
                register: watched.register,
                ...('record' in watched ? { record: watched.record } : { where: { ...watched.where } }),
              })
            : end.mutate({ organisation, watch: open.watch })
        }
      >
        {open !== undefined ? say('watches.end') : say('record' in watched ? 'watches.record' : 'watches.search')}
      </BusyButton>{' '}
      <span role="status" className="soft">
        {begin.isSuccess && open !== undefined ? say('watches.told') : ''}
      </span>
      {problem === null ? null : <RefusalNote problem={problem} />}
    </div>
  )
}
