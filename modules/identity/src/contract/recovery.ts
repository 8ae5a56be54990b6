import { Instant, operation, PersonId, protocol, refusal, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { signInExpired } from './sign-in.ts'
import { wayChanged } from './way-changed.ts'

/** Id of a recovery. */
export const RecoveryId = TypedId('recovery')

/** A recovery that waits: for a second official, or for the person with the paper code. */
export const Recovery = Type.Object({
  recovery: RecoveryId,
  person: PersonId,
  name: Type.String(),
  /** The document that was shown, in words. */
  document: Type.String(),
  begunBy: Type.String(),
  begunAt: Instant,
  /** Until when the paper code holds; null when nobody has confirmed yet. */
  codeUntil: Type.Union([Instant, Type.Null()]),
})
/** A recovery that waits. */
export type Recovery = Static<typeof Recovery>

/** No such person is known to the registers. */
export const recoveryPersonUnknown = refusal('identity.recovery-person-unknown', 'invalid')
/** No such recovery waits. */
export const recoveryNotFound = refusal('identity.recovery-not-found', 'not-found')
/** Whoever began a recovery does not confirm it. */
export const recoveryOwn = refusal('identity.recovery-own', 'forbidden')
/** The paper code is none, was used, or is too old. */
export const recoveryCodeWrong = refusal('identity.recovery-code-wrong', 'invalid')

/** Begins to give an account back to a person who came with a document. */
export const beginRecovery = operation({
  name: 'identity.begin-recovery',
  does: 'Begins to give an account back to a person who came to a one-stop shop with a document.',
  input: Type.Object({
    /** The person's national number, as on the document. */
    number: Type.String({ minLength: 3, maxLength: 40 }),
    /** The document that was shown and compared with the person. */
    document: Type.String({ minLength: 3, maxLength: 200 }),
  }),
  output: Type.Object({ recovery: RecoveryId }),
  permission: 'identity.recovery.manage',
  assurance: 'substantial',
  refusals: [recoveryPersonUnknown],
})

/** Confirms a recovery that another official began; the paper code is given this once. */
export const confirmRecovery = operation({
  name: 'identity.confirm-recovery',
  does: 'Confirms a recovery that another official began, and gives the paper code.',
  input: Type.Object({ recovery: RecoveryId }),
  output: Type.Object({ code: Type.String(), until: Instant }),
  permission: 'identity.recovery.manage',
  assurance: 'substantial',
  refusals: [recoveryNotFound, recoveryOwn],
  emits: [wayChanged],
})

/** Ends a recovery that is not to be finished. */
export const dropRecovery = operation({
  name: 'identity.drop-recovery',
  does: 'Ends a recovery that is not to be finished; its paper code is worth nothing.',
  input: Type.Object({ recovery: RecoveryId }),
  output: Type.Object({ recovery: RecoveryId }),
  permission: 'identity.recovery.manage',
  refusals: [recoveryNotFound],
})

/** Recoveries that wait. */
export const listRecoveries = operation({
  name: 'identity.list-recoveries',
  does: 'Lists the recoveries that wait for a second official or for the person.',
  kind: 'query',
  input: Type.Object({}),
  output: Type.Object({ items: Type.Array(Recovery) }),
  permission: 'identity.recovery.manage',
})

/** `GET /recovery` */
export const showRecoveries = protocol({
  name: 'identity.show-recoveries',
  does: 'Shows officials of one-stop shops the recoveries that wait.',
  method: 'GET',
  path: '/recovery',
  permission: 'identity.recovery.manage',
})

/** `POST /recovery` */
export const changeRecovery = protocol({
  name: 'identity.change-recovery',
  does: 'Begins, confirms or ends a recovery.',
  method: 'POST',
  path: '/recovery',
  permission: 'identity.recovery.manage',
  limit: 4096,
})

/** `POST /sign-in/interaction/:uid/recovery` */
export const usePaperCode = protocol({
  name: 'identity.use-paper-code',
  does: 'Takes a paper code, ends everything that opened the account before, and goes on with the sign-in.',
  method: 'POST',
  path: '/sign-in/interaction/:uid/recovery',
  permission: 'identity.session.begin',
  limit: 4096,
  refusals: [signInExpired, recoveryCodeWrong],
})
