import type { PackageSupport } from '@tereze/catalogue/contract'
import { checkDataset, type ReadFields } from './checking/check-dataset.ts'

/** A dataset is published only when nothing in it gives a secret away; its first version is made by the job. */
export function datasetPackages(registerFields: ReadFields): PackageSupport {
  return {
    kind: 'dataset',
    check: async (pack, all) => checkDataset(pack, all, registerFields),
    activate: async () => undefined,
  }
}
