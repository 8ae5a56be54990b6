import type { PackageProblem } from '../contract/kinds.ts'
import type { Package } from '../contract/packages.ts'

function clausesIn(value: unknown, pointer: string): { clause: string; pointer: string }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => {
    const here = `${pointer}/${name}`
    if (name === 'clause' && typeof part === 'string') return [{ clause: part, pointer: here }]
    return clausesIn(part, here)
  })
}

/** Every clause that a regulation refers to is one of its clauses: a decision cites nothing that nobody can read. */
export function checkClauses(pack: Package): PackageProblem[] {
  const regulation = pack.json.get('regulation.json')
  if (regulation === undefined) return []
  const clauses = (regulation.clauses ?? []) as readonly { readonly id: string }[]
  const known = new Set(clauses.map(({ id }) => id))
  return clausesIn(regulation, '')
    .filter(({ clause }) => !known.has(clause))
    .map(({ clause, pointer }) => ({
      package: `${pack.kind}:${pack.id}`,
      file: 'regulation.json',
      pointer,
      code: 'package.clause-unknown',
      params: { clause },
    }))
}
