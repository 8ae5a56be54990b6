import { casePackages } from '@tereze/cases'
import { accessPackages } from '@tereze/catalogue'
import type { PackageSupport } from '@tereze/catalogue/contract'
import { credentialPackages } from '@tereze/credentials'
import { datasetPackages } from '@tereze/datasets'
import { documentPackages } from '@tereze/documents'
import { contractPackages } from '@tereze/exchange'
import { noticePackages } from '@tereze/notifications'
import { profilePackages } from '@tereze/profile'
import { registerFields, registerPackages } from '@tereze/registers'
import { situationPackages } from '@tereze/situations'
import { pipelinePackages } from '@tereze/studio'
import { vigilancePackages } from '@tereze/vigilance'

/** What the modules do with the kinds of package that they understand. */
export const supports: readonly PackageSupport[] = [
  accessPackages,
  vigilancePackages,
  pipelinePackages,
  registerPackages,
  credentialPackages,
  documentPackages,
  contractPackages,
  ...noticePackages,
  ...casePackages,
  situationPackages,
  profilePackages,
  datasetPackages(registerFields),
]
