import { type DatasetColumnView, type DatasetVersion, getDataset, listRows } from '@tereze/datasets/contract'
import type { OutputOf } from '@tereze/operation'
import { isProblem, type Problem, type Reply } from '@tereze/ui-client'
import { Back, ButtonLink, Callout, Facts, formatDecimal, PageState, Pane, Table } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { type DatasetPicture, type DatasetRow, followsTime, pictureOf, totalCode } from '../dataset-picture.ts'
import { type PageContext, page } from '../page.ts'
import type { Ui } from '../ui.ts'

type Described = OutputOf<typeof getDataset>

interface DatasetPage {
  readonly dataset: Described
  readonly rows: readonly DatasetRow[]
  /** The rows are the last ones of a table that follows time. */
  readonly isTime: boolean
  readonly picture: DatasetPicture | null
}

const shown = 12
const listed = 20
const barWidth = 240
const formats = ['csv', 'json', 'parquet'] as const
const pageSize = 200
/** So many pages are read for the picture; what is beyond them is too much to draw. */
const mostPages = 5

/** The rows that a picture is drawn from: totals over all columns but the first. */
async function rowsForPicture(
  client: PageContext['client'],
  { dataset, version, columns }: Described,
): Promise<readonly DatasetRow[] | Problem> {
  const others = columns.filter(({ role }) => role === 'key').slice(1)
  const where = Object.fromEntries(others.map(({ name }) => [name, totalCode]))
  const rows: DatasetRow[] = []
  let after: string | null = null
  for (let read = 0; read < mostPages && version !== null; read += 1) {
    const more: { after?: string } = after === null ? {} : { after }
    const found: Reply<typeof listRows> = await client.call(listRows, {
      dataset,
      version,
      where,
      limit: pageSize,
      ...more,
    })
    if (isProblem(found)) return found
    rows.push(...found.items)
    after = found.next
    if (after === null) break
  }
  return rows
}

async function load({ client, params }: PageContext): Promise<DatasetPage | Problem> {
  const dataset = await client.call(getDataset, { dataset: params.dataset ?? '' })
  if (isProblem(dataset)) return dataset
  if (dataset.version === null) return { dataset, rows: [], isTime: false, picture: null }
  const { columns, version } = dataset
  const first = await client.call(listRows, { dataset: dataset.dataset, version, limit: shown })
  if (isProblem(first)) return first
  const isTime = followsTime(columns, first.items) && dataset.rows > shown
  const after = String(dataset.rows - shown)
  const rows = isTime ? await client.call(listRows, { dataset: dataset.dataset, version, limit: shown, after }) : first
  if (isProblem(rows)) return rows
  const drawn = columns.some(({ role }) => role === 'hidden') ? await rowsForPicture(client, dataset) : []
  return isProblem(drawn) ? drawn : { dataset, rows: rows.items, isTime, picture: pictureOf(columns, drawn) }
}

/** A value of a table in words: codes by what they mean, numbers as the language writes them. */
function wordsOf(column: DatasetColumnView | undefined, value: DatasetRow[string], ui: Ui): string {
  if (value === null) return '–'
  if (typeof value === 'boolean') return ui.t(value ? 'dataset.yes' : 'dataset.no')
  if (typeof value === 'number') return formatDecimal(String(value), ui.language)
  const words = column?.codes[value]
  return words === undefined ? value : ui.say(words)
}

