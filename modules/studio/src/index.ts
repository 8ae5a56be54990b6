import { module } from '@tereze/foundation-operations'
import { forgetRemovedJob } from './jobs/forget-removed.ts'
import { beginDraftHandler } from './operations/begin-draft.ts'
import { checkDraftHandler } from './operations/check-draft.ts'
import { getAroundHandler } from './operations/get-around.ts'
import { getDraftHandler } from './operations/get-draft.ts'
import { getRevisionHandler } from './operations/get-revision.ts'
import { listDraftsHandler } from './operations/list-drafts.ts'
import { listPackagesHandler } from './operations/list-packages.ts'
import { listRevisionsHandler } from './operations/list-revisions.ts'
import { removeDraftHandler } from './operations/remove-draft.ts'
import { restoreRevisionHandler } from './operations/restore-revision.ts'
import { returnDraftHandler } from './operations/return-draft.ts'
import { saveFilesHandler } from './operations/save-files.ts'
import { tellPresenceHandler } from './operations/tell-presence.ts'

/** Working copies of packages: written by several people at once, checked, with every revision kept. */
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
  ],
  jobs: [forgetRemovedJob],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
