import { getOrganisation } from '@tereze/catalogue/contract'
import { regionOf } from '../rules/region-of.ts'
import type { CaseRun } from './case-run.ts'

/** Region whose days count in a case: of its department, or of an organisation that has only one; null: the country's days alone. */
export function caseRegion({ row, packages, service }: CaseRun): string | null {
  return regionOf(getOrganisation(packages, service.owner), row.department)
}
