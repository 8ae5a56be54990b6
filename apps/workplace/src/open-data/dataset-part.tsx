import { useQuery } from '@tanstack/react-query'
import { type DatasetCard, type DatasetVersion, getDataset, withdrawVersion } from '@tereze/datasets/contract'
import { ask, Failure, Waiting } from '@tereze/ui-app'
import { Table, Tag } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { ReasonDialog } from '../operator/reason-dialog.tsx'
import { useWords } from '../words/words.ts'
import { openDataKey, useCommand } from './use-command.ts'

/** A dataset with its versions, each of which can be taken back with a reason. */
export function DatasetPart({ card, organisation }: { card: DatasetCard; organisation: string }): ReactNode {
  const words = useWords()
  const { dataset } = card
  const [open, setOpen] = useState(false)
  return (
    <details className="more" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        {words.pick(card.title)}{' '}
        <span className="soft">
          {card.version === null || card.publishedAt === null
            ? words.say('open-data.not-published')
            : words.say('open-data.newest', { version: card.version, date: words.day(card.publishedAt) })}
        </span>
      </summary>
      <p>{words.pick(card.summary)}</p>
      <p>
        <a href={`/open-data/${dataset}`}>{words.say('open-data.public-page')}</a>
      </p>
      {open ? <Versions dataset={dataset} organisation={organisation} /> : null}
    </details>
  )
}

function Versions({ dataset, organisation }: { dataset: string; organisation: string }): ReactNode {
  const words = useWords()
  const [taking, take] = useState<DatasetVersion | null>(null)
  const query = useQuery({
    queryKey: [openDataKey, 'dataset', dataset],
    queryFn: ({ signal }) => ask(getDataset, { dataset }, { signal }),
  })
  const withdraw = useCommand(withdrawVersion, () => take(null))
  if (query.isPending) return <Waiting lines={4} />
  if (query.isError) return <Failure problem={query.error.problem} again={() => void query.refetch()} small />
  const { versions, title } = query.data
  if (versions.length === 0) return <p className="soft">{words.say('open-data.not-published')}</p>
  return (
    <>
      <Table
        caption={words.say('open-data.versions')}
        captionHidden
        columns={[
          { key: 'version', head: words.say('open-data.version') },
          { key: 'rows', head: words.say('open-data.rows') },
          { key: 'state', head: words.say('open-data.state') },
        ]}
        rows={versions.map(version => ({
          key: String(version.version),
          cells: [
            <>
              {words.say('open-data.number', { version: version.version })}
              <span className="source">{words.moment(version.publishedAt, { short: true })}</span>
            </>,
            <>
              {words.say('open-data.rows-count', { count: version.rows })}
              {version.hidden === 0 ? null : (
                <span className="source">{words.say('open-data.hidden', { count: version.hidden })}</span>
              )}
            </>,
            version.withdrawn === null ? (
              <>
                <Tag tone="done">{words.say('open-data.public')}</Tag>{' '}
                <button
                  type="button"
                  className="button button-quiet button-small"
                  aria-label={words.say('open-data.take-back-what', {
                    version: version.version,
                    dataset: words.pick(title),
                  })}
                  onClick={() => take(version)}
                >
                  {words.say('open-data.take-back')}
                </button>
              </>
            ) : (
              <>
                <Tag tone="no">{words.say('open-data.taken-back')}</Tag>
                <span className="source">
                  {words.day(version.withdrawn.at)} · {version.withdrawn.reason}
                </span>
              </>
            ),
          ],
        }))}
      />
      {taking === null ? null : (
        <ReasonDialog
          title={words.say('open-data.take-back-title', { version: taking.version })}
          action={words.say('open-data.take-back')}
          hint={words.say('open-data.take-back-hint')}
          busy={withdraw.isPending}
          problem={withdraw.error?.problem ?? null}
          close={() => take(null)}
          confirm={reason =>
            withdraw.mutate({ organisation, dataset, version: taking.version, reason: reason.slice(0, 500) })
          }
        >
          <p>{words.say('open-data.take-back-text', { dataset: words.pick(title) })}</p>
        </ReasonDialog>
      )}
    </>
  )
}
