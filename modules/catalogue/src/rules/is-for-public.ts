import { isTemplate } from '../contract/is-template.ts'
import type { Package } from '../contract/packages.ts'

/** Whether a service is for people or firms; one that officials alone begin among themselves is in no catalogue, and no template is. */
export function isForPublic(pack: Package): boolean {
  const audience = pack.json.get('service.json')?.audience
  return !isTemplate(pack) && (!Array.isArray(audience) || audience.some(one => one !== 'official'))
}
