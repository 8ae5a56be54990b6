import { useQuery } from '@tanstack/react-query'
import {
  cancelImport,
  getImport,
  getRefusedRows,
  type Import,
  type RegisterDescription,
  runImport,
} from '@tereze/registers/contract'
import { ask, BusyButton, client, Failure, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import { isProblem } from '@tereze/ui-client'
import { Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWords } from '../../words/words.ts'
import { useCommand } from '../use-command.ts'
import { registersKey } from '../use-register.ts'
import { LoadRows } from './load-rows.tsx'
import { loadTones } from './load-tones.ts'
import { MappingForm } from './mapping-form.tsx'
import { saveFile } from './save-file.ts'
import { ToldTopics } from './told-topics.tsx'

/** How often progress is asked for while a load moves, milliseconds. */
const look = 1_000
const moves: readonly string[] = ['reading', 'checking', 'running']

/** One load: how its columns are mapped, what a check says of each row, how far it is, what came of it. */
export function LoadPart({ described, load }: { described: RegisterDescription; load: string }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const query = useQuery({
    queryKey: [registersKey, 'load', organisation, load],
    queryFn: ({ signal }) => ask(getImport, { organisation, import: load }, { signal }),
    refetchInterval: ({ state }) => (moves.includes(state.data?.state ?? '') ? look : false),
  })
  return (
    <>
      <p className="back-line">
        <Link to={`/registers/${described.register}/loads`}>{words.say('loads.all')}</Link>
      </p>
      {query.isPending ? <Waiting lines={6} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.data === undefined ? null : <Load described={described} shown={query.data} />}
    </>
  )
}

function Load({ described, shown }: { described: RegisterDescription; shown: Import }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const given = { organisation, import: shown.import }
  const run = useCommand(runImport)
  const cancel = useCommand(cancelImport)
  const { state } = shown
  const good = shown.added + shown.changed
  const save = async () => {
    const file = await client.call(getRefusedRows, given)
    if (!isProblem(file)) saveFile(file.name, file.content, 'text/csv;charset=utf-8')
  }
  const isLooked = state === 'checked' || state === 'done'
  return (
    <section className="load" aria-label={shown.name}>
      <h3>
        {shown.name} <Tag tone={loadTones[state]}>{words.say(`loads.state.${state}`)}</Tag>
      </h3>
      <p className="soft" aria-live="polite">
        {words.say('loads.progress', { looked: shown.looked, total: shown.total })}
      </p>
      {moves.includes(state) ? (
        <progress value={shown.looked} max={Math.max(shown.total, 1)} aria-label={words.say('loads.how-far')} />
      ) : null}
      {shown.fault === null ? null : (
        <p className="note" role="alert">
          {words.pick(shown.fault.says)}
        </p>
      )}
      {isLooked ? (
        <p>
          {words.say(state === 'done' ? 'loads.came' : 'loads.would', {
            added: shown.added,
            changed: shown.changed,
            same: shown.same,
            refused: shown.refused,
          })}
        </p>
      ) : null}
      {run.error ? <RefusalNote problem={run.error.problem} /> : null}
      {cancel.error ? <RefusalNote problem={cancel.error.problem} /> : null}
      <div className="actions">
        {state === 'checked' && good > 0 ? (
          <BusyButton className="button" busy={run.isPending} onClick={() => run.mutate(given)}>
            {words.say('loads.run', { count: good })}
          </BusyButton>
        ) : null}
        {isLooked && shown.refused > 0 ? (
          <button type="button" className="button button-quiet" onClick={() => void save()}>
            {words.say('loads.save-refused')}
          </button>
        ) : null}
        {state === 'done' || state === 'failed' || state === 'cancelled' ? null : (
          <BusyButton className="button button-quiet" busy={cancel.isPending} onClick={() => cancel.mutate(given)}>
            {words.say('loads.cancel')}
          </BusyButton>
        )}
      </div>
      {shown.endedAt === null ? null : <ToldTopics described={described} shown={shown} />}
      {isLooked ? <LoadRows described={described} shown={shown} /> : null}
      {(state === 'read' || state === 'checked') && shown.settings !== null ? (
        <MappingForm described={described} shown={shown} settings={shown.settings} />
      ) : null}
    </section>
  )
}
