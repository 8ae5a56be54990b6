import { JsonObject, LocalDate, OrganisationId, openScope, operation, refusal, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { ContentHash, RegulationCode, RegulationId } from './regulation.ts'

/** A regulation that is or was in force, as anyone sees it. */
export const LegalRegulation = Type.Object({
  regulation: RegulationId,
  organisation: OrganisationId,
  code: RegulationCode,
  version: Type.String(),
  jurisdiction: Type.String(),
  title: Text,
  inForce: LocalDate,
  /** First day on which it no longer holds; null: nothing ends it. */
  until: Type.Union([LocalDate, Type.Null()]),
  /** Published services that are given by it; cases of them are opened by `cases.open-case`. */
  services: Type.Array(Type.String()),
})
/** A regulation that is or was in force. */
export type LegalRegulation = Static<typeof LegalRegulation>

/** No version of this regulation was in force on this day. */
export const notInForce = refusal('regulations.not-in-force', 'not-found')

/** Who reads what is law. */
const anyone = 'regulations.text.read'

/** What is in force. */
export const listInForce = operation({
  name: 'regulations.list-in-force',
  does: 'Lists the digital regulations that are in force on a day, today unless told; at most 500.',
  kind: 'query',
  input: Type.Object({
    organisation: Type.Optional(OrganisationId),
    on: Type.Optional(LocalDate),
  }),
  output: Type.Object({ items: Type.Array(LegalRegulation) }),
  permission: anyone,
  scope: openScope,
})

/** One, as of a day. */
export const getInForce = operation({
  name: 'regulations.get-in-force',
  does: 'Gives a digital regulation as it is in force on a day, today unless told, with its text as data, its act and its versions.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, code: RegulationCode, on: Type.Optional(LocalDate) }),
  output: Type.Object({
    regulation: LegalRegulation,
    /** SHA-256 of the text in the form of RFC 8785; the approval was signed over it. */
    content: ContentHash,
    text: JsonObject,
    act: Type.String(),
    approvedOn: LocalDate,
    registration: Type.Union([Type.Object({ number: Type.String(), on: LocalDate }), Type.Null()]),
    versions: Type.Array(LegalRegulation),
  }),
  permission: anyone,
  scope: openScope,
  refusals: [notInForce],
})
