import type { Reader, Tx } from '@tereze/foundation-database'
import type { Actor, Language, Operation, Refused, SignatureKind } from '@tereze/operation'

/** What is known of a request before anyone is authenticated. */
export interface Credentials {
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: Readonly<Record<string, string>>
  readonly language: Language
  readonly method: string
  /** What is asked for, without query. */
  readonly path: string
}

/** Tells who asks. Bound by the composition root to the identity module. */
export interface Authenticator {
  authenticate(credentials: Credentials): Promise<Actor | Refused>
}

/** What an authoriser is asked. */
export interface AccessQuestion {
  readonly actor: Actor
  readonly operation: string
  readonly permission: string
  readonly tenant: string
  readonly input: unknown
}

/** Its answer, with the reason a person can be told and the version of the policy that gave it. */
export interface AccessAnswer {
  readonly allowed: boolean
  readonly reason: string
  readonly policyVersion: string
  /** By what an actor acts for another: a tie of the registers or a power; absent where they act as themselves. */
  readonly by?: string
  /** On which ground beyond the ordinary it is allowed: written into the audit line of what is done under it. */
  readonly ground?: string
}

/** Decides whether an actor may. Bound to the access module. */
export interface Authoriser {
  decide(question: AccessQuestion, reader: Reader): Promise<AccessAnswer>
}

/** What somebody has to have signed before it is done. */
export interface SigningQuestion {
  readonly actor: Actor
  readonly operation: Operation
  readonly input: unknown
  /** The signature that came with the request; null where none did. */
  readonly signature: string | null
}

/** A signature of what is wanted by whoever wants it: of which kind, or of something or somebody else. */
export type SigningAnswer = { readonly kind: SignatureKind } | 'missing' | 'other'

/** Tells whether something was signed. Bound to the signatures module. */
export interface Signatory {
  find(question: SigningQuestion, reader: Reader): Promise<SigningAnswer>
}

/** One access: who, for whom, by which clients, what, why, about whom, with which outcome. No personal data but ids. */
export interface AuditLine {
  readonly id: string
  readonly tenant: string
  readonly time: string
  readonly actor: Actor
  readonly operation: string
  readonly purpose: string
  readonly ground: string | null
  readonly subjects: readonly string[]
  readonly fields: readonly string[]
  /** `done` or the code of the refusal. */
  readonly outcome: string
  readonly policyVersion: string
  readonly correlation: string
}

/** Writes audit lines. Bound to the audit module. */
export interface Auditor {
  append(tx: Tx, lines: readonly AuditLine[]): Promise<void>
}
