import { LocalDate, operation, PersonId, refusal } from '@tereze/operation'
import { Type } from 'typebox'
import {
  delegateUnfit,
  PowerCode,
  PowerId,
  PowerScope,
  powerChanged,
  powerCodeUnknown,
  powerNotGivable,
} from './power.ts'
import { PrincipalId } from './tie.ts'

/** The number under which the register of machine-readable powers knows one. */
export const FileNumber = Type.String({ pattern: '^[0-9a-z-]{8,64}$' })

/** The power of this number was brought before. */
export const powerTaken = refusal('access.power-taken', 'conflict')

/** The power of this number was given on under another one, which was not brought by the one who gave it on: `number`. */
export const powerAboveMissing = refusal('access.power-above-missing', 'conflict')

/** Takes a power that a file proved. */
export const takeFilePower = operation({
  name: 'access.take-file-power',
  does: 'Takes a power of attorney that a checked file proved: it holds as long as its register is heard to have it in force. Given on only by another file.',
  input: Type.Object({
    number: FileNumber,
    /** Of the power that it was given on under; null where it was not. */
    under: Type.Union([FileNumber, Type.Null()]),
    principal: PrincipalId,
    delegate: PersonId,
    /** Who signed it. */
    givenBy: PersonId,
    /** What may be done, each with the services to which it is limited. */
    scopes: Type.Array(
      Type.Object({ codes: Type.Array(PowerCode, { minItems: 1 }), services: PowerScope.properties.services }),
      {
        minItems: 1,
        maxItems: 20,
      },
    ),
    from: LocalDate,
    until: LocalDate,
    confirmedUntil: LocalDate,
  }),
  output: Type.Object({ powers: Type.Array(PowerId) }),
  permission: 'access.power.take-file',
  refusals: [delegateUnfit, powerAboveMissing, powerCodeUnknown, powerNotGivable, powerTaken],
  emits: [powerChanged],
})

/** Notes what a register says of a power now. */
export const noteFilePower = operation({
  name: 'access.note-file-power',
  does: 'Notes what the register says of a power that came as a file: in force, so that it counts until a day, or revoked, so that nobody acts by it from the next request on.',
  input: Type.Object({
    number: FileNumber,
    says: Type.Union([
      Type.Object({ state: Type.Literal('in-force'), until: LocalDate }),
      Type.Object({ state: Type.Literal('revoked') }),
    ]),
  }),
  output: Type.Object({ powers: Type.Integer() }),
  permission: 'access.power.take-file',
  emits: [powerChanged],
})
