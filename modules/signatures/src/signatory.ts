import type { Keys } from '@tereze/foundation-keys'
import type { Clock, Signatory } from '@tereze/foundation-operations'
import { signedOperation } from './rules/signed-operation.ts'
import { digestOf, openStatement } from './statements.ts'

/** Finds whether an operation was signed: a statement of whoever wants it, over its name and input (`signed-operation`). */
export function createSignatory({ keys, clock }: { readonly keys: Keys; readonly clock: Clock }): Signatory {
  return {
    async find({ actor, operation, input, signature }, reader) {
      const open =
        signature === null ? null : await openStatement(keys, reader, { statement: signature, now: clock.now() })
      if (open === null || open.kept === null) return 'missing'
      const { row, kept } = open
      const wanted = digestOf(signedOperation(operation.name, input)).toString('hex')
      const actingFor = actor.kind === 'person' ? actor.onBehalfOf : null
      const same = row.account === actor.id && row.actingFor === actingFor && row.fingerprint === wanted
      return same ? { kind: kept.by.kind } : 'other'
    },
  }
}
