import { module } from '@tereze/foundation-operations'
import { renewStamps } from './jobs/renew-stamps.ts'
import { getIssuedDocumentHandler } from './operations/get-issued-document.ts'
import { getOwnDocumentHandler } from './operations/get-own-document.ts'
import { issueDocumentHandler } from './operations/issue-document.ts'
import { issuePaperHandler } from './operations/issue-paper.ts'
import { keepPictureHandler } from './operations/keep-picture.ts'
import { listKeysHandler } from './operations/list-keys.ts'
import { listOwnDocumentsHandler } from './operations/list-own-documents.ts'
import { previewTemplateHandler } from './operations/preview-template.ts'
import { revokeDocumentHandler } from './operations/revoke-document.ts'
import { verifyDocumentHandler } from './operations/verify-document.ts'
import { listSealKeysHandler } from './protocols/list-seal-keys.ts'
import { showDocumentHandler } from './protocols/show-document.ts'
import { showSignatureHandler } from './protocols/show-signature.ts'

export { documentPackages } from './package-support.ts'
export { drawLegalText, type LegalTextPages } from './picture/draw-legal-text.ts'
export { failingPictures } from './ports/pictures/failing.ts'
export { PictureFailed, typstPictures, typstPreviews } from './ports/pictures/typst.ts'
export { type ReadySeal, type Seals, seals } from './ports/seals.ts'

/** Signed results, their pictures on paper and their public check. */
export const documents = module({
  name: 'documents',
  operations: [
    issueDocumentHandler,
    issuePaperHandler,
    revokeDocumentHandler,
    listOwnDocumentsHandler,
    getOwnDocumentHandler,
    getIssuedDocumentHandler,
    verifyDocumentHandler,
    listKeysHandler,
    keepPictureHandler,
    previewTemplateHandler,
  ],
  jobs: [renewStamps],
  protocols: [showDocumentHandler, showSignatureHandler, listSealKeysHandler],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
