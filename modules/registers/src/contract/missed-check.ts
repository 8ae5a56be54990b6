import { event, TypedId } from '@tereze/operation'
import { Type } from 'typebox'
import { RegisterId } from './record.ts'

/** Why a register was not checked completely: the check broke, or was not through within a day. */
export const MissedBecause = Type.Union([Type.Literal('failed'), Type.Literal('late')])

/** Id of a complete check that is missing. */
export const MissedCheckId = TypedId('missed-check')

/** A register was not checked completely. Thin. */
export const checkMissed = event({
  type: 'registers.check-missed',
  does: 'A complete check of a register against its rules of quality failed, or was not through within a day.',
  data: Type.Object({ register: RegisterId, why: MissedBecause, missed: MissedCheckId }),
})

/** A register that had not been is checked completely. Thin. */
export const checkMadeUp = event({
  type: 'registers.check-made-up',
  does: 'A register whose complete check had failed or was late has been checked completely.',
  data: Type.Object({ register: RegisterId, missed: MissedCheckId }),
})
