import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { columnUnknown, datasetNotFound, listRows, versionNotFound, versionWithdrawn } from '../contract/dataset.ts'
import { definitionOf } from '../definition/definition.ts'
import { findVersion, listRowsAfter } from '../store/versions.ts'

const usualLimit = 50

/** Gives rows of a version. */
export const listRowsHandler = handle(listRows, {
  tenant: () => 'platform',
  async run({ dataset, version, where = {}, after, limit = usualLimit }, { tx, port }) {
    const pack = port(packages).find('dataset', dataset)
    if (pack === null) return refuse(datasetNotFound, { pointer: '/dataset', params: { dataset } })
    const { owner } = definitionOf(pack)
    const found = await findVersion(tx, owner, dataset, version ?? null)
    if (found === null) return refuse(versionNotFound, { pointer: '/version', params: { version: version ?? 0 } })
    if (found.withdrawnAt !== null)
      return refuse(versionWithdrawn, { pointer: '/version', params: { version: found.version } })
    const unknown = Object.keys(where).find(name => !found.columns.some(column => column.name === name))
    if (unknown !== undefined)
      return refuse(columnUnknown, { pointer: `/where/${unknown}`, params: { column: unknown } })
    const of = { tenant: owner, dataset, version: found.version }
    const place = after === undefined || !/^\d{1,9}$/.test(after) ? 0 : Number(after)
    const rows = await listRowsAfter(tx, of, where, place, limit)
    return {
      dataset,
      version: found.version,
      items: rows.map(({ data }) => data),
      next: rows.length === limit ? String(rows.at(-1)?.place) : null,
    }
  },
})
