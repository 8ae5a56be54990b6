import type { ApiScope } from '../contract/index.ts'

/** An application that signs people in at our OpenID provider. */
export interface OpenIdClient {
  readonly id: string
  readonly name: string
  /** Null for an application that cannot keep one; it proves itself by PKCE alone. */
  readonly secret: string | null
  readonly redirectUris: readonly string[]
  /** Ours: nobody is asked whether it may. */
  readonly firstParty: boolean
  /** Scopes of the platform that it may ask for; none unless told. */
  readonly scopes?: readonly ApiScope[]
}
