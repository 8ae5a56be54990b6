import type { Context } from '@tereze/foundation-operations'
import { checkMadeUp, checkMissed } from '../contract/missed-check.ts'
import { endMissed, insertMissed, type MissedBecause } from '../store/missed-checks.ts'

/** Notes that the complete check of a register is missing, and announces it: once, until one is through. */
export async function missCheck({ tx, ids, now, emit }: Context, register: string, why: MissedBecause): Promise<void> {
  const missed = ids.newId('missed-check')
  if (await insertMissed(tx, { id: missed, register, why, now }))
    await emit(checkMissed, { subject: register, data: { register, why, missed } })
}

/** A complete check of a register is through: what was missing is made up for. */
export async function makeUpCheck({ tx, now, emit }: Context, register: string): Promise<void> {
  const missed = await endMissed(tx, register, now)
  if (missed !== null) await emit(checkMadeUp, { subject: register, data: { register, missed } })
}
