import { packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { datasetNotFound, getDataset } from '../contract/dataset.ts'
import { definitionOf } from '../definition/definition.ts'
import { listSchedules } from '../store/schedules.ts'
import { listVersions } from '../store/versions.ts'
import { cardOf, columnViews, versionView } from '../views/dataset-views.ts'

/** Shows a dataset with its versions. */
export const getDatasetHandler = handle(getDataset, {
  tenant: () => 'platform',
  async run({ dataset }, context) {
    const all = context.port(packages)
    const pack = all.find('dataset', dataset)
    if (pack === null) return refuse(datasetNotFound, { pointer: '/dataset', params: { dataset } })
    const { owner, licence, contact, keywords, shows } = definitionOf(pack)
    const versions = await listVersions(context.tx, owner, dataset)
    const schedule = (await listSchedules(context.tx)).find(one => one.dataset === dataset)
    return {
      ...cardOf(all, pack, versions.find(({ withdrawnAt }) => withdrawnAt === null) ?? null),
      licence,
      contact: { email: contact.email, phone: contact.phone ?? null },
      keywords: keywords.map(key => textOf(pack, key)),
      threshold: shows.kind === 'counts' ? shows.disclosure.threshold : null,
      dueOn: schedule?.dueOn ?? null,
      columns: columnViews(pack),
      versions: versions.map(versionView),
    }
  },
})
