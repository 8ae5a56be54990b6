import { module } from '@tereze/foundation-operations'
import { askOthersJob } from './jobs/ask-others.ts'
import { beginChecksJob } from './jobs/begin-checks.ts'
import { doUpkeepJob } from './jobs/do-upkeep.ts'
import { forgetExportsJob } from './jobs/forget-exports.ts'
import { forgetImportsJob } from './jobs/forget-imports.ts'
import { keepParametersJob } from './jobs/keep-parameters.ts'
import { loadImportsJob } from './jobs/load-imports.ts'
import { acceptViolationHandler } from './operations/accept-violation.ts'
import { approveChangeHandler } from './operations/approve-change.ts'
import { assignViolationHandler } from './operations/assign-violation.ts'
import { beginExportHandler } from './operations/begin-export.ts'
import { beginImportHandler } from './operations/begin-import.ts'
import { cancelExportHandler } from './operations/cancel-export.ts'
import { cancelImportHandler } from './operations/cancel-import.ts'
import { changeRecordHandler } from './operations/change-record.ts'
import { checkImportHandler } from './operations/check-import.ts'
import { checkQualityHandler } from './operations/check-quality.ts'
import { compareQualityHandler } from './operations/compare-quality.ts'
import { correctRecordHandler } from './operations/correct-record.ts'
import { createLinkHandler } from './operations/create-link.ts'
import { describeRegisterHandler } from './operations/describe-register.ts'
import { destroyRecordHandler } from './operations/destroy-record.ts'
import { dismissDuplicateHandler } from './operations/dismiss-duplicate.ts'
import { endWatchHandler } from './operations/end-watch.ts'
import { exportRecordsHandler } from './operations/export-records.ts'
import { findDuplicatesHandler } from './operations/find-duplicates.ts'
import { findRecordsHandler } from './operations/find-records.ts'
import { getChangeHandler } from './operations/get-change.ts'
import { getImportHandler } from './operations/get-import.ts'
import { getProvenanceHandler } from './operations/get-provenance.ts'
import { getQualityHandler } from './operations/get-quality.ts'
import { getRecordHandler } from './operations/get-record.ts'
import { getRefusedRowsHandler } from './operations/get-refused-rows.ts'
import { importRecordsHandler } from './operations/import-records.ts'
import { listChangesHandler } from './operations/list-changes.ts'
import { listDuplicatesHandler } from './operations/list-duplicates.ts'
import { listExpiredHandler } from './operations/list-expired.ts'
import { listImportRowsHandler } from './operations/list-import-rows.ts'
import { listImportsHandler } from './operations/list-imports.ts'
import { listLinksHandler } from './operations/list-links.ts'
import { listLoadedHandler } from './operations/list-loaded.ts'
import { listMergesHandler } from './operations/list-merges.ts'
import { listQualityHandler } from './operations/list-quality.ts'
import { listRegistersHandler } from './operations/list-registers.ts'
import { listUpkeepHandler } from './operations/list-upkeep.ts'
import { listVersionsHandler } from './operations/list-versions.ts'
import { listViolationsHandler } from './operations/list-violations.ts'
import { listWatchesHandler } from './operations/list-watches.ts'
import { mergeRecordsHandler } from './operations/merge-records.ts'
import { openLinkHandler } from './operations/open-link.ts'
import { refuseChangeHandler } from './operations/refuse-change.ts'
import { registerRecordHandler } from './operations/register-record.ts'
import { requestChangeHandler } from './operations/request-change.ts'
import { revokeLinkHandler } from './operations/revoke-link.ts'
import { runImportHandler } from './operations/run-import.ts'
import { suggestRecordsHandler } from './operations/suggest-records.ts'
import { takeRowsHandler } from './operations/take-rows.ts'
import { tallyRecordsHandler } from './operations/tally-records.ts'
import { undoMergeHandler } from './operations/undo-merge.ts'
import { watchRecordsHandler } from './operations/watch-records.ts'
import { withdrawChangeHandler } from './operations/withdraw-change.ts'
import { downloadExportProtocol } from './protocols/download-export.ts'
import { onImported } from './subscribers/on-imported.ts'
import { onRecord } from './subscribers/on-record.ts'
import { onWatched } from './subscribers/on-watched.ts'

export { registerFields } from './definition/register-fields.ts'
export { tellFile } from './exporting/tell-file.ts'
export { registerPackages } from './package-support.ts'
export { personsBySearch, personsOfRecords } from './reading/persons-of-records.ts'

/** Typed records with history and provenance. */
export const registers = module({
  name: 'registers',
  operations: [
    importRecordsHandler,
    exportRecordsHandler,
    beginExportHandler,
    takeRowsHandler,
    cancelExportHandler,
    registerRecordHandler,
    changeRecordHandler,
    getRecordHandler,
    findRecordsHandler,
    suggestRecordsHandler,
    listVersionsHandler,
    destroyRecordHandler,
    listExpiredHandler,
    describeRegisterHandler,
    listRegistersHandler,
    listUpkeepHandler,
    listMergesHandler,
    undoMergeHandler,
    mergeRecordsHandler,
    dismissDuplicateHandler,
    listDuplicatesHandler,
    findDuplicatesHandler,
    withdrawChangeHandler,
    refuseChangeHandler,
    approveChangeHandler,
    getChangeHandler,
    listChangesHandler,
    requestChangeHandler,
    openLinkHandler,
    listLinksHandler,
    listLoadedHandler,
    revokeLinkHandler,
    createLinkHandler,
    getProvenanceHandler,
    correctRecordHandler,
    beginImportHandler,
    checkImportHandler,
    runImportHandler,
    cancelImportHandler,
    getImportHandler,
    listImportsHandler,
    listImportRowsHandler,
    getRefusedRowsHandler,
    listQualityHandler,
    compareQualityHandler,
    getQualityHandler,
    listViolationsHandler,
    checkQualityHandler,
    assignViolationHandler,
    acceptViolationHandler,
    watchRecordsHandler,
    endWatchHandler,
    listWatchesHandler,
    tallyRecordsHandler,
  ],
  protocols: [downloadExportProtocol],
  subscribers: [onRecord, onImported, onWatched],
  jobs: [
    keepParametersJob,
    doUpkeepJob,
    loadImportsJob,
    forgetImportsJob,
    forgetExportsJob,
    beginChecksJob,
    askOthersJob,
  ],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
