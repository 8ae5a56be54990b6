import { event } from '@tereze/operation'
import { Type } from 'typebox'

/** A witness began to doubt a log of an organisation. */
export const witnessDoubted = event({
  type: 'audit.witness-doubted',
  does: 'A witness that had cosigned a log of an organisation refuses to go on, or knows a longer log than there is.',
  data: Type.Object({
    /** Name of the log, e.g. `services.example/civil-registry/audit`. */
    log: Type.String(),
    witness: Type.String(),
    state: Type.Enum(['refused', 'ahead']),
    /** Size of the checkpoint that it was asked to cosign. */
    size: Type.Integer({ minimum: 0 }),
  }),
})
