import type { Organisation } from '@tereze/catalogue/contract'

/** Region for which a department of an organisation works; where it says none, the only region of the organisation; null for the country. */
export function regionOf(
  { departments, regions }: Pick<Organisation, 'departments' | 'regions'>,
  department: string | null,
): string | null {
  const own = departments.find(({ id }) => id === department)?.region
  return own ?? (regions.length === 1 ? (regions[0] ?? null) : null)
}
