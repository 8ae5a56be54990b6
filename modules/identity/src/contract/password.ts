import { Instant, operation, refusal } from '@tereze/operation'
import { Type } from 'typebox'
import { signInStale } from './passkey.ts'
import { wayChanged } from './way-changed.ts'

/** The name under which somebody signs in with a password: small letters, digits, and `.`, `_`, `-`, `@` between them. */
export const SignInName = Type.String({
  pattern: '^[a-z0-9](?:[a-z0-9._@-]{1,58}[a-z0-9])$',
  description: 'Name to sign in with',
})

/** Somebody else signs in under this name. */
export const signInNameTaken = refusal('identity.sign-in-name-taken', 'conflict')
/** The password is shorter than twelve letters. */
export const passwordShort = refusal('identity.password-short', 'invalid')
/** The password is known from breaches, or is guessed soon. */
export const passwordWeak = refusal('identity.password-weak', 'invalid')
/** The account has no password. */
export const passwordNotFound = refusal('identity.password-not-found', 'not-found')
/** Name, password or code is wrong; which one, nobody is told. */
export const passwordWrong = refusal('identity.password-wrong', 'invalid')
/** So many sign-ins failed that they pause. */
export const passwordPaused = refusal('identity.password-paused', 'too-many')
/** The code is not the one that the program shows now. */
export const programCodeWrong = refusal('identity.program-code-wrong', 'invalid')
/** The account has no program that shows codes. */
export const codeProgramNotFound = refusal('identity.code-program-not-found', 'not-found')

/** Passwords and programs of the own account. */
export const getWays = operation({
  name: 'identity.get-ways',
  does: 'Tells whether the own account has a password and a program that shows codes.',
  kind: 'query',
  input: Type.Object({}),
  output: Type.Object({
    signInName: Type.Union([Type.String(), Type.Null()]),
    passwordSetAt: Type.Union([Instant, Type.Null()]),
    codeProgramAddedAt: Type.Union([Instant, Type.Null()]),
    /** What a program needs to show codes, while the sign-in is fresh: as text in base 32, and as an address for it. */
    preparation: Type.Union([Type.Object({ secret: Type.String(), address: Type.String() }), Type.Null()]),
  }),
  permission: 'identity.way.read',
})

/** Sets the password of the own account. */
export const setPassword = operation({
  name: 'identity.set-password',
  does: 'Sets the name and password of the own account.',
  input: Type.Object({ signInName: SignInName, password: Type.String({ maxLength: 128 }) }),
  output: Type.Object({ signInName: SignInName }),
  permission: 'identity.way.change',
  assurance: 'substantial',
  refusals: [signInStale, signInNameTaken, passwordShort, passwordWeak],
  emits: [wayChanged],
})

/** Removes the password of the own account, and with it the program that shows codes. */
export const removePassword = operation({
  name: 'identity.remove-password',
  does: 'Removes the password of the own account, with the program that shows codes.',
  input: Type.Object({}),
  output: Type.Object({ removed: Type.Boolean() }),
  permission: 'identity.way.change',
  assurance: 'substantial',
  refusals: [signInStale, passwordNotFound],
  emits: [wayChanged],
})

/** Adds a program that shows codes, proven by the one that it shows. */
export const addCodeProgram = operation({
  name: 'identity.add-code-program',
  does: 'Adds a program that shows codes (TOTP, RFC 6238) to the own account.',
  input: Type.Object({ code: Type.String({ maxLength: 12 }) }),
  output: Type.Object({ added: Type.Boolean() }),
  permission: 'identity.way.change',
  assurance: 'substantial',
  refusals: [signInStale, passwordNotFound, programCodeWrong],
  emits: [wayChanged],
})

/** Removes the program that shows codes. */
export const removeCodeProgram = operation({
  name: 'identity.remove-code-program',
  does: 'Removes the program that shows codes from the own account.',
  input: Type.Object({}),
  output: Type.Object({ removed: Type.Boolean() }),
  permission: 'identity.way.change',
  assurance: 'substantial',
  refusals: [signInStale, codeProgramNotFound],
  emits: [wayChanged],
})
