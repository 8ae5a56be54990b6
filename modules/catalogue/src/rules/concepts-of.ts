import { type Concept, type Field, fieldsOf } from '@tereze/meta-model'
import type { Package, Packages } from '../contract/packages.ts'

/** The concepts that a package of the meta-model declares, with the file and place of each, repetitions too. */
export function declaredIn(pack: Package): { concept: Concept; file: string; pointer: string }[] {
  return [...pack.json].flatMap(([file, { concepts }]) =>
    (Array.isArray(concepts) ? (concepts as unknown as readonly Concept[]) : []).map((concept, index) => ({
      concept,
      file,
      pointer: `/concepts/${index}`,
    })),
  )
}

const known = new WeakMap<readonly Package[], ReadonlyMap<string, Concept>>()

/** All concepts of the published meta-model by id. */
export function conceptsOf(packages: Pick<Packages, 'list'>): ReadonlyMap<string, Concept> {
  const packs = packages.list('concept')
  const found =
    known.get(packs) ?? new Map(packs.flatMap(declaredIn).map(({ concept }) => [concept.id, concept] as const))
  known.set(packs, found)
  return found
}

/** Fields of one schema of a package. */
export interface SchemaFields {
  readonly file: string
  /** Where the schema stands in the file, and its fields in the data of the package. */
  readonly at: '' | '/request' | '/response'
  readonly fields: readonly Field[]
}

/** The schemas of a package that hold data: what a register, a service or a process keeps, what a contract asks and answers. */
export function schemasOf(pack: Package): SchemaFields[] {
  const data = pack.json.get('data.schema.json')
  const contract = pack.kind === 'contract' ? pack.json.get('contract.json') : undefined
  return [
    ...(data === undefined ? [] : [{ file: 'data.schema.json', at: '' as const, fields: fieldsOf(data) }]),
    ...(contract === undefined
      ? []
      : (['request', 'response'] as const)
          .filter(name => contract[name] !== undefined)
          .map(name => ({
            file: 'contract.json',
            at: `/${name}` as const,
            fields: fieldsOf(contract[name]),
          }))),
  ]
}
