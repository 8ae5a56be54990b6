import type { PackageProblem } from '../contract/kinds.ts'
import { findFileKind } from '../contract/nomenclature.ts'
import type { Package, Packages } from '../contract/packages.ts'

interface Nomenclature {
  readonly counts: { readonly source: string }
  readonly destruction: { readonly source: string }
  readonly kinds: readonly {
    readonly id: string
    readonly index: string
    readonly title: string
    readonly source: string
  }[]
}

type Found = Pick<PackageProblem, 'pointer' | 'code' | 'params'>

function repeated(kinds: Nomenclature['kinds'], name: 'id' | 'index'): Found[] {
  return kinds.flatMap((kind, at) =>
    kinds.findIndex(other => other[name] === kind[name]) === at
      ? []
      : [{ pointer: `/kinds/${at}/${name}`, code: 'package.file-kind-repeated', params: { kind: kind[name] } }],
  )
}

function checkKinds(pack: Package, { counts, destruction, kinds }: Nomenclature): Found[] {
  const acts = (pack.json.get('acts.json')?.acts ?? []) as readonly { readonly id: string }[]
  const sources = [
    { pointer: '/counts/source', source: counts.source },
    { pointer: '/destruction/source', source: destruction.source },
    ...kinds.map(({ source }, at) => ({ pointer: `/kinds/${at}/source`, source })),
  ]
  return [
    ...repeated(kinds, 'id'),
    ...repeated(kinds, 'index'),
    ...sources
      .filter(({ source }) => !acts.some(({ id }) => source.startsWith(`act:${id}/`)))
      .map(({ pointer, source }) => ({ pointer, code: 'package.act-of-law-unknown', params: { act: source } })),
    ...kinds.flatMap(({ title }, at) => {
      const key = title.replace(/^message:/, '')
      return pack.messages.has(key)
        ? []
        : [{ pointer: `/kinds/${at}/title`, code: 'package.message-unknown', params: { key } }]
    }),
  ]
}

/**
 * The nomenclature of a jurisdiction names each kind of files once, in words, by a provision of an act that the jurisdiction knows; and
 * the closed cases of a service are of one of its kinds.
 */
export function checkNomenclature(pack: Package, all: Packages): PackageProblem[] {
  const nomenclature = pack.json.get('nomenclature.json') as unknown as Nomenclature | undefined
  const at = (file: string) => (found: Found) => ({ package: `${pack.kind}:${pack.id}`, file, ...found })
  if (pack.kind === 'jurisdiction')
    return nomenclature === undefined ? [] : checkKinds(pack, nomenclature).map(at('nomenclature.json'))
  const card = pack.kind === 'service' ? pack.json.get('service.json') : undefined
  const { kind } = (card?.retention ?? {}) as { kind?: unknown }
  if (card === undefined || typeof kind !== 'string' || findFileKind(all, String(card.jurisdiction), kind) !== null)
    return []
  return [{ pointer: '/retention/kind', code: 'package.file-kind-unknown', params: { kind } }].map(at('service.json'))
}
