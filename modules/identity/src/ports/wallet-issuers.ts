import type { Language } from '@tereze/operation'

/** What an offer's code and number stand for. */
export interface TakenOffer {
  readonly account: string
  /** Level at which the person was signed in when they made the offer. */
  readonly assurance: string
  /** Address of the issuer that the token is for. */
  readonly issuer: string
  readonly scope: string
  /** Results that the token lets its wallet fetch. */
  readonly documents: readonly string[]
}

/** Issuers of credentials as the token endpoint needs to know them; bound to credentials, which identity does not know. */
export interface WalletIssuers {
  /** The issuer below which a path lies; null for any other path. */
  issuerAt(path: string): string | null
  /** Scopes of the tokens for an issuer; null when it is none. */
  scopesOf(issuer: string): readonly string[] | null
  /** The issuer that a scope belongs to; null when it belongs to none. */
  issuerOf(scope: string): string | null
  /** What a scope lets a wallet fetch, in words. */
  nameOf(scope: string, language: Language): string | null
  /** Takes an offer; null when there is none, it is over or the number is wrong. */
  take(code: string, number: string): Promise<TakenOffer | null>
  /** What a token lets its wallet fetch, by name (OpenID4VCI 1.0, 6.2). */
  detailsOf(token: {
    readonly account: string
    readonly issuer: string
    readonly scopes: readonly string[]
    readonly documents: readonly string[] | null
  }): Promise<readonly Readonly<Record<string, unknown>>[]>
}

/** Where no credentials are given. */
export const noIssuers: WalletIssuers = {
  issuerAt: () => null,
  scopesOf: () => null,
  issuerOf: () => null,
  nameOf: () => null,
  take: async () => null,
  detailsOf: async () => [],
}
