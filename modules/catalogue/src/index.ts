import { module } from '@tereze/foundation-operations'
import { getConceptHandler } from './operations/get-concept.ts'
import { listCatalogueHandler } from './operations/list-catalogue.ts'
import { listOrganisationsHandler } from './operations/list-organisations.ts'
import { searchCatalogueHandler } from './operations/search-catalogue.ts'
import { searchDataHandler } from './operations/search-data.ts'
import { showPublicCatalogueHandler } from './protocols/show-public-catalogue.ts'

export { accessPackages } from './checking/check-access.ts'
export { checkSources } from './checking/check-content.ts'
export { type Formats, readFormats } from './checking/formats.ts'
export type { Findings, PackageSource, Published } from './contract/index.ts'
export { createPackageDesk } from './create-package-desk.ts'
export { loadPackages, refuseUnsigned } from './load-packages.ts'
export { publishPackages } from './publish.ts'
export { openPackage } from './reading/open-package.ts'
export { openPublished } from './reading/open-published.ts'
export { createPackageSet, type PackageSet } from './reading/packages.ts'
export {
  hashOf,
  PackageUnreadable,
  readContent,
  readPackageFolder,
} from './reading/read-content.ts'
export { type NotTaken, readReleaseFile, writeReleaseFile } from './releases/release-file.ts'
export { releasePurpose } from './releases/sign-release.ts'
export { type ReleaseWatch, watchReleases } from './releases/watch-releases.ts'
export { findPackage as findRelease } from './store/packages.ts'

/** Loads, checks and publishes packages. */
export const catalogue = module({
  name: 'catalogue',
  operations: [
    searchCatalogueHandler,
    listCatalogueHandler,
    listOrganisationsHandler,
    searchDataHandler,
    getConceptHandler,
  ],
  protocols: [showPublicCatalogueHandler],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
