import { findOrganisation, type Packages, packages } from '@tereze/catalogue/contract'
import { fileStore } from '@tereze/foundation-files'
import { respond } from '@tereze/foundation-operations'
import { isRefused, type OutputOf, type ProtocolReply, refuse } from '@tereze/operation'
import { datasetNotFound, getDataset, listDatasets, versionNotFound } from '../contract/dataset.ts'
import { getRussianList, getRussianPassport } from '../contract/open-files.ts'
import { listCsv, metaCsv, passportFile, structureCsv } from '../rules/russian-passport.ts'
import { columnsOfVersion } from '../views/dataset-views.ts'

const csv = (body: string | Uint8Array): ProtocolReply => ({
  status: 200,
  headers: {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'cache-control': 'public, max-age=300',
    'access-control-allow-origin': '*',
  },
  body,
})

/** The identifying code of a dataset: the number of its publisher in the register of organisations stands first, here its id. */
const setOf = ({ owner, dataset }: { owner: string; dataset: string }) => `${owner}-${dataset}`
const folderOf = (origin: string, set: string) => `${origin}/opendata/${set}`

/** Gives list.csv. */
export const getRussianListHandler = respond(getRussianList, async (_request, context) => {
  const found = await context.call(listDatasets, {})
  if (isRefused(found)) return found
  const sets = found.items.filter(({ version }) => version !== null)
  return csv(
    listCsv(
      sets.map(card => ({
        set: setOf(card),
        title: card.title.ru,
        meta: `${folderOf(context.origin, setOf(card))}/meta.csv`,
      })),
    ),
  )
})

type Described = OutputOf<typeof getDataset>

/** What changed in a version, as a passport says it. */
function noteOf(all: Packages, { changes }: Described['versions'][number]): string {
  const words = all.get('concept', 'concepts').messages
  if (changes === null) return words.text('open-data.first', 'ru')
  const { added, removed, changed } = changes
  return words.text('open-data.changes', 'ru', { added, removed, changed })
}

/** Gives meta.csv, data and structure of a dataset. */
export const getRussianPassportHandler = respond(getRussianPassport, async (request, context) => {
  const { set = '', file = '' } = request.params
  const all = context.port(packages)
  const cards = await context.call(listDatasets, {})
  if (isRefused(cards)) return cards
  const card = cards.items.find(each => setOf(each) === set)
  if (card === undefined) return refuse(datasetNotFound, { pointer: '/set', params: { dataset: set } })
  const described = await context.call(getDataset, { dataset: card.dataset })
  if (isRefused(described)) return described
  const standing = described.versions.filter(({ withdrawn }) => withdrawn === null)
  const versions = standing.map(version => ({
    version: version.version,
    publishedAt: version.publishedAt,
    columns: version.columns,
    note: noteOf(all, version),
  }))
  const asked = passportFile(versions, file)
  if (asked === null) return refuse(versionNotFound, { pointer: '/file', params: { version: file } })
  if (asked === 'meta')
    return csv(
      metaCsv({
        set,
        title: described.title.ru,
        description: described.summary.ru,
        creator: findOrganisation(all, card.owner)?.name.ru ?? card.owner,
        email: described.contact.email,
        phone: described.contact.phone ?? '',
        subject: described.keywords.map(({ ru }) => ru).join(', '),
        valid: described.dueOn ?? '',
        folder: folderOf(context.origin, set),
        versions,
      }),
    )
  const pack = all.get('dataset', card.dataset)
  if ('structure' in asked) {
    const of = standing.find(({ version }) => version === asked.structure)
    return csv(structureCsv(columnsOfVersion(pack, of ?? { columns: [] })))
  }
  const sha256 = standing.find(({ version }) => version === asked.data)?.files.csv?.sha256 ?? ''
  const bytes = await context.port(fileStore).find(sha256)
  if (bytes === null) throw new Error('the file of a published version is not in the store')
  return csv(bytes)
})
