import { createHash } from 'node:crypto'
import type { Context } from '@tereze/foundation-operations'
import { visitConfirmed } from '../contract/visit.ts'
import { updateConfirmed, type Visit } from '../store/visits.ts'
import { visitWords } from '../views/visit-words.ts'

/** Confirms a visit: its evidence is kept, the hash of it stands in the audit log, and it is announced. */
export async function confirm(context: Context, visit: Visit, signature: string | null): Promise<void> {
  const { tx, now, concerns, emit } = context
  const words = visitWords(context, visit)
  const by = signature === null ? 'code' : 'signature'
  await updateConfirmed(tx, visit.id, { by, words, signature, now })
  const evidence = createHash('sha256')
    .update(JSON.stringify([words, signature]))
    .digest('hex')
  concerns([visit.person], [`confirmed-by:${by}`, `evidence:sha-256:${evidence}`])
  const { id, person } = visit
  await emit(visitConfirmed, { subject: id, data: { visit: id, person }, onBehalfOf: person, ground: `visit:${id}` })
}
