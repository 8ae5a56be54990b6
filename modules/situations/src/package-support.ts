import type { PackageSupport } from '@tereze/catalogue/contract'
import { checkSituation } from './definition/check-situation.ts'

/** Situations are published only when everything that they name and read is there. */
export const situationPackages: PackageSupport = {
  kind: 'situation',
  check: checkSituation,
  activate: async () => undefined,
}
