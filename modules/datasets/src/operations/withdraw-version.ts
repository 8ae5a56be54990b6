import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { datasetNotFound, versionNotFound } from '../contract/dataset.ts'
import { versionTakenBack, withdrawVersion } from '../contract/publication.ts'
import { definitionOf } from '../definition/definition.ts'
import { updateWithdrawn } from '../store/versions.ts'

/** Takes a version back. */
export const withdrawVersionHandler = handle(withdrawVersion, {
  tenant: input => input.organisation,
  async run({ organisation, dataset, version, reason }, { tx, port, actor, now, emit }) {
    const pack = port(packages).find('dataset', dataset)
    if (pack === null || definitionOf(pack).owner !== organisation)
      return refuse(datasetNotFound, { pointer: '/dataset', params: { dataset } })
    if (!(await updateWithdrawn(tx, { dataset, version, by: actor.id, reason, now })))
      return refuse(versionNotFound, { pointer: '/version', params: { version } })
    await emit(versionTakenBack, { subject: dataset, data: { dataset, version } })
    return { version }
  },
})
