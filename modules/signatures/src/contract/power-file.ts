import { LocalDate, openScope, protocol, refusal, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { CheckedSignature, checkLimit, fileMissing } from './check.ts'

/** The file is no machine-readable power of attorney: `element` names the place, `fault` what is wrong there. */
export const powerUnreadable = refusal('signatures.power-unreadable', 'invalid')

/** Somebody whom a power names, with the numbers that the jurisdiction knows the kind of. */
export const PowerParty = Type.Object({
  name: Type.String(),
  numbers: Type.Array(Type.Object({ kind: Type.String(), value: Type.String() })),
})
/** Somebody whom a power names. */
export type PowerParty = Static<typeof PowerParty>

/** Why nobody may act by a power. */
export const PowerFault = Type.Enum([
  'signature-missing',
  'signature-faulty',
  'signer-other',
  'signature-weak',
  'numbers-unknown',
  'not-yet',
  'over',
  'revoked',
  'revoked-above',
  'register-silent',
  'not-registered',
  'codes-unknown',
])
/** Why nobody may act by a power. */
export type PowerFault = Static<typeof PowerFault>

/** What a check of a machine-readable power of attorney found. */
export const PowerCheck = Type.Object({
  number: Type.String(),
  /** The power above it; null where it was not given on. */
  under: Type.Union([Type.String(), Type.Null()]),
  from: LocalDate,
  until: LocalDate,
  givingOn: Type.Enum(['never', 'once', 'again']),
  jointly: Type.Boolean(),
  principals: Type.Array(PowerParty),
  givers: Type.Array(PowerParty),
  delegates: Type.Array(PowerParty),
  /** What may be done by it: codes of the own classifier of powers. */
  allows: Type.Array(Type.Object({ code: Type.String(), title: Text })),
  /** The same by the services to which it is limited; null: to none. */
  scopes: Type.Array(
    Type.Object({
      codes: Type.Array(Type.String()),
      services: Type.Union([Type.Array(Type.String()), Type.Null()]),
    }),
  ),
  /** Numbers of the powers that it was given on under, as the register tells them, nearest first. */
  above: Type.Array(Type.String()),
  /** Powers that the jurisdiction says nothing of: nobody acts by them. */
  unknown: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  /** Why nobody may act by it now, the first first; none where they may. */
  faults: Type.Array(PowerFault),
  /** The signature that was looked at; null where there is none. */
  signature: Type.Union([CheckedSignature, Type.Null()]),
  /** Local date of the check at the portal's operator. */
  checkedOn: LocalDate,
})
/** What a check of a machine-readable power of attorney found. */
export type PowerCheck = Static<typeof PowerCheck>

/** Anyone's check of a machine-readable power. The file is not kept. */
export const checkPower = protocol({
  name: 'signatures.check-power',
  does: 'Checks a machine-readable power of attorney (EMCHD_1): multipart/form-data with `file`, and `signature` where it stands beside the file.',
  method: 'POST',
  path: '/signatures/powers/check',
  permission: 'signatures.file.check',
  scope: openScope,
  refusals: [fileMissing, powerUnreadable],
  limit: checkLimit,
  audited: true,
})
