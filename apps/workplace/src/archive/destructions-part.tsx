import { useQuery } from '@tanstack/react-query'
import { type DestructionCard, dropDestruction, listDestructions, signDestruction } from '@tereze/cases/contract'
import { ask, BusyButton, Failure, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import { PageState, Tag, type Tone } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { ReasonDialog } from '../operator/reason-dialog.tsx'
import { useWords } from '../words/words.ts'
import { ActCases } from './act-cases.tsx'
import { archiveKey, useCommand } from './use-command.ts'

const tones: Readonly<Record<DestructionCard['state'], Tone>> = {
  draft: 'you',
  signed: 'moving',
  done: 'done',
  dropped: 'later',
}

/** Acts of destruction, newest first: read, signed by two, taken back, printed. */
export function DestructionsPart(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const query = useQuery({
    queryKey: [archiveKey, 'acts', organisation],
    queryFn: ({ signal }) => ask(listDestructions, { organisation }, { signal }),
  })
  return (
    <section aria-labelledby="acts">
      <h2 id="acts">{words.say('archive.acts')}</h2>
      {query.isPending ? <Waiting lines={3} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.data?.items.length === 0 ? (
        <PageState drawing="empty" title={words.say('archive.no-acts-title')} small heading="h3">
          <p>{words.say('archive.no-acts-text')}</p>
        </PageState>
      ) : null}
      {query.data?.items.map(act => (
        <Act key={act.destruction} act={act} />
      ))}
    </section>
  )
}

function Act({ act }: { act: DestructionCard }): ReactNode {
  const words = useWords()
  const { organisation, id } = useSession()
  const [isDropping, setDropping] = useState(false)
  const [isSure, setSure] = useState(false)
  const { destruction, state } = act
  const sign = useCommand(signDestruction, () => setSure(false))
  const drop = useCommand(dropDestruction, () => setDropping(false))
  const isOpen = state === 'draft' || state === 'signed'
  const isMine = act.first?.official === id
  const isLast = act.first !== null
  const who = (key: 'archive.drafted-by' | 'archive.signed-by', by: DestructionCard['drafted']) =>
    words.say(key, {
      name: by.official === id ? words.say('archive.you') : by.name === null ? by.official : words.name(by.name),
      at: words.moment(by.at, { short: true }),
    })
  return (
    <article className="pane archive-act" aria-label={words.say('archive.act', { count: act.cases })}>
      <p>
        <strong>{words.say('archive.act', { count: act.cases })}</strong>{' '}
        <Tag tone={tones[state]}>{words.say(`archive.act.${state}`)}</Tag>
      </p>
      <ul className="archive-signatures">
        <li>{who('archive.drafted-by', act.drafted)}</li>
        {act.first === null ? null : <li>{who('archive.signed-by', act.first)}</li>}
        {act.second === null ? null : <li>{who('archive.signed-by', act.second)}</li>}
        {act.droppedBecause === null ? null : <li>{act.droppedBecause}</li>}
      </ul>
      <ActCases destruction={destruction} />
      {act.paper === null ? null : (
        <p>
          <a href={`/documents/${act.paper.document}/file.pdf`} target="_blank" rel="noreferrer">
            {words.say('archive.paper')}
          </a>{' '}
          <span className="soft">{act.paper.reference}</span>
        </p>
      )}
      {isOpen && isMine ? <p className="soft">{words.say('archive.another-signs')}</p> : null}
      {isOpen && !isMine && isLast ? (
        <label className="archive-check">
          <input type="checkbox" checked={isSure} onChange={event => setSure(event.currentTarget.checked)} />
          <span>{words.say('archive.sure', { count: act.cases })}</span>
        </label>
      ) : null}
      {isOpen ? (
        <p className="actions">
          {isMine ? null : (
            <BusyButton
              className="button"
              busy={sign.isPending}
              disabled={isLast && !isSure}
              onClick={() => sign.mutate({ organisation, destruction })}
            >
              {words.say(isLast ? 'archive.sign-and-destroy' : 'archive.sign')}
            </BusyButton>
          )}
          <button type="button" className="button button-quiet" onClick={() => setDropping(true)}>
            {words.say('archive.take-back')}
          </button>
        </p>
      ) : null}
      {sign.error ? <RefusalNote problem={sign.error.problem} /> : null}
      {isDropping ? (
        <ReasonDialog
          title={words.say('archive.take-back-title')}
          action={words.say('archive.take-back')}
          hint={words.say('archive.take-back-hint')}
          busy={drop.isPending}
          problem={drop.error?.problem ?? null}
          close={() => setDropping(false)}
          confirm={reason => drop.mutate({ organisation, destruction, reason: reason.slice(0, 500) })}
        />
      ) : null}
    </article>
  )
}
