import { port } from '@tereze/foundation-operations'
import { Instant, operation, refusal } from '@tereze/operation'
import { Type } from 'typebox'

/** The session has ended or never was. */
export const sessionNotFound = refusal('identity.session-not-found', 'not-found')
/** The session has expired: sign in again. */
export const sessionExpired = refusal('identity.session-expired', 'unauthenticated')
/** The one-time code is wrong. */
export const codeWrong = refusal('identity.code-wrong', 'invalid')
/** Too many wrong codes: ask for a new one. */
export const codeExhausted = refusal('identity.code-exhausted', 'too-many')

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
    /** Token that a browser sends back in `x-tereze-form` (or the field `_form`) with every command. */
    formToken: Type.String(),
  }),
  permission: 'identity.session.read',
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

/** A person or official who may choose themselves at the demo sign-in. */
export interface DemoIdentity {
  readonly id: string
  readonly kind: 'person' | 'official'
  readonly name: string
  /** Message key of one line that says who this is in the story. */
  readonly about: string
  readonly organisation: string | null
}

/** People who may sign in at the demo, and where their one-time codes go. Bound only by the demo composition. */
export interface DemoSignIn {
  identities(): Promise<readonly DemoIdentity[]>
  find(id: string): Promise<DemoIdentity | null>
  sendCode(identity: DemoIdentity, code: string): Promise<void>
}
/** Bound only by the demo composition. */
export const demoSignIn = port<DemoSignIn>('identity.demo-sign-in')

/** The name of a person by id; bound to registers, which identity does not know. */
export const personNames = port<{ nameOf(person: string): Promise<string | null> }>('identity.person-names')
