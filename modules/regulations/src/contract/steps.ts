import { LocalDate, OrganisationId, operation } from '@tereze/operation'
import { DraftId, draftNotFound, RevisionNumber } from '@tereze/studio/contract'
import { type Static, Type } from 'typebox'
import {
  bodyOther,
  bodyUnknown,
  forceEnded,
  RegulationId,
  RegulationStage,
  regulationBegun,
  regulationNotFound,
  rulesMissing,
  stepRefused,
  stepTaken,
  textFaulty,
  textMissing,
  textOther,
  versionExists,
} from './regulation.ts'

/** What is written to others: reasons, remarks, answers. */
export const SaidText = Type.String({ maxLength: 5_000 })
/** Id of a remark. */
export const RemarkId = Type.String({ minLength: 1, maxLength: 80 })

/** Steps of the body whose regulation it is. */
export const OwnStep = Type.Union([
  /** The text becomes that of the draft as it is now. */
  Type.Object({ step: Type.Literal('change-text'), revision: RevisionNumber }),
  Type.Object({
    step: Type.Literal('ask-agreement'),
    bodies: Type.Array(OrganisationId, { maxItems: 50, uniqueItems: true }),
  }),
  Type.Object({ step: Type.Literal('answer-remark'), id: RemarkId, accepted: Type.Boolean(), text: SaidText }),
  Type.Object({ step: Type.Literal('ask-approval') }),
  Type.Object({ step: Type.Literal('return'), reason: SaidText }),
  /** The first day in force. Where another version is in force, it is amended from that day. */
  Type.Object({ step: Type.Literal('set-force'), on: LocalDate }),
  /** `act`: what repeals it; `from`: the first day on which it no longer holds. */
  Type.Object({
    step: Type.Literal('repeal'),
    act: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
    from: LocalDate,
  }),
])
/** Steps of the body whose regulation it is. */
export type OwnStep = Static<typeof OwnStep>

/** Begins a life. */
export const beginRegulation = operation({
  name: 'regulations.begin-regulation',
  does: 'Begins the life of the version of a regulation that a draft holds; its text is fixed by its hash.',
  input: Type.Object({ organisation: OrganisationId, draft: DraftId, revision: RevisionNumber }),
  output: Type.Object({ regulation: RegulationId }),
  permission: 'regulations.regulation.write',
  refusals: [draftNotFound, textMissing, textOther, bodyOther, versionExists, rulesMissing],
  emits: [regulationBegun],
})

/** Takes a step of the own body. */
export const takeStep = operation({
  name: 'regulations.take-step',
  does: 'Takes a step in the life of an own regulation: its text, whom it is agreed with, answers to remarks, first day, repeal.',
  input: Type.Object({ organisation: OrganisationId, regulation: RegulationId, step: OwnStep }),
  output: Type.Object({ regulation: RegulationId, stage: RegulationStage }),
  permission: 'regulations.regulation.write',
  refusals: [
    regulationNotFound,
    stepRefused,
    draftNotFound,
    textMissing,
    textOther,
    bodyOther,
    textFaulty,
    bodyUnknown,
    rulesMissing,
  ],
  emits: [stepTaken, forceEnded],
})
