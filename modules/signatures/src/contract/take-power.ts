import { FileNumber, PowerId, powerTaken, takeFilePower } from '@tereze/access/contract'
import { operation, refusal } from '@tereze/operation'
import { Type } from 'typebox'

/** Nobody may act by the power: `faults` are those of its check. */
export const powerFaulty = refusal('signatures.power-faulty', 'invalid')
/** The power is for others than whoever brings it. */
export const powerOfOther = refusal('signatures.power-of-other', 'forbidden')
/** The delegates act only together: the platform knows no acting of several. */
export const powerJoint = refusal('signatures.power-joint', 'unsupported')
/** No register knows the principal, or the person who signed. */
export const powerPartyUnknown = refusal('signatures.power-party-unknown', 'invalid')

/** What a power that was taken lets its delegate do. */
export const TakenPower = Type.Object({ powers: Type.Array(PowerId) })

/** Keeps a power that a check proved. */
export const keepPower = operation({
  name: 'signatures.keep-power',
  does: 'Keeps a power of attorney that a check of its file proved: its delegate may act by it, its register is asked of it each day.',
  input: Type.Object({
    ...takeFilePower.input.properties,
    /** Powers that it was given on under, nearest first. */
    above: Type.Array(FileNumber, { maxItems: 20 }),
    /** SHA-256 of the file, base64url. */
    fingerprint: Type.String({ minLength: 43, maxLength: 43 }),
  }),
  output: TakenPower,
  permission: 'signatures.power.keep',
  refusals: [powerTaken, ...takeFilePower.refusals.filter(({ code }) => code !== powerTaken.code)],
})
