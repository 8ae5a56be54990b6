import { PrincipalId } from '@tereze/access/contract'
import { Instant, openScope, operation, refusal, TypedId } from '@tereze/operation'
import { Type } from 'typebox'

/** The session has ended or never was. */
export const sessionNotFound = refusal('identity.session-not-found', 'not-found')
/** The session has expired: sign in again. */
export const sessionExpired = refusal('identity.session-expired', 'unauthenticated')
/** The access token is not ours, not for this service, or has expired. */
export const tokenInvalid = refusal('identity.token-invalid', 'unauthenticated')
/** The access token was not given for calling the platform. */
export const scopeMissing = refusal('identity.scope-missing', 'forbidden')

/** Who I am: what every screen asks first. */
export const getSession = operation({
  name: 'identity.get-session',
  does: 'Tells who is signed in: id, name, roles, until when.',
  kind: 'query',
  input: Type.Object({}),
  output: Type.Object({
    kind: Type.Union([Type.Literal('person'), Type.Literal('official'), Type.Literal('anonymous')]),
    id: Type.String(),
    name: Type.String(),
    organisation: Type.Union([Type.String(), Type.Null()]),
    unit: Type.Union([Type.String(), Type.Null()]),
    roles: Type.Array(Type.String()),
    until: Type.Union([Instant, Type.Null()]),
    /** For whom a person acts, and their name in the asking person's language; null: for themselves. */
    onBehalfOf: Type.Optional(Type.Union([Type.Object({ id: PrincipalId, name: Type.String() }), Type.Null()])),
    /** Token that a browser sends back in `x-tereze-form` (or the field `_form`) with every command; empty for nobody. */
    formToken: Type.String(),
  }),
  permission: 'identity.session.read',
  scope: openScope,
})

/** Ends the own session. */
export const endSession = operation({
  name: 'identity.end-session',
  does: 'Ends the asking session.',
  input: Type.Object({}),
  output: Type.Object({ ended: Type.Boolean() }),
  permission: 'identity.session.end',
  refusals: [sessionNotFound],
})

/** A session of the own account, and where it is. */
export const OwnSession = Type.Object({
  session: TypedId('session'),
  /** Program and system, `Firefox, Windows`; null when the browser did not say. */
  browser: Type.Union([Type.String(), Type.Null()]),
  assurance: Type.Union([Type.Literal('low'), Type.Literal('substantial'), Type.Literal('high')]),
  beganAt: Instant,
  usedAt: Instant,
  /** Whether it is the one that asks. */
  current: Type.Boolean(),
})

/** Sessions of the own account. */
export const listSessions = operation({
  name: 'identity.list-sessions',
  does: 'Lists the open sessions of the own account, the last used first.',
  kind: 'query',
  input: Type.Object({}),
  output: Type.Object({ items: Type.Array(OwnSession) }),
  permission: 'identity.way.read',
})

/** Ends sessions of the own account elsewhere; they are worth nothing from the next request on. */
export const endSessions = operation({
  name: 'identity.end-sessions',
  does: 'Ends one session of the own account, or all but the asking one.',
  input: Type.Object({ session: Type.Optional(TypedId('session')) }),
  output: Type.Object({ ended: Type.Integer() }),
  permission: 'identity.session.end',
  refusals: [sessionNotFound],
})
