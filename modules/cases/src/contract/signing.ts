import { Instant, LocalDate, PersonId, Text, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { NeededSignature } from './signed.ts'

/** Id of a request to sign. */
export const SignatoryId = TypedId('signatory')

/** Somebody whom the applicant asked to sign, as the applicant sees them. */
export const SignatoryView = Type.Object({
  signatory: SignatoryId,
  name: Text,
  state: Type.Enum(['asked', 'signed', 'declined', 'lapsed', 'withdrawn']),
  askedAt: Instant,
  /** Last local date on which they may sign. */
  until: LocalDate,
  settledAt: Type.Union([Instant, Type.Null()]),
  /** Why they declined, in their own words. */
  reason: Type.Union([Type.String(), Type.Null()]),
})
/** Somebody whom the applicant asked to sign. */
export type SignatoryView = Static<typeof SignatoryView>

/** Who signs an application beside its applicant. */
export const Signing = Type.Object({
  kind: NeededSignature,
  least: Type.Integer(),
  most: Type.Integer(),
  chosen: Type.Array(SignatoryView),
  /** Persons who are offered to choose from: of the family, or of the firm. */
  candidates: Type.Array(Type.Object({ person: PersonId, name: Text })),
  /** How many may be asked now; 0: the application goes its way already. */
  room: Type.Integer(),
})
/** Who signs an application beside its applicant. */
export type Signing = Static<typeof Signing>
