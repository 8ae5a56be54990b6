import { LocalDate, PersonId, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** For whom somebody may act: a person, or an organisation by its record in the register of organisations. */
export const PrincipalId = Type.Union([PersonId, TypedId('organisation')])

/** What of the registers itself lets somebody act for another. */
export const TieKind = Type.Enum(['parent', 'guardian', 'director', 'representative'])
/** What of the registers itself lets somebody act for another. */
export type TieKind = Static<typeof TieKind>

/** That a person may act for another by what a register says, without any power being given. */
export const Tie = Type.Object({
  kind: TieKind,
  actor: PersonId,
  principal: PrincipalId,
  since: LocalDate,
  /** The register that says so. */
  register: Type.String(),
})
/** That a person may act for another by what a register says. */
export type Tie = Static<typeof Tie>
