import { useQuery } from '@tanstack/react-query'
import { beginImport, largestFile, listImports, type RegisterDescription } from '@tereze/registers/contract'
import { ask, Failure, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import { PageState, Tag } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useWords } from '../../words/words.ts'
import { useCommand } from '../use-command.ts'
import { registersKey } from '../use-register.ts'
import { LoadPart } from './load-part.tsx'
import { loadTones } from './load-tones.ts'
import { readBase64 } from './read-base64.ts'

const megabyte = 1024 * 1024

/** Files loaded into a register: one is chosen here, mapped, checked and run; earlier ones are listed. */
export function LoadsTab({ described }: { described: RegisterDescription }): ReactNode {
  const [params] = useSearchParams()
  const load = params.get('load')
  return load === null ? <Loads described={described} /> : <LoadPart described={described} load={load} />
}

function Loads({ described }: { described: RegisterDescription }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const { register } = described
  const [, setParams] = useSearchParams()
  const [isTooLarge, setTooLarge] = useState(false)
  const begin = useCommand(beginImport, ({ import: load }) => setParams({ load }))
  const query = useQuery({
    queryKey: [registersKey, 'loads', organisation, register],
    queryFn: ({ signal }) => ask(listImports, { organisation, register }, { signal }),
  })
  const choose = async (file: File | undefined) => {
    setTooLarge(file !== undefined && file.size > largestFile)
    if (file === undefined || file.size > largestFile || file.size === 0) return
    begin.mutate({ organisation, register, name: file.name, content: await readBase64(file) })
  }
  const items = query.data?.items ?? []
  return (
    <>
      <label className="filter">
        <span>{words.say('loads.choose')}</span>
        <input
          className="input"
          type="file"
          accept=".csv,.tsv,.txt,.json,.ndjson,.jsonl,.xlsx,.parquet"
          disabled={begin.isPending}
          onChange={event => void choose(event.currentTarget.files?.[0])}
        />
      </label>
      <p className="soft">{words.say('loads.hint', { megabytes: largestFile / megabyte })}</p>
      {begin.isPending ? <p aria-live="polite">{words.say('loads.sending')}</p> : null}
      {isTooLarge ? (
        <p className="note" role="alert">
          {words.say('loads.too-large', { megabytes: largestFile / megabyte })}
        </p>
      ) : null}
      {begin.error ? <RefusalNote problem={begin.error.problem} /> : null}
      {query.isPending ? <Waiting lines={4} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.isSuccess && items.length === 0 ? (
        <PageState drawing="empty" title={words.say('loads.none-title')} small>
          <p>{words.say('loads.none-text')}</p>
        </PageState>
      ) : null}
      {items.length === 0 ? null : (
        <table className="table-cards tasks" aria-label={words.say('registers.tab.loads')}>
          <thead>
            <tr>
              <th scope="col">{words.say('loads.file')}</th>
              <th scope="col">{words.say('loads.begun')}</th>
              <th scope="col">{words.say('registers.state')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(item => (
              <tr key={item.import}>
                <th scope="row">
                  <Link to={`?load=${item.import}`}>{item.name}</Link>
                </th>
                <td data-label={words.say('loads.begun')}>{words.moment(item.startedAt, { short: true })}</td>
                <td data-label={words.say('registers.state')}>
                  <Tag tone={loadTones[item.state]}>{words.say(`loads.state.${item.state}`)}</Tag>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
