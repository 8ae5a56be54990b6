import { packages } from '@tereze/catalogue/contract'
import { fileStore } from '@tereze/foundation-files'
import { type ProtocolContext, respond } from '@tereze/foundation-operations'
import { isRefused, type ProtocolReply, type ProtocolRequest, type Refused, refuse } from '@tereze/operation'
import {
  type DatasetVersion,
  datasetNotFound,
  getDataset,
  listRows,
  versionNotFound,
  versionWithdrawn,
} from '../contract/dataset.ts'
import { type FileFormat, fileFormats, getFile } from '../contract/open-files.ts'
import { fileAddress } from '../rules/file-address.ts'
import { schemaOfTable } from '../rules/schema-of-table.ts'
import { columnsOfVersion } from '../views/dataset-views.ts'

const types: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
}

/** A version never changes, though it may be taken back: caches ask again after a day. The newest one may be another any time. */
const keptFor = (isLatest: boolean) => `public, max-age=${isLatest ? 300 : 86_400}`

function answer(
  request: ProtocolRequest,
  tag: string,
  headers: Record<string, string>,
  body: string | Uint8Array,
): ProtocolReply {
  const etag = `"${tag.slice(0, 32)}"`
  const open = { etag, 'access-control-allow-origin': '*', ...headers }
  const known = (request.headers['if-none-match'] ?? '').split(',').map(each => each.trim().replace(/^W\//, ''))
  return known.includes(etag) ? { status: 304, headers: open, body: '' } : { status: 200, headers: open, body }
}

/** The version that an address names. */
function chosen(versions: readonly DatasetVersion[], named: string): DatasetVersion | Refused {
  const isNumber = /^[1-9]\d{0,6}$/.test(named)
  const found =
    named === 'latest'
      ? versions.find(({ withdrawn }) => withdrawn === null)
      : versions.find(({ version }) => isNumber && version === Number(named))
  if (found === undefined) return refuse(versionNotFound, { pointer: '/version', params: { version: named } })
  return found.withdrawn === null
    ? found
    : refuse(versionWithdrawn, { pointer: '/version', params: { version: named } })
}

async function rowsOf(
  request: ProtocolRequest,
  context: ProtocolContext,
  dataset: string,
  version: number,
  isLatest: boolean,
) {
  const { after, limit, ...where } = Object.fromEntries(request.url.searchParams)
  const number = limit === undefined ? undefined : Number(limit)
  const page = await context.call(listRows, {
    dataset,
    version,
    where,
    ...(after === undefined ? {} : { after }),
    ...(number === undefined ? {} : { limit: number }),
  })
  if (isRefused(page)) return page
  const next = new URL(fileAddress(context.origin, dataset, version, 'rows'))
  for (const [name, value] of Object.entries(where)) next.searchParams.set(name, value)
  if (limit !== undefined) next.searchParams.set('limit', limit)
  if (page.next !== null) next.searchParams.set('after', page.next)
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': keptFor(isLatest),
    ...(page.next === null ? {} : { link: `<${next.href}>; rel="next"` }),
  }
  return answer(request, `${dataset}-${version}-${page.next ?? 'end'}-${after ?? '0'}`, headers, JSON.stringify(page))
}

/** Gives files and rows of a version under stable addresses, with what caches need. */
export const getFileHandler = respond(getFile, async (request, context) => {
  const { dataset = '', version: named = '', file = '' } = request.params
  const pack = context.port(packages).find('dataset', dataset)
  if (pack === null) return refuse(datasetNotFound, { pointer: '/dataset', params: { dataset } })
  const described = await context.call(getDataset, { dataset })
  if (isRefused(described)) return described
  const found = chosen(described.versions, named)
  if (isRefused(found)) return found
  const isLatest = named === 'latest'
  const { version } = found
  if (file === 'rows') return rowsOf(request, context, dataset, version, isLatest)
  const headers = {
    'cache-control': keptFor(isLatest),
    'content-location': fileAddress(context.origin, dataset, version, file),
    'last-modified': new Date(found.publishedAt).toUTCString(),
    link: `<${described.licence}>; rel="license"`,
  }
  if (file === 'schema.json') {
    const schema = JSON.stringify(
      schemaOfTable(fileAddress(context.origin, dataset, version, file), columnsOfVersion(pack, found)),
    )
    const type = { 'content-type': 'application/schema+json; charset=utf-8' }
    return answer(request, `${dataset}-${version}-schema-${pack.version}`, { ...headers, ...type }, schema)
  }
  const format = fileFormats.find(each => file === `data.${each}`)
  if (format === undefined) return refuse(versionNotFound, { pointer: '/file', params: { version: named } })
  const sha256 = found.files[format]?.sha256 ?? ''
  const bytes = await context.port(fileStore).find(sha256)
  if (bytes === null) throw new Error('the file of a published version is not in the store')
  const name = `${dataset}-${version}.${format}`
  const typed = { 'content-type': types[format], 'content-disposition': `attachment; filename="${name}"` }
  return answer(request, sha256, { ...headers, ...typed }, bytes)
})
