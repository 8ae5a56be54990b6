import { packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { isRefused, type Refused, refuse } from '@tereze/operation'
import { mergeReferenceStuck, mergeSource, mergeTooLarge } from '../contract/duplicate.ts'
import type { VersionKind } from '../contract/record.ts'
import { definitionOf, type RegisterDefinition } from '../definition/definition.ts'
import { repoint } from '../rules/repoint.ts'
import { sameValue } from '../rules/same-value.ts'
import { findCurrent, type StoredRecord } from '../store/records.ts'
import { listPointingTo } from '../store/references.ts'
import { addVersion } from './add-version.ts'

/** How many records are moved in one transaction. */
const most = 500

/** A record that was made to point to another one. */
export interface Moved {
  readonly register: string
  readonly record: string
  readonly pointers: readonly string[]
}

type Stuck = Refused<'registers.merge-reference-stuck'>

/** Registers of an owner whose records may point to those of a register, with the pointers. */
export function referrersOf(context: Pick<Context, 'port'>, { id, owner }: RegisterDefinition) {
  return context
    .port(packages)
    .list('register')
    .map(definitionOf)
    .filter(definition => definition.owner === owner)
    .map(definition => ({
      definition,
      pointers: definition.references.filter(({ register }) => register === id).map(({ pointer }) => pointer),
    }))
    .filter(({ pointers }) => pointers.length > 0)
}

interface Move {
  readonly merge: string
  readonly from: string
  readonly to: string
  readonly reason: string
  readonly kind: VersionKind
}

async function moveOne(
  context: Context,
  definition: RegisterDefinition,
  current: StoredRecord,
  pointers: readonly string[],
  { merge, from, to, reason, kind }: Move,
): Promise<readonly string[] | Stuck> {
  let data = current.data
  const moved: string[] = []
  for (const pointer of pointers) {
    const next = repoint(data, pointer, from, to)
    if (!sameValue(next, data)) moved.push(pointer)
    data = next
  }
  if (moved.length === 0) return moved
  const written = await addVersion(context, definition, current, {
    data,
    validFrom: current.validFrom,
    source: mergeSource(merge, definition.owner),
    reason,
    grants: null,
    kind,
  })
  if (!isRefused(written)) return moved
  return refuse(mergeReferenceStuck, {
    params: { register: definition.id, record: current.record, code: written.code },
    also: written.also,
  })
}

/** Makes everything that points to one record point to another, in all registers of the owner. */
export async function moveReferences(
  context: Context,
  target: RegisterDefinition,
  move: Move,
): Promise<Moved[] | Stuck | Refused<'registers.merge-too-large'>> {
  const moved: Moved[] = []
  for (const { definition, pointers } of referrersOf(context, target)) {
    const pointing = await listPointingTo(context.tx, definition, pointers, move.from, most + 1)
    if (moved.length + pointing.length > most) return refuse(mergeTooLarge, { params: { most } })
    for (const current of pointing) {
      const done = await moveOne(context, definition, current, pointers, move)
      if (isRefused(done)) return done
      moved.push({ register: definition.id, record: current.record, pointers: done })
    }
  }
  return moved
}

/** Makes what a merge moved point to where it pointed; what points elsewhere by now stays. */
export async function moveBack(context: Context, moved: readonly Moved[], move: Move): Promise<null | Stuck> {
  for (const { register, record, pointers } of moved) {
    const pack = context.port(packages).find('register', register)
    const current = await findCurrent(context.tx, context.tx.tenant, register, record)
    if (pack === null || current === null) continue
    const done = await moveOne(context, definitionOf(pack), current, pointers, move)
    if (isRefused(done)) return done
  }
  return null
}
