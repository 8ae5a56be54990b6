import { JsonObject, OrganisationId, operation } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { ServiceVersion } from './service-version.ts'

/** Everything that a step can find; screens have words for each, and a way out for each that is not well. */
export const findings = [
  'member-known',
  'member-unknown',
  'system-unknown',
  'service-published',
  'service-unknown',
  'version-unknown',
  'runs-here',
  'runs-elsewhere',
  'key-in-use',
  'key-ends',
  'no-key',
  'key-kept-here',
  'certificate-good',
  'certificate-never',
  'certificate-over',
  'access-granted',
  'access-nobody',
  'access-purpose',
  'access-system',
  'access-not-yet',
  'access-ended',
  'access-revoked',
  'access-elsewhere',
  'not-paused',
  'paused',
  'pause-elsewhere',
  'own-system-answers',
  'own-system-unasked',
  'own-system-late',
  'own-system-fails',
  'queue-empty',
  'queue-waiting',
  'queue-dead',
  'last-done',
  'last-none',
  'last-failed',
] as const
/** What a step found. */
export type Finding = (typeof findings)[number]

/**
 * One step on the way of a message, in its order. `id` with `state` names the words that screens have for it:
 * `member` the asker takes part · `service` the service is published · `place` where the provider runs · `key` the asker has a key in
 * use · `certificate` the provider’s certificate is good · `access` the asker may · `open` no maintenance · `system` the
 * provider’s own system, where the service is answered from one · `queue` nothing was given up ·
 * `last` how the last message ended.
 */
export const DiagnosisStep = Type.Object({
  id: Type.Enum(['member', 'service', 'place', 'key', 'certificate', 'access', 'open', 'system', 'queue', 'last']),
  /** `ok`; `wrong`: this stops messages; `note`: worth knowing; `skipped`: cannot be told because of a step before. */
  state: Type.Enum(['ok', 'wrong', 'note', 'skipped']),
  /** What exactly. */
  finding: Type.Enum([...findings]),
  params: JsonObject,
})
/** One step on the way of a message. */
export type DiagnosisStep = Static<typeof DiagnosisStep>

/** Why a service does not answer. */
export const diagnoseService = operation({
  name: 'exchange.diagnose-service',
  does: 'Goes the way of a message step by step, without sending one, and tells at which step it fails or would fail, and why.',
  kind: 'query',
  input: Type.Object({
    /** Who asks or would ask. */
    organisation: OrganisationId,
    contract: ServiceVersion,
    purpose: Type.String({ minLength: 1, maxLength: 100 }),
    /** The asker’s system; its first when absent. */
    system: Type.Optional(Type.String({ maxLength: 63 })),
  }),
  output: Type.Object({ works: Type.Boolean(), steps: Type.Array(DiagnosisStep) }),
  permission: 'exchange.service.diagnose',
})
