import { module } from '@tereze/foundation-operations'
import { publishDueJob } from './jobs/publish-due.ts'
import { decidePublicationHandler } from './operations/decide-publication.ts'
import { getDatasetHandler } from './operations/get-dataset.ts'
import { listDatasetsHandler } from './operations/list-datasets.ts'
import { listPublicationsHandler } from './operations/list-publications.ts'
import { listRowsHandler } from './operations/list-rows.ts'
import { requestPublicationHandler } from './operations/request-publication.ts'
import { withdrawVersionHandler } from './operations/withdraw-version.ts'
import { getFileHandler } from './protocols/get-file.ts'
import { getRussianListHandler, getRussianPassportHandler } from './protocols/get-passport.ts'

export { datasetPackages } from './package-support.ts'

/** Publishes chosen data as open data, and nobody's secrets with it. */
export const datasets = module({
  name: 'datasets',
  operations: [
    listDatasetsHandler,
    getDatasetHandler,
    listRowsHandler,
    requestPublicationHandler,
    decidePublicationHandler,
    listPublicationsHandler,
    withdrawVersionHandler,
  ],
  protocols: [getFileHandler, getRussianListHandler, getRussianPassportHandler],
  jobs: [publishDueJob],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
