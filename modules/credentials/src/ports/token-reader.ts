import { port } from '@tereze/operation'

/** What an access token lets a wallet do. */
export interface WalletToken {
  readonly account: string
  readonly client: string
  readonly scopes: readonly string[]
  /** Results that it is limited to; null: all that the scopes reach. */
  readonly documents: readonly string[] | null
}

/** Reads access tokens for an issuer; whether their bearer may use them was judged when the request came in. Bound to identity. */
export interface TokenReader {
  read(token: string, issuer: string): Promise<WalletToken | null>
}
/** Bound by the composition root. */
export const tokenReader = port<TokenReader>('credentials.token-reader')
