import type { FormatName } from './shape.ts'

const byName: Readonly<Record<string, FormatName>> = {
  'access.json': 'access',
  'payments.json': 'payments',
  'powers.json': 'powers',
  'process.json': 'process',
  'profile.json': 'profile',
  'quality.json': 'quality',
  'records.json': 'records',
  'service.json': 'service',
  'signatories.json': 'signatories',
  'situation.json': 'situation',
  'sources.json': 'sources',
  'ties.json': 'ties',
}

/** The format of a file by its path inside the package; null where it is none of those that are drawn as forms. */
export function formatOf(path: string): FormatName | null {
  if (/^credentials\/[^/]+\.credential\.json$/.test(path)) return 'credential'
  if (/^presentations\/[^/]+\.presentation\.json$/.test(path)) return 'presentation'
  return byName[path] ?? null
}
