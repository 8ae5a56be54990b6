import type { PackageSupport } from '@tereze/catalogue/contract'
import { checkDataset } from './checking/check-dataset.ts'

/** A dataset is published only when nothing in it gives a secret away; its first version is made by the job. */
export const datasetPackages: PackageSupport = {
  kind: 'dataset',
  check: async (pack, all) => checkDataset(pack, all),
  activate: async () => undefined,
}
