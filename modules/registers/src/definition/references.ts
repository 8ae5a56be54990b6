import type { Tx } from '@tereze/foundation-database'
import type { FieldProblem } from '@tereze/operation'
import { listExisting } from '../store/records.ts'
import type { RegisterDefinition } from './definition.ts'
import { valueAt } from './pointer.ts'

/** References to records of the same organisation that are not there. Those of other organisations are theirs to answer for. */
export async function missingReferences(
  tx: Tx,
  definition: RegisterDefinition,
  data: Record<string, unknown>,
): Promise<FieldProblem[]> {
  const [problems = []] = await missingReferencesOfMany(tx, definition, [data])
  return problems
}

/** The same for many records at once, in their order. */
export async function missingReferencesOfMany(
  tx: Tx,
  definition: RegisterDefinition,
  many: readonly Record<string, unknown>[],
): Promise<FieldProblem[][]> {
  const problems: FieldProblem[][] = many.map(() => [])
  const byRegister = new Map<string, { pointer: string; id: string; place: number }[]>()
  for (const [place, data] of many.entries()) {
    for (const { pointer, register, local } of definition.references) {
      const id = valueAt(data, pointer)
      if (local && typeof id === 'string')
        byRegister.set(register, [...(byRegister.get(register) ?? []), { pointer, id, place }])
    }
  }
  for (const [register, wanted] of byRegister) {
    const existing = await listExisting(
      tx,
      tx.tenant,
      register,
      wanted.map(reference => reference.id),
    )
    for (const { pointer, id, place } of wanted)
      if (!existing.has(id)) problems[place]?.push({ pointer, code: 'field.reference-unknown' })
  }
  return problems
}
