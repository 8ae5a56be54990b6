import { useQuery } from '@tanstack/react-query'
import { listMerges, undoMerge } from '@tereze/registers/contract'
import { ask } from '@tereze/ui-app'
import { type ReactNode, useState } from 'react'
import { ReasonDialog } from '../operator/reason-dialog.tsx'
import { useWords } from '../words/words.ts'
import { useCommand } from './use-command.ts'
import { registersKey } from './use-register.ts'

/** The merges that a record had part in; one that holds can be undone. Nothing where there are none. */
export function MergesPart(of: {
  place: { readonly organisation: string; readonly register: string; readonly record: string }
  mayMerge: boolean
}): ReactNode {
  const words = useWords()
  const [undoing, setUndoing] = useState<string | null>(null)
  const query = useQuery({
    queryKey: [registersKey, 'merges', of.place.register, of.place.record],
    queryFn: ({ signal }) => ask(listMerges, of.place, { signal }),
  })
  const undo = useCommand(undoMerge, () => setUndoing(null))
  const merges = query.data?.items ?? []
  if (merges.length === 0) return null
  return (
    <section className="pane" aria-label={words.say('registers.merges')}>
      <h2>{words.say('registers.merges')}</h2>
      <ol className="register-history">
        {merges.map(({ merge, reason, mergedAt, moved, undoneAt }) => (
          <li key={merge}>
            <p>{reason}</p>
            <p className="source">
              {words.moment(mergedAt, { short: true })} · {words.say('registers.moved', { count: moved })}
            </p>
            {undoneAt === null ? null : (
              <p className="soft">{words.say('registers.undone', { at: words.moment(undoneAt, { short: true }) })}</p>
            )}
            {undoneAt === null && of.mayMerge ? (
              <button type="button" className="button button-quiet" onClick={() => setUndoing(merge)}>
                {words.say('registers.undo')}
              </button>
            ) : null}
          </li>
        ))}
      </ol>
      {undoing === null ? null : (
        <ReasonDialog
          title={words.say('registers.undo-title')}
          action={words.say('registers.undo')}
          busy={undo.isPending}
          problem={undo.error?.problem ?? null}
          close={() => setUndoing(null)}
          confirm={reason => undo.mutate({ organisation: of.place.organisation, merge: undoing, reason })}
        >
          <p>{words.say('registers.undo-text')}</p>
        </ReasonDialog>
      )}
    </section>
  )
}
