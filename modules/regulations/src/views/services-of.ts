import type { Package, Packages } from '@tereze/catalogue/contract'
import { type AroundRegulations, regulationSource } from '@tereze/regulation'
import { contentOf } from '../rules/content-of.ts'
import { wholeRegulation } from '../rules/whole-regulation.ts'
import type { RegulationRow } from '../store/regulations.ts'

/** Published services, each in its newest version, that were made from a regulation, with the hash of what theirs says; null: unreadable. */
export function servicesOf(
  packages: Packages,
  around: AroundRegulations,
  { owner, code }: Pick<RegulationRow, 'owner' | 'code'>,
): { readonly pack: Package; readonly content: string | null }[] {
  return packages.list('service').flatMap(pack => {
    const said = pack.json.get(regulationSource)
    if (said?.id !== code || pack.json.get('service.json')?.owner !== `org:${owner}`) return []
    const whole = wholeRegulation(JSON.stringify(said), around)
    return [{ pack, content: whole === null ? null : contentOf(whole).content }]
  })
}
