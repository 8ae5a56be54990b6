import type { Packages } from '@tereze/catalogue/contract'
import { type Service, serviceOf } from './service.ts'

/**
 * A service in the version that a case keeps.
 * @throws Error when that version is not published: a case holds only references that publishing has checked.
 */
export function getService(packages: Packages, id: string, version: string): Service {
  return serviceOf(packages.get('service', id, version))
}
