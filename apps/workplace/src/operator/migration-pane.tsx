import { useQuery } from '@tanstack/react-query'
import { checkMigration, type MigrationReport, type RunningVersion, startBatch } from '@tereze/cases/contract'
import { ask, Failure, useSession, Waiting } from '@tereze/ui-app'
import { Callout, Pane, Table } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useWords } from '../words/words.ts'
import { mappingOf, targetsFor } from './mapping.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { operating, useDeed } from './use-deed.ts'

/** Takes the cases of a version to another: where to, which place goes where, what stands in the way; then all of them in a batch. */
export function MigrationPane({ running }: { running: RunningVersion }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const navigate = useNavigate()
  const { service, version: from, targets } = running
  const [to, setTo] = useState(targets[0] ?? from)
  const [chosen, setChosen] = useState<Record<string, string>>({})
  const [asked, setAsked] = useState(false)
  const batch = useDeed(startBatch)
  const check = (mapping: Record<string, string>, enabled: boolean) => ({
    queryKey: [operating, 'migration', organisation, service, from, to, mapping],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      ask(checkMigration, { organisation, service, from, to, mapping }, { signal }),
    enabled,
  })
  const first = useQuery(check({}, true))
  const mapping = mappingOf(first.data, chosen)
  const checked = useQuery(check(mapping, first.data !== undefined))
  const report = checked.data
  return (
    <Pane>
      <h3>{words.say('operator.migration.title', { service: words.pick(running.title), version: from })}</h3>
      <div className="operator-line">
        <label className="filter">
          <span>{words.say('operator.migration.to')}</span>
          <select
            className="input"
            value={to}
            onChange={event => {
              setTo(event.target.value)
              setChosen({})
            }}
          >
            {targets.map(target => (
              <option key={target} value={target}>
                {target}
              </option>
            ))}
          </select>
        </label>
      </div>
      {first.isPending || (checked.isPending && !checked.isError) ? <Waiting lines={5} /> : null}
      {(first.error ?? checked.error) ? (
        <Failure problem={(first.error ?? checked.error)?.problem ?? null} again={() => void first.refetch()} small />
      ) : null}
      {report === undefined || first.data === undefined ? null : (
        <>
          <Mapping
            report={first.data}
            mapping={mapping}
            choose={(node, target) => setChosen({ ...chosen, [node]: target })}
          />
          <Found report={report} />
          <div className="actions">
            <button type="button" className="button" disabled={report.ready === 0} onClick={() => setAsked(true)}>
              {words.say('operator.migration.go', { count: report.ready })}
            </button>
          </div>
          {asked ? (
            <ReasonDialog
              title={words.say('operator.migrate')}
              action={words.say('operator.migration.go', { count: report.ready })}
              busy={batch.isPending}
              problem={batch.error?.problem ?? null}
              close={() => setAsked(false)}
              confirm={reason =>
                batch.mutate(
                  { organisation, work: { kind: 'migrate', service, from, to, mapping }, reason },
                  { onSuccess: ({ batch: id }) => void navigate(`/operations/batches?batch=${id}`) },
                )
              }
            >
              <p>{words.say('operator.migration.sure', { service: words.pick(running.title), from, to })}</p>
            </ReasonDialog>
          ) : null}
        </>
      )}
    </Pane>
  )
}

function Mapping(of: {
  report: MigrationReport
  mapping: Readonly<Record<string, string>>
  choose: (node: string, target: string) => void
}): ReactNode {
  const words = useWords()
  const { report, mapping } = of
  return (
    <Table
      caption={words.say('operator.migration.places')}
      columns={[
        { key: 'place', head: words.say('operator.migration.now') },
        { key: 'cases', head: words.say('operator.column.cases'), number: true },
        { key: 'to', head: words.say('operator.migration.then') },
      ]}
      rows={report.places.map(place => {
        const { node, name } = place.place
        const targets = targetsFor(report, place)
        const same = targets.some(target => target.place.node === node)
        return {
          key: `${place.process} ${node}`,
          cells: [
            words.pick(name),
            place.cases,
            <select
              key="to"
              className="input operator-target"
              aria-label={words.say('operator.migration.where', { place: words.pick(name) })}
              value={mapping[node] ?? (same ? node : '')}
              onChange={event => of.choose(node, event.target.value)}
            >
              {same ? null : <option value="">{words.say('operator.migration.nowhere')}</option>}
              {targets.map(target => (
                <option key={target.place.node} value={target.place.node}>
                  {words.pick(target.place.name)}
                </option>
              ))}
            </select>,
          ],
        }
      })}
    />
  )
}

function Found({ report }: { report: MigrationReport }): ReactNode {
  const words = useWords()
  const { cases, ready, obstacles, effects = [], complete } = report
  return (
    <div className="note" role="status">
      <Callout
        tone={ready === cases && cases > 0 ? 'done' : ready === 0 ? 'no' : 'you'}
        title={words.say('operator.migration.ready', { ready, cases })}
      >
        {complete ? null : <p>{words.say('operator.migration.incomplete')}</p>}
        {effects.length === 0 ? null : (
          <>
            <p>{words.say('operator.migration.effects')}</p>
            <ul>
              {effects.map(({ kind, node, text, cases: count }) => (
                <li key={`${kind} ${node}`}>
                  {words.pick(text)} — {words.say('operator.migration.cases', { count })}
                </li>
              ))}
            </ul>
          </>
        )}
        {obstacles.length === 0 ? null : (
          <ul>
            {obstacles.map(({ code, place, text, cases: count, example }) => (
              <li key={`${code} ${place.node}`}>
                <strong>{words.pick(place.name)}</strong>: {words.pick(text)} —{' '}
                {words.say('operator.migration.cases', { count })}, {words.say('operator.migration.example')}{' '}
                <Link to={`/operations/cases/${example.case}`} className="number">
                  {example.number}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Callout>
    </div>
  )
}
