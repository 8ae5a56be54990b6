import { module } from '@tereze/foundation-operations'
import { changeRecordHandler } from './operations/change-record.ts'
import { correctRecordHandler } from './operations/correct-record.ts'
import { createLinkHandler } from './operations/create-link.ts'
import { findRecordsHandler } from './operations/find-records.ts'
import { getProvenanceHandler } from './operations/get-provenance.ts'
import { getRecordHandler } from './operations/get-record.ts'
import { importRecordsHandler } from './operations/import-records.ts'
import { listLinksHandler } from './operations/list-links.ts'
import { listVersionsHandler } from './operations/list-versions.ts'
import { openLinkHandler } from './operations/open-link.ts'
import { registerRecordHandler } from './operations/register-record.ts'
import { revokeLinkHandler } from './operations/revoke-link.ts'

export { registerPackages } from './package-support.ts'

/** Typed records with history and provenance. */
export const registers = module({
  name: 'registers',
  operations: [
    importRecordsHandler,
    registerRecordHandler,
    changeRecordHandler,
    getRecordHandler,
    findRecordsHandler,
    listVersionsHandler,
    openLinkHandler,
    listLinksHandler,
    revokeLinkHandler,
    createLinkHandler,
    getProvenanceHandler,
    correctRecordHandler,
  ],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
