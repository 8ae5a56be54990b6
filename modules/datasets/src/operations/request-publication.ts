import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { datasetNotFound } from '../contract/dataset.ts'
import { publicationWaiting, requestPublication } from '../contract/publication.ts'
import { definitionOf } from '../definition/definition.ts'
import { insertPublication } from '../store/publications.ts'

/** Asks for a publication out of turn. */
export const requestPublicationHandler = handle(requestPublication, {
  tenant: input => input.organisation,
  async run({ organisation, dataset, reason }, { tx, port, ids, actor, now }) {
    const pack = port(packages).find('dataset', dataset)
    if (pack === null || definitionOf(pack).owner !== organisation)
      return refuse(datasetNotFound, { pointer: '/dataset', params: { dataset } })
    const publication = ids.newId('publication')
    const isKept = await insertPublication(tx, { publication, dataset, reason, by: actor.id, now })
    return isKept ? { publication } : refuse(publicationWaiting, { pointer: '/dataset', params: { dataset } })
  },
})
