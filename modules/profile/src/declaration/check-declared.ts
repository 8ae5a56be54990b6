import type { Package, PackageProblem, PackageSupport, Packages } from '@tereze/catalogue/contract'
import { declaredBy } from './declared.ts'

interface Index {
  readonly name: string
  readonly pointer: string
}

/** What is wrong with the way a register comes into profiles: columns that hold no person it is about, a service that there is not. */
export async function checkDeclared(pack: Package, all: Packages): Promise<PackageProblem[]> {
  const declared = declaredBy(pack)
  if (declared === null) return []
  const card = pack.json.get('register.json') as unknown as {
    readonly subjects: readonly string[]
    readonly indexes: readonly Index[]
  }
  const problem = (pointer: string, code: string, params: PackageProblem['params']): PackageProblem => ({
    package: `register:${pack.id}`,
    file: 'profile.json',
    pointer,
    code,
    params,
  })
  const pointerOf = (column: string) =>
    column === 'id' ? '/id' : card.indexes.find(({ name }) => name === column)?.pointer
  const unfit = declared.by.flatMap((column, place) =>
    card.subjects.includes(pointerOf(column) ?? '')
      ? []
      : [problem(`/by/${place}`, 'package.profile-column-unfit', { column })],
  )
  const { represents } = declared
  const columns = [
    ...declared.firms.map((column, place) => ({ column, pointer: `/firms/${place}` })),
    ...(represents === null ? [] : [{ column: represents.firm, pointer: '/represents/firm' }]),
  ]
  const nowhere = columns.flatMap(({ column, pointer }) =>
    pointerOf(column) === undefined ? [problem(pointer, 'package.profile-column-unfit', { column })] : [],
  )
  const { errors } = declared
  const unknown =
    errors === null || all.find('service', errors) !== null
      ? []
      : [problem('/errors', 'package.reference-unknown', { reference: `service:${errors}` })]
  return [...unfit, ...nowhere, ...unknown]
}

/** A register is published only when what it says of profiles is right. */
export const profilePackages: PackageSupport = {
  kind: 'register',
  check: checkDeclared,
  activate: async () => undefined,
}
