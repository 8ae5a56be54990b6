import { module } from '@tereze/foundation-operations'
import { forgetRemovedJob } from './jobs/forget-removed.ts'
import { holdTrialsJob } from './jobs/hold-trials.ts'
import { tellRunsJob } from './jobs/tell-runs.ts'
import { beginDraftHandler } from './operations/begin-draft.ts'
import { beginWorkHandler } from './operations/begin-work.ts'
import { certifyTestingHandler } from './operations/certify-testing.ts'
import { changeTaskHandler } from './operations/change-task.ts'
import { changeVersionTrialHandler } from './operations/change-version-trial.ts'
import { checkDraftHandler } from './operations/check-draft.ts'
import { dropHypothesisHandler } from './operations/drop-hypothesis.ts'
import { getAroundHandler } from './operations/get-around.ts'
import { getBenchHandler } from './operations/get-bench.ts'
import { getDraftHandler } from './operations/get-draft.ts'
import { getPublicationHandler } from './operations/get-publication.ts'
import { getRevisionHandler } from './operations/get-revision.ts'
import { getTrialHandler } from './operations/get-trial.ts'
import { getVariantHandler } from './operations/get-variant.ts'
import { getWorkHandler } from './operations/get-work.ts'
import { giveArtefactHandler } from './operations/give-artefact.ts'
import { listDraftsHandler } from './operations/list-drafts.ts'
import { listPackageVersionsHandler } from './operations/list-package-versions.ts'
import { listPackagesHandler } from './operations/list-packages.ts'
import { listPublicationsHandler } from './operations/list-publications.ts'
import { listRevisionsHandler } from './operations/list-revisions.ts'
import { listRollbacksHandler } from './operations/list-rollbacks.ts'
import { listVariantsHandler } from './operations/list-variants.ts'
import { listVersionsOnTrialHandler } from './operations/list-versions-on-trial.ts'
import { listWorksHandler } from './operations/list-works.ts'
import { measureHypothesisHandler } from './operations/measure-hypothesis.ts'
import { passGateHandler } from './operations/pass-gate.ts'
import { publishPackageHandler } from './operations/publish-package.ts'
import { removeDraftHandler } from './operations/remove-draft.ts'
import { requestPublicationHandler } from './operations/request-publication.ts'
import { restoreRevisionHandler } from './operations/restore-revision.ts'
import { returnDraftHandler } from './operations/return-draft.ts'
import { returnWorkHandler } from './operations/return-work.ts'
import { reviewPublicationHandler } from './operations/review-publication.ts'
import { reviewRollbackHandler } from './operations/review-rollback.ts'
import { rollBackPackageHandler } from './operations/roll-back-package.ts'
import { saveFilesHandler } from './operations/save-files.ts'
import { setHypothesisHandler } from './operations/set-hypothesis.ts'
import { stopRunHandler } from './operations/stop-run.ts'
import { stopWorkHandler } from './operations/stop-work.ts'
import { tellPresenceHandler } from './operations/tell-presence.ts'
import { tellStoriesHandler } from './operations/tell-stories.ts'
import { tryStoryHandler } from './operations/try-story.ts'
import { upgradeVariantHandler } from './operations/upgrade-variant.ts'
import { withdrawPublicationHandler } from './operations/withdraw-publication.ts'
import { onPublicationOrdered } from './subscribers/on-publication-ordered.ts'
import { onPublicationSettled } from './subscribers/on-publication-settled.ts'
import { onRollbackOrdered } from './subscribers/on-rollback-ordered.ts'
import { onRollbackSettled } from './subscribers/on-rollback-settled.ts'
import { onVersionTrialOrdered } from './subscribers/on-version-trial-ordered.ts'
import { onVersionTrialSettled } from './subscribers/on-version-trial-settled.ts'

export { pipelinePackages } from './pipeline-packages.ts'

/** Working copies of packages: written by several people at once, checked, with every revision kept, published with four eyes. */
export const studio = module({
  name: 'studio',
  operations: [
    beginDraftHandler,
    listPackagesHandler,
    listDraftsHandler,
    getAroundHandler,
    getDraftHandler,
    saveFilesHandler,
    listRevisionsHandler,
    getRevisionHandler,
    restoreRevisionHandler,
    checkDraftHandler,
    tellPresenceHandler,
    removeDraftHandler,
    returnDraftHandler,
    requestPublicationHandler,
    reviewPublicationHandler,
    publishPackageHandler,
    upgradeVariantHandler,
    withdrawPublicationHandler,
    listPublicationsHandler,
    getPublicationHandler,
    listPackageVersionsHandler,
    listRollbacksHandler,
    rollBackPackageHandler,
    reviewRollbackHandler,
    changeVersionTrialHandler,
    listVariantsHandler,
    listVersionsOnTrialHandler,
    getBenchHandler,
    tellStoriesHandler,
    tryStoryHandler,
    getTrialHandler,
    stopRunHandler,
    certifyTestingHandler,
    beginWorkHandler,
    listWorksHandler,
    getVariantHandler,
    getWorkHandler,
    changeTaskHandler,
    giveArtefactHandler,
    passGateHandler,
    returnWorkHandler,
    stopWorkHandler,
    setHypothesisHandler,
    dropHypothesisHandler,
    measureHypothesisHandler,
  ],
  subscribers: [
    onPublicationOrdered,
    onPublicationSettled,
    onRollbackOrdered,
    onRollbackSettled,
    onVersionTrialOrdered,
    onVersionTrialSettled,
  ],
  jobs: [forgetRemovedJob, tellRunsJob, holdTrialsJob],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
