import { refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** How a field is protected. */
export const FieldLabel = Type.Union([
  Type.Literal('open'),
  Type.Literal('official-use'),
  Type.Literal('personal'),
  Type.Literal('special'),
  Type.Literal('biometric'),
  Type.Literal('tax-secret'),
  Type.Literal('medical-secret'),
  Type.Literal('bank-secret'),
])

/**
 * Under which entry of the register's access the platform itself calls: a contract, a service, or its own upkeep. Only code
 * inside the platform may say it; the access policy refuses it from outside.
 */
export const Under = Type.Optional(
  Type.String({
    pattern: '^(contract:[a-z][a-z0-9.-]*@[1-9][0-9]*|service:[a-z][a-z0-9-]*|dataset:[a-z][a-z0-9-]*|system)$',
    description: 'Entry of the register’s access under which the platform itself calls; refused from outside.',
  }),
)

/**
 * An official reads in an emergency that they have declared: by the register's entry `emergency`, of any organisation. The access
 * policy lets it through only while the emergency runs, and the audit line names it.
 */
export const InEmergency = Type.Optional(
  Type.Boolean({ description: 'Read in an emergency that was declared before; refused when none runs.' }),
)

/** A field that the reader does not get. */
export const Withheld = Type.Object({
  /** JSON Pointer; `*` stands for every element of a list. */
  pointer: Type.String(),
  label: FieldLabel,
  /** `label`: no ground of the reader opens the label; `field`: the reader's grounds name other fields. */
  because: Type.Union([Type.Literal('label'), Type.Literal('field')]),
  /** Grounds on which the register opens it. */
  grounds: Type.Array(Type.String()),
})
/** A field that the reader does not get. */
export type Withheld = Static<typeof Withheld>

/** The register does not let this reader do this. */
export const accessNotGranted = refusal('registers.access-not-granted', 'forbidden')
/** The search names a column that the reader may not see. */
export const columnNotGranted = refusal('registers.column-not-granted', 'forbidden')
