import type { Package, Packages } from '@tereze/catalogue/contract'
import type { Source } from '../definition/service.ts'

interface Served {
  readonly serves?: { readonly find?: readonly { readonly register: string }[] }
}

/** Where the words of a source's members are looked for: its contract, and the registers that answer. */
export function sourcePackages(packages: Packages, source: Source): Package[] {
  const [id = '', major] = (source.contract ?? '').split('@')
  const contract = source.contract === undefined ? null : packages.find('contract', id, major)
  const served = (contract?.json.get('contract.json') as Served | undefined)?.serves?.find ?? []
  const registers = [...(source.register === undefined ? [] : [source.register]), ...served.map(find => find.register)]
  return [contract, ...registers.map(register => packages.find('register', register))].filter(pack => pack !== null)
}
