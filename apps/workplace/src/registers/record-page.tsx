import { useQuery } from '@tanstack/react-query'
import {
  getProvenance,
  getRecord,
  inSchemaOrder,
  listVersions,
  type RegisterDescription,
} from '@tereze/registers/contract'
import { ask, Failure, Page, useOrganisations, useSession, Waiting } from '@tereze/ui-app'
import { Facts, Tag } from '@tereze/ui-components'
import type { FormEvent, ReactNode } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { useWords } from '../words/words.ts'
import { endOf } from './end-of.ts'
import { LinksPart } from './links-part.tsx'
import { MergesPart } from './merges-part.tsx'
import { fieldName, fieldValue, rowsOf } from './register-words.ts'
import { originOf, originWords } from './source-words.ts'
import { registersKey, useRegister } from './use-register.ts'
import { WatchButton } from './watch-button.tsx'
import { WithheldNote } from './withheld-note.tsx'

interface Looked {
  readonly asOf?: string
  readonly knownAt?: string
}

/** One record at `/registers/:register/records/:record`: its content with the source of every value, now or as of both times. */
export function RecordPage(): ReactNode {
  const { register = '', record = '' } = useParams()
  const { say } = useWords()
  const { query, described } = useRegister(register)
  if (described !== undefined) return <Described described={described} record={record} />
  return (
    <Page title={say('registers.title')}>
      {query.isError ? (
        <Failure problem={query.error.problem} again={() => void query.refetch()} />
      ) : (
        <Waiting lines={8} />
      )}
    </Page>
  )
}

function Described({ described, record }: { described: RegisterDescription; record: string }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const { register, may } = described
  const [asOf, known] = [params.get('as-of') ?? '', params.get('known') ?? '']
  const at: Looked = {
    ...(asOf === '' ? {} : { asOf }),
    ...(known === '' ? {} : { knownAt: endOf(known) }),
  }
  const isNow = asOf === '' && known === ''
  const place = { organisation, register, record }
  const query = useQuery({
    queryKey: [registersKey, 'record', register, record, at],
    queryFn: ({ signal }) => ask(getRecord, { ...place, ...at }, { signal }),
  })
  const asks = may.includes('request') || may.includes('correct')
  const changeAddress = `/registers/${register}/records/${record}/change`
  useShortcuts({ e: () => (asks && isNow ? void navigate(changeAddress) : false) })
  const title = words.pick(described.title)
  return (
    <Page title={title} wide>
      <p className="back-line">
        <Link to={`/registers/${register}`}>{title}</Link>
      </p>
      <div className="inbox-head">
        <h1>{words.say('registers.record')}</h1>
        {asks && isNow ? (
          <Link className="button" to={changeAddress}>
            {words.say('registers.ask-change')}
          </Link>
        ) : null}
      </div>
      <Moment key={params.toString()} asOf={asOf} known={known} history={may.includes('history')} look={setParams} />
      {query.isPending ? <Waiting lines={8} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.data === undefined ? null : (
        <div className="register-record">
          <section className="pane" aria-label={words.say('registers.content')}>
            <p className="register-state">
              <Tag tone={isNow ? 'done' : 'later'}>
                {words.say('registers.version', { version: query.data.version })}
              </Tag>
              <span>
                {words.say(query.data.validTo === null ? 'registers.valid-since' : 'registers.valid-between', {
                  from: words.date(query.data.validFrom),
                  to: query.data.validTo === null ? '' : words.date(query.data.validTo),
                })}
              </span>
              {query.data.keptUntil === null ? null : (
                <span className="soft">
                  {words.say('registers.kept-until', { date: words.date(query.data.keptUntil) })}
                </span>
              )}
            </p>
            <Content
              described={described}
              data={query.data.data}
              place={place}
              at={at}
              history={may.includes('history')}
            />
            <WithheldNote described={described} withheld={query.data.withheld} />
          </section>
          <div className="register-beside">
            {may.includes('history') ? <Versions described={described} place={place} /> : null}
            {may.includes('history') || may.includes('merge') ? (
              <MergesPart place={place} mayMerge={may.includes('merge')} />
            ) : null}
            {may.includes('see') && isNow ? <WatchButton watched={{ register, record }} /> : null}
            {may.includes('link') && isNow ? <LinksPart place={place} /> : null}
          </div>
        </div>
      )}
    </Page>
  )
}

function Moment(of: {
  asOf: string
  known: string
  history: boolean
  look: (params: URLSearchParams) => void
}): ReactNode {
  const { say } = useWords()
  const look = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const entries = [...new FormData(event.currentTarget)].flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value] as [string, string]] : [],
    )
    of.look(new URLSearchParams(entries))
  }
  return (
    <form className="register-moment" onSubmit={look}>
      <label className="field">
        <span>{say('registers.as-of')}</span>
        <input className="input" type="date" name="as-of" defaultValue={of.asOf} />
      </label>
      {of.history ? (
        <label className="field">
          <span>{say('registers.known-at')}</span>
          <input className="input" type="date" name="known" defaultValue={of.known} />
        </label>
      ) : null}
      <div className="actions">
        <button type="submit" className="button button-quiet">
          {say('registers.look')}
        </button>
        {of.asOf === '' && of.known === '' ? null : (
          <button type="button" className="button button-quiet" onClick={() => of.look(new URLSearchParams())}>
            {say('registers.today')}
          </button>
        )}
      </div>
    </form>
  )
}

interface RecordPlace {
  readonly organisation: string
  readonly register: string
  readonly record: string
}

function Content(of: {
  described: RegisterDescription
  data: Readonly<Record<string, unknown>>
  place: RecordPlace
  at: Looked
  history: boolean
}): ReactNode {
  const words = useWords()
  const nameOf = useOrganisations()
  const origins = useQuery({
    queryKey: [registersKey, 'provenance', of.place.register, of.place.record, of.at],
    enabled: of.history,
    queryFn: ({ signal }) => ask(getProvenance, { ...of.place, ...of.at }, { signal }),
  })
  const lines = rowsOf(inSchemaOrder(of.described.schema, of.data)).map(({ pointer, value }) => {
    const origin = originOf(pointer, origins.data?.values ?? [])
    return {
      key: pointer,
      label: fieldName(of.described, pointer, words),
      value: fieldValue(of.described, pointer, value, words) ?? words.say('facts.unknown'),
      ...(origin === null ? {} : { source: originWords(origin, nameOf, words) }),
    }
  })
  return <Facts lines={lines} wide />
}

function Versions({ described, place }: { described: RegisterDescription; place: RecordPlace }): ReactNode {
  const words = useWords()
  const nameOf = useOrganisations()
  const query = useQuery({
    queryKey: [registersKey, 'versions', place.register, place.record],
    queryFn: ({ signal }) => ask(listVersions, place, { signal }),
  })
  return (
    <section className="pane" aria-label={words.say('registers.history')}>
      <h2>{words.say('registers.history')}</h2>
      {query.isPending ? <Waiting lines={4} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      <ol className="register-history">
        {(query.data?.items ?? []).map(version => (
          <li key={version.version}>
            <p>
              <Link to={`/registers/${described.register}/records/${place.record}?as-of=${version.validFrom}`}>
                {words.say('registers.version', { version: version.version })}
              </Link>{' '}
              <span>{words.say(`registers.kind.${version.version === 1 ? 'first' : version.kind}`)}</span>
            </p>
            <p className="source">{originWords(version, nameOf, words)}</p>
            {version.reason === null ? null : <p>{version.reason}</p>}
            {version.approvedBy === null ? null : <p className="soft">{words.say('registers.approved-by-second')}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
