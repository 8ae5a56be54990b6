import { type FileKind, findFileKind, type Packages } from '@tereze/catalogue/contract'
import { findService } from './service.ts'

/** The kind of files that the closed cases of a service are by its newest version; null where the nomenclature has none. */
export function fileKindOf(packages: Packages, id: string): FileKind | null {
  const service = findService(packages, id)
  const { kind } = (service?.pack.json.get('service.json')?.retention ?? {}) as { readonly kind?: string }
  return service === null || kind === undefined ? null : findFileKind(packages, service.jurisdiction, kind)
}
