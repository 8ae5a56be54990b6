import { Instant, JsonObject, OrganisationId, openScope, operation, protocol, refusal } from '@tereze/operation'
import type { LifeCycle, RuleMaking } from '@tereze/regulation'
import { Colleague, DraftId } from '@tereze/studio/contract'
import { type Static, Type } from 'typebox'
import { ContentHash, RegulationCard, RegulationId, regulationNotFound, rulesMissing } from './regulation.ts'
import { VoiceCard } from './voice.ts'

/** A text that a regulation had. */
export const RegulationText = Type.Object({
  number: Type.Integer({ minimum: 1 }),
  content: ContentHash,
  at: Instant,
})

/** A step that was taken. */
export const LifeStep = Type.Object({
  number: Type.Integer({ minimum: 1 }),
  /** As it was taken; `step` is its name. */
  step: JsonObject,
  /** `org:…`; null: the calendar. */
  body: Type.Union([Type.String(), Type.Null()]),
  by: Type.Union([Colleague, Type.Null()]),
  at: Instant,
})
/** A step that was taken. */
export type LifeStep = Static<typeof LifeStep>

/** A regulation as those see it who have to do with it. */
export const RegulationPage = Type.Object({
  card: RegulationCard,
  draft: DraftId,
  /** The regulation as it says now. */
  text: JsonObject,
  texts: Type.Array(RegulationText),
  life: Type.Unsafe<LifeCycle>(JsonObject),
  /** How regulations are made in its jurisdiction. */
  rules: Type.Unsafe<RuleMaking>(JsonObject),
  steps: Type.Array(LifeStep),
  /** What the own body said of it, the last first; none of the owner's. */
  voices: Type.Array(VoiceCard),
  /** Steps that whoever asks may take now. */
  may: Type.Array(Type.String()),
  /** Other versions of the regulation that have a life, the newest first. */
  versions: Type.Array(RegulationCard),
  /** Published services that were made from this regulation, and whether from this very text. */
  services: Type.Array(Type.Object({ service: Type.String(), version: Type.String(), same: Type.Boolean() })),
})
/** A regulation as those see it who have to do with it. */
export type RegulationPage = Static<typeof RegulationPage>

/** There is no text of this number. */
export const textNotFound = refusal('regulations.text-not-found', 'not-found')

/** Others have their texts printed: later. */
export const printerBusy = refusal('regulations.printer-busy', 'too-many')

const read = 'regulations.regulation.read'
const whose = { organisation: OrganisationId, owner: OrganisationId, regulation: RegulationId }

/** Regulations that an organisation has to do with. */
export const listRegulations = operation({
  name: 'regulations.list-regulations',
  does: 'Lists the regulations of an organisation and those of others on which it was asked to act, the last changed first; at most 500.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({ items: Type.Array(RegulationCard) }),
  permission: read,
})

/** One regulation. */
export const getRegulation = operation({
  name: 'regulations.get-regulation',
  does: 'Gives a regulation with its text, remarks, steps and what whoever asks may do; to its owner and to bodies that were asked.',
  kind: 'query',
  input: Type.Object(whose),
  output: RegulationPage,
  permission: read,
  refusals: [regulationNotFound, rulesMissing],
})

/** An earlier text. */
export const getText = operation({
  name: 'regulations.get-text',
  does: 'Gives a text that a regulation had, by its number; to its owner and to bodies that were asked.',
  kind: 'query',
  input: Type.Object({ ...whose, number: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }),
  output: Type.Object({ text: JsonObject, content: ContentHash, at: Instant }),
  permission: read,
  refusals: [regulationNotFound, textNotFound],
})

/** The legal text as pages. */
export const printText = protocol({
  name: 'regulations.print-text',
  does: 'Gives the legal text of a regulation as PDF, in one language or several side by side (`languages=kk,ru`), in the structure of its jurisdiction; to anyone once it was in force.',
  method: 'GET',
  path: '/regulations/:owner/:regulation/text.pdf',
  permission: 'regulations.text.read',
  scope: openScope,
  refusals: [regulationNotFound, printerBusy],
})
