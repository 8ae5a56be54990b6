import { useQuery } from '@tanstack/react-query'
import { listOrganisations } from '@tereze/catalogue/contract'
import { describeRegister, findRecords, listRegisters, type RegisterDescription } from '@tereze/registers/contract'
import { ask, Failure, useSession, Waiting } from '@tereze/ui-app'
import { Facts, PageState } from '@tereze/ui-components'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Criterion } from '../registers/criterion.tsx'
import { fieldName, fieldValue, rowsOf } from '../registers/register-words.ts'
import { WithheldNote } from '../registers/withheld-note.tsx'
import { useWords } from '../words/words.ts'
import { rightsKey } from './use-command.ts'

/** Whoever needs more than so many records is not helping one person. */
const most = 5

/** Looks into the registers of any organisation while an emergency runs: what each opens for one, and nothing else. */
export function EmergencySearch(): ReactNode {
  const words = useWords()
  const session = useSession()
  const [over, setOver] = useState(session.organisation)
  const [chosen, setChosen] = useState('')
  const organisations = useQuery({
    queryKey: ['organisations'],
    queryFn: ({ signal }) => ask(listOrganisations, {}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const registers = useQuery({
    queryKey: [rightsKey, 'emergency-registers', over],
    queryFn: ({ signal }) => ask(listRegisters, { organisation: over, emergency: true }, { signal }),
  })
  const open = registers.data?.items.filter(({ may }) => may.includes('search')) ?? []
  const register = open.find(one => one.register === chosen)?.register ?? open[0]?.register
  return (
    <section aria-label={words.say('rights.search')}>
      <h3>{words.say('rights.search')}</h3>
      <div className="exchange-form">
        <label className="field">
          <span>{words.say('rights.over')}</span>
          <select className="input" value={over} onChange={event => setOver(event.target.value)}>
            {(organisations.data?.items ?? []).map(({ id, name }) => (
              <option key={id} value={id}>
                {words.pick(name)}
              </option>
            ))}
          </select>
        </label>
        {open.length < 2 ? null : (
          <label className="field">
            <span>{words.say('rights.register')}</span>
            <select className="input" value={register} onChange={event => setChosen(event.target.value)}>
              {open.map(one => (
                <option key={one.register} value={one.register}>
                  {words.pick(one.title)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {registers.isPending ? <Waiting lines={3} /> : null}
      {registers.isError ? (
        <Failure problem={registers.error.problem} again={() => void registers.refetch()} small />
      ) : null}
      {registers.isSuccess && register === undefined ? (
        <p className="soft">{words.say('rights.nothing-open')}</p>
      ) : null}
      {register === undefined ? null : (
        <InRegister key={`${over} ${register}`} organisation={over} register={register} />
      )}
    </section>
  )
}

function InRegister({ organisation, register }: { organisation: string; register: string }): ReactNode {
  const words = useWords()
  const [where, setWhere] = useState<Record<string, string> | null>(null)
  const described = useQuery({
    queryKey: [rightsKey, 'emergency-register', organisation, register],
    queryFn: ({ signal }) => ask(describeRegister, { organisation, register, emergency: true }, { signal }),
  })
  const found = useQuery({
    queryKey: [rightsKey, 'emergency-records', organisation, register, where],
    enabled: where !== null,
    queryFn: ({ signal }) =>
      ask(findRecords, { organisation, register, where: where ?? {}, limit: most, emergency: true }, { signal }),
    // Each look is one of its own, with a line of its own in the log.
    staleTime: 0,
    gcTime: 0,
  })
  if (described.isPending) return <Waiting lines={3} />
  if (described.isError)
    return <Failure problem={described.error.problem} again={() => void described.refetch()} small />
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = [...new FormData(event.currentTarget)].flatMap(([name, value]) =>
      typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()] as const] : [],
    )
    setWhere(given.length === 0 ? null : Object.fromEntries(given))
  }
  const columns = described.data.columns.filter(({ type, values }) => type !== 'boolean' && values === null)
  return (
    <>
      <form className="register-search pane" onSubmit={search}>
        {columns.map(column => (
          <Criterion key={column.name} column={column} described={described.data} value="" />
        ))}
        <div className="actions">
          <button type="submit" className="button">
            {words.say('rights.search-now')}
          </button>
        </div>
      </form>
      {found.isFetching ? <Waiting lines={4} /> : null}
      {found.isError ? <Failure problem={found.error.problem} again={() => void found.refetch()} small /> : null}
      {found.data?.items.length === 0 ? (
        <PageState drawing="empty" title={words.say('registers.nothing-title')} small heading="h3">
          <p>{words.say('registers.nothing-text')}</p>
        </PageState>
      ) : null}
      {found.data?.items.map(({ record, data, withheld }) => (
        <article key={record} className="pane">
          <Content described={described.data} data={data} />
          <WithheldNote described={described.data} withheld={withheld} />
        </article>
      ))}
    </>
  )
}

function Content({ described, data }: { described: RegisterDescription; data: unknown }): ReactNode {
  const words = useWords()
  const lines = rowsOf(data).flatMap(({ pointer, value }) => {
    const shown = fieldValue(described, pointer, value, words)
    return shown === null ? [] : [{ key: pointer, label: fieldName(described, pointer, words), value: shown }]
  })
  return <Facts lines={lines} wide />
}