function Picture({ picture, ui }: { picture: DatasetPicture; ui: Ui }): ReactNode {
  const { by, measure, bars } = picture
  const most = Math.max(...bars.map(({ value }) => value ?? 0), 1)
  const label = ui.t('dataset.picture.label', { measure: ui.say(measure.title), by: ui.say(by.title) })
  return (
    <section className="above">
      <h2>{ui.t('dataset.picture')}</h2>
      <p className="soft">{label}</p>
      <ul className="bars">
        {bars.map(({ code, value }) => (
          <li key={code}>
            <span>{wordsOf(by, code, ui)}</span>
            <svg viewBox={`0 0 ${barWidth} 12`} preserveAspectRatio="none" aria-hidden="true">
              {value === null ? null : <rect width={Math.max((value / most) * barWidth, 1)} height="12" />}
            </svg>
            <span className="number">{value === null ? ui.t('dataset.hidden') : wordsOf(measure, value, ui)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Preview({ dataset, rows, isTime, ui }: Omit<DatasetPage, 'picture'> & { ui: Ui }): ReactNode {
  const columns = dataset.columns.filter(({ role }) => role !== 'hidden')
  const keys = columns.filter(({ role }) => role === 'key')
  return (
    <section className="above">
      <h2>{ui.t(isTime ? 'dataset.preview.newest' : 'dataset.preview')}</h2>
      <Table
        caption={ui.t('dataset.preview')}
        captionHidden
        columns={columns.map(({ name, title, type }) => ({
          key: name,
          head: ui.say(title),
          number: type === 'number',
        }))}
        rows={rows.map(row => ({
          key: keys.map(({ name }) => String(row[name])).join(' '),
          cells: columns.map(column =>
            row.hidden === true && column.role === 'value'
              ? ui.t('dataset.hidden')
              : wordsOf(column, row[column.name] ?? null, ui),
          ),
        }))}
      />
      {dataset.rows > shown ? (
        <p className="soft">{ui.t('dataset.preview.more', { count: dataset.rows - shown })}</p>
      ) : null}
      {dataset.threshold === null ? null : (
        <p className="soft">{ui.t('dataset.hidden.text', { threshold: dataset.threshold })}</p>
      )}
    </section>
  )
}

function changesInWords({ changes, withdrawn }: DatasetVersion, ui: Ui): string {
  if (withdrawn !== null) return ui.t('dataset.version.withdrawn', { reason: withdrawn.reason })
  if (changes === null) return ui.t('dataset.version.first')
  const { added, removed, changed, columns } = changes
  const rows = ui.t('dataset.changes', { added, removed, changed })
  if (columns.added.length + columns.removed.length === 0) return rows
  const list = (names: readonly string[]) => (names.length === 0 ? ui.t('dataset.changes.none') : names.join(', '))
  return `${rows}; ${ui.t('dataset.changes.columns', { added: list(columns.added), removed: list(columns.removed) })}`
}

function FileLinks({ dataset, version, ui }: { dataset: string; version: DatasetVersion; ui: Ui }): ReactNode {
  return formats.map((format, index) => {
    const size = formatDecimal(String(Math.ceil((version.files[format]?.size ?? 0) / 1024)), ui.language)
    return (
      <span key={format}>
        {index === 0 ? null : ' · '}
        <a href={addresses.datasetFile(dataset, version.version, `data.${format}`)}>
          {format.toUpperCase()}, {ui.t('dataset.kilobytes', { size })}
        </a>
      </span>
    )
  })
}

function ChangedRows({ dataset, version, ui }: { dataset: Described; version: DatasetVersion; ui: Ui }): ReactNode {
  const rows = version.changes?.rows.slice(0, listed) ?? []
  if (rows.length === 0) return null
  const columns = new Map(dataset.columns.map(column => [column.name, column]))
  const keys = version.columns.filter(({ role }) => role === 'key')
  return (
    <details className="more above">
      <summary>{ui.t('dataset.changes.show', { version: version.version })}</summary>
      <ul>
        {rows.map(({ change, key, values }) => (
          <li key={JSON.stringify(key)}>
            {key.map((value, index) => wordsOf(columns.get(keys[index]?.name ?? ''), value, ui)).join(' · ')}
            {': '}
            {change === 'changed'
              ? Object.entries(values)
                  .map(([name, { before, after }]) => {
                    const column = columns.get(name)
                    const title = column === undefined ? name : ui.say(column.title)
                    return `${title}: ${wordsOf(column, before, ui)} → ${wordsOf(column, after, ui)}`
                  })
                  .join('; ')
              : ui.t(`dataset.change.${change}`)}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Versions({ dataset, ui }: { dataset: Described; ui: Ui }): ReactNode {
  const newest = dataset.versions.find(({ withdrawn }) => withdrawn === null)
  return (
    <section className="above">
      <h2>{ui.t('dataset.versions')}</h2>
      <Table
        caption={ui.t('dataset.versions')}
        captionHidden
        columns={[
          { key: 'version', head: ui.t('dataset.version') },
          { key: 'published', head: ui.t('dataset.version.published') },
          { key: 'rows', head: ui.t('dataset.version.rows'), number: true },
          { key: 'changes', head: ui.t('dataset.version.changes') },
          { key: 'files', head: ui.t('dataset.version.files') },
        ]}
        rows={dataset.versions.map(version => ({
          key: String(version.version),
          cells: [
            String(version.version),
            ui.instant(version.publishedAt),
            formatDecimal(String(version.rows), ui.language),
            changesInWords(version, ui),
            version.withdrawn === null ? (
              <FileLinks key="files" dataset={dataset.dataset} version={version} ui={ui} />
            ) : (
              '–'
            ),
          ],
        }))}
      />
      {newest === undefined ? null : <ChangedRows dataset={dataset} version={newest} ui={ui} />}
    </section>
  )
}

function About({ dataset, ui }: { dataset: Described; ui: Ui }): ReactNode {
  const { contact, licence, dueOn } = dataset
  const periodicity = ui.word(`dataset.periodicity.${dataset.periodicity}`) ?? dataset.periodicity
  return (
    <section className="above">
      <h2>{ui.t('dataset.about')}</h2>
      <Pane>
        <Facts
          wide
          lines={[
            { key: 'owner', label: ui.t('dataset.owner'), value: ui.say(dataset.ownerName) },
            { key: 'periodicity', label: ui.t('dataset.periodicity'), value: periodicity },
            ...(dueOn === null ? [] : [{ key: 'next', label: ui.t('dataset.next'), value: ui.date(dueOn) }]),
            {
              key: 'licence',
              label: ui.t('dataset.licence'),
              value: (
                <a href={licence} rel="license">
                  {licence}
                </a>
              ),
            },
            {
              key: 'contact',
              label: ui.t('dataset.contact'),
              value: <a href={`mailto:${contact.email}`}>{contact.email}</a>,
            },
          ]}
        />
      </Pane>
    </section>
  )
}

function Programs({ dataset, ui }: { dataset: Described; ui: Ui }): ReactNode {
  const at = (file: string) => `${ui.origin}${addresses.datasetFile(dataset.dataset, 'latest', file)}`
  const column = dataset.columns.find(({ role }) => role === 'key')?.name ?? ''
  return (
    <section className="above">
      <h2>{ui.t('dataset.api')}</h2>
      <p>{ui.t('dataset.api.text')}</p>
      <p>
        <code>{at('data.csv')}</code>
      </p>
      <p>{ui.t('dataset.api.rows')}</p>
      <p>
        <code>{`${at('rows')}?${column}=…&limit=200`}</code>
      </p>
      <p>{ui.t('dataset.api.schema')}</p>
      <p>
        <code>{at('schema.json')}</code>
      </p>
      <p className="soft">{ui.t('dataset.api.cache')}</p>
    </section>
  )
}

function Columns({ columns, ui }: { columns: Described['columns']; ui: Ui }): ReactNode {
  return (
    <section className="above">
      <h2>{ui.t('dataset.columns')}</h2>
      <Table
        caption={ui.t('dataset.columns')}
        captionHidden
        columns={[
          { key: 'name', head: ui.t('dataset.column.name') },
          { key: 'title', head: ui.t('dataset.column.title') },
          { key: 'type', head: ui.t('dataset.column.type') },
        ]}
        rows={columns.map(({ name, title, type }) => ({
          key: name,
          cells: [<code key="name">{name}</code>, ui.say(title), ui.t(`dataset.type.${type}`)],
        }))}
      />
    </section>
  )
}

function view({ dataset, rows, isTime, picture }: DatasetPage, ui: Ui): ReactNode {
  const newest = dataset.versions.find(({ withdrawn }) => withdrawn === null)
  return (
    <>
      <Back href={addresses.openData}>{ui.t('dataset.back')}</Back>
      <h1>{ui.say(dataset.title)}</h1>
      <p className="lead">{ui.say(dataset.summary)}</p>
      {newest === undefined ? (
        <Callout tone="moving" title={ui.t('open-data.not-yet')} />
      ) : (
        <div className="actions">
          {formats.map((format, index) => (
            <ButtonLink
              key={format}
              kind={index === 0 ? undefined : 'quiet'}
              href={addresses.datasetFile(dataset.dataset, 'latest', `data.${format}`)}
            >
              {format.toUpperCase()}
            </ButtonLink>
          ))}
        </div>
      )}
      {newest !== undefined && rows.length === 0 ? (
        <PageState drawing="empty" small title={ui.t('dataset.empty')}>
          <p>{ui.t('dataset.empty.text')}</p>
        </PageState>
      ) : null}
      {picture === null ? null : <Picture picture={picture} ui={ui} />}
      {rows.length === 0 ? null : <Preview dataset={dataset} rows={rows} isTime={isTime} ui={ui} />}
      <About dataset={dataset} ui={ui} />
      <Columns columns={dataset.columns} ui={ui} />
      {dataset.versions.length === 0 ? null : <Versions dataset={dataset} ui={ui} />}
      <Programs dataset={dataset} ui={ui} />
    </>
  )
}

/** One dataset: what it is, a look at it, its versions, and how to take it. */
export const dataset = page<DatasetPage>({
  path: '/open-data/:dataset',
  signIn: false,
  title: ({ dataset }, ui) => ui.say(dataset.title),
  load,
  view,
})
