import { useQuery } from '@tanstack/react-query'
import { listVersions } from '@tereze/cases/contract'
import { ask, Failure, useSession, Waiting } from '@tereze/ui-app'
import { PageState, Table } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useWords } from '../words/words.ts'
import { MigrationPane } from './migration-pane.tsx'
import { operating } from './use-deed.ts'

/** Versions in which cases run, and the way to take them to another. */
export function VersionsTab(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const [params] = useSearchParams()
  const query = useQuery({
    queryKey: [operating, 'versions', organisation],
    queryFn: ({ signal }) => ask(listVersions, { organisation }, { signal }),
  })
  if (query.isPending) return <Waiting lines={8} />
  if (query.isError) return <Failure problem={query.error.problem} again={() => void query.refetch()} small />
  const { items } = query.data
  if (items.length === 0) {
    return (
      <PageState drawing="empty" title={words.say('operator.versions.empty-title')} small heading="h3">
        <p>{words.say('operator.versions.empty-text')}</p>
      </PageState>
    )
  }
  const chosen = items.find(one => one.service === params.get('service') && one.version === params.get('from'))
  return (
    <>
      <div className="operator-queues">
        <Table
          caption={words.say('operator.tab.versions')}
          captionHidden
          columns={[
            { key: 'service', head: words.say('operator.column.service') },
            { key: 'version', head: words.say('operator.column.version') },
            { key: 'cases', head: words.say('operator.column.cases'), number: true },
            { key: 'processes', head: words.say('operator.column.processes') },
            { key: 'action', head: words.say('operator.column.action') },
          ]}
          rows={items.map(one => ({
            key: `${one.service}@${one.version}`,
            cells: [
              words.pick(one.title),
              <span key="v" className="number">
                {one.version}
              </span>,
              one.cases,
              one.processes.map(({ process, version, instances }) => `${process} ${version} · ${instances}`).join(', '),
              <Link
                key="a"
                to={`/operations/versions?service=${one.service}&from=${one.version}`}
                aria-label={`${words.say('operator.migrate')}: ${words.pick(one.title)} ${one.version}`}
              >
                {words.say('operator.migrate')}
              </Link>,
            ],
          }))}
        />
      </div>
      {chosen === undefined ? null : <MigrationPane key={`${chosen.service}@${chosen.version}`} running={chosen} />}
    </>
  )
}
