import { event, Instant, LocalDate, OrganisationId, operation, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { ContentHash, RegulationId, regulationNotFound, rulesMissing, stepRefused, stepTaken } from './regulation.ts'
import { RemarkId, SaidText } from './steps.ts'

/** Id of a voice. */
export const VoiceId = TypedId('voice')

/** A place in a regulation (RFC 6901); elements of lists by id or position. */
const Place = Type.String({ pattern: '^(/([^~/]|~0|~1)+)*$', maxLength: 300 })

/** Of what speaks of the whole text: the hash of the text that was read; another one meanwhile is refused. */
const read = { content: ContentHash }

/** What a body says of a regulation: those that are asked, whoever makes the expertise, decides disagreements, registers. */
export const VoiceStep = Type.Union([
  Type.Object({ step: Type.Literal('make-remark'), place: Place, text: SaidText }),
  Type.Object({
    step: Type.Literal('settle-remark'),
    id: RemarkId,
    settled: Type.Union([Type.Literal('content'), Type.Literal('insists')]),
  }),
  Type.Object({
    step: Type.Literal('give-position'),
    ...read,
    position: Type.Union([Type.Literal('agrees'), Type.Literal('agrees-with-remarks'), Type.Literal('disagrees')]),
  }),
  Type.Object({
    step: Type.Literal('give-expertise'),
    ...read,
    factors: Type.Array(Type.Object({ place: Place, text: Type.String({ minLength: 1, maxLength: 5_000 }) }), {
      maxItems: 100,
    }),
  }),
  Type.Object({
    step: Type.Literal('decide-disagreement'),
    id: RemarkId,
    upheld: Type.Boolean(),
    text: SaidText,
    /** The day of the meeting with those who disagree. */
    met: Type.Optional(LocalDate),
  }),
  Type.Object({ step: Type.Literal('register'), ...read, number: Type.String({ maxLength: 100 }) }),
  Type.Object({ step: Type.Literal('return'), reason: SaidText }),
])
/** What a body says of a regulation. */
export type VoiceStep = Static<typeof VoiceStep>

/** A voice is `given` until the owner's life has taken or refused it. */
export const VoiceState = Type.Union([Type.Literal('given'), Type.Literal('taken'), Type.Literal('refused')])

/** A voice as the body that gave it sees it. */
export const VoiceCard = Type.Object({
  voice: VoiceId,
  step: VoiceStep,
  at: Instant,
  state: VoiceState,
  /** Why it was refused: a code of the life cycle with what it is about; null where it was not. */
  refusal: Type.Union([
    Type.Object({ code: Type.String(), params: Type.Record(Type.String(), Type.String()) }),
    Type.Null(),
  ]),
})
/** A voice as the body that gave it sees it. */
export type VoiceCard = Static<typeof VoiceCard>

/** A body said something of another's regulation. Thin. */
export const voiceGiven = event({
  type: 'regulations.voice-given',
  does: 'A body said something of a regulation of another organisation.',
  data: Type.Object({ voice: VoiceId, owner: OrganisationId, regulation: RegulationId }),
})
/** The owner's life took it, or refused it because it had moved meanwhile. Thin. */
export const voiceSettled = event({
  type: 'regulations.voice-settled',
  does: 'What a body said of a regulation was taken into its life, or refused because it stands otherwise by now.',
  data: Type.Object({
    voice: VoiceId,
    speaker: OrganisationId,
    taken: Type.Boolean(),
    code: Type.String(),
    params: Type.Record(Type.String(), Type.String()),
  }),
})

/** Says something of a regulation for the own body. */
export const giveVoice = operation({
  name: 'regulations.give-voice',
  does: 'Says something of a regulation for the own body: remark, position, expertise, decision on a disagreement, registration.',
  input: Type.Object({
    organisation: OrganisationId,
    owner: OrganisationId,
    regulation: RegulationId,
    step: VoiceStep,
  }),
  output: Type.Object({ voice: Type.Union([VoiceId, Type.Null()]), state: VoiceState }),
  permission: 'regulations.voice.give',
  refusals: [regulationNotFound, stepRefused, rulesMissing],
  emits: [voiceGiven, stepTaken],
})
