import { port } from '@tereze/foundation-operations'
import type { SystemActor } from '@tereze/operation'

/** A person or official who may choose themselves at the demo sign-in. */
export interface DemoIdentity {
  readonly id: string
  readonly kind: 'person' | 'official'
  readonly name: string
  /** Message key of one line that says who this is in the story; null for the many that no story is about. */
  readonly about: string | null
  readonly organisation: string | null
}

/** People who may sign in at the demo, and where their one-time codes go. Given only by the demo composition. */
export interface DemoSignIn {
  /** The people and officials of the story, in the order in which they are shown. */
  identities(): Promise<readonly DemoIdentity[]>
  /** Anybody of the demo country whose name fits the words. */
  search(words: string, limit: number): Promise<readonly DemoIdentity[]>
  find(id: string): Promise<DemoIdentity | null>
  sendCode(identity: DemoIdentity, code: string): Promise<void>
  /** The newest code on the demo phone of somebody; null when none came. */
  shownCode(identity: DemoIdentity): Promise<string | null>
}

/** The name of a person by id; bound to registers, which identity does not know. */
export const personNames = port<{ nameOf(person: string): Promise<string | null> }>('identity.person-names')

/** Information systems that prove themselves by a shared secret. */
export interface BearerSystems {
  /** The system whose secret this is, or null. Compares in constant time. */
  find(secret: string): Omit<SystemActor, 'language'> | null
}

/** An application that signs people in at our OpenID provider. */
export interface OpenIdClient {
  readonly id: string
  readonly name: string
  /** Null for an application that cannot keep one; it proves itself by PKCE alone. */
  readonly secret: string | null
  readonly redirectUris: readonly string[]
  /** Ours: nobody is asked whether it may. */
  readonly firstParty: boolean
}
