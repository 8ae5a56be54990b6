import type { CryptoKey } from 'jose'

/** A key of a wallet. */
export interface WalletKey {
  readonly privateKey: CryptoKey
  readonly jwk: { readonly kty: string; readonly crv: string; readonly x: string; readonly y: string }
  readonly thumbprint: string
}

/** What a proof of a key is about; what is not given is as it should be. */
export interface ProofOf {
  readonly issuer: string
  readonly nonce: string
  readonly client?: string
  readonly with?: WalletKey
  readonly header?: Readonly<Record<string, unknown>>
  readonly at?: number
}

/** What is shown to whom. */
export interface ShowTo {
  readonly disclose: readonly (readonly string[])[]
  readonly audience: string
  readonly nonce: string
  readonly key?: CryptoKey
  readonly now?: number
  readonly keyBinding?: boolean
}

/** A question as the wallet read it, its signature checked. */
export interface Question {
  readonly client_id: string
  readonly nonce: string
  readonly response_uri: string
  readonly asks: readonly (readonly string[])[]
  readonly id: string
  readonly types: readonly string[]
  readonly client_metadata: { readonly client_name: string; readonly jwks: { readonly keys: readonly object[] } }
}

/** Credentials that were fetched. */
export interface Fetched {
  readonly credentials: readonly string[]
  notify(event: 'credential_accepted' | 'credential_failure' | 'credential_deleted'): Promise<unknown>
}

/** Metadata of an issuer and of its authorization server. */
export interface IssuerMetadata {
  readonly metadata: Readonly<Record<string, never>>
  readonly server: Readonly<Record<string, string>>
}

/** A wallet. */
export interface Wallet {
  readonly key: WalletKey
  prove(of: ProofOf): Promise<string>
  readOffer(link: string): Promise<Record<string, unknown>>
  metadataOf(issuer: string): Promise<IssuerMetadata>
  fetchWith(
    token: string,
    of: {
      issuer: string
      metadata: object
      wanted: string
      details?: readonly object[]
      client?: string
      copies?: number
    },
  ): Promise<Fetched>
  present(credential: string, to: ShowTo): Promise<string>
  claimsOf(credential: string): readonly { readonly path: readonly string[]; readonly value: unknown }[]
  takeOffer(
    link: string,
    number: string,
    options?: { copies?: number },
  ): Promise<Fetched & { readonly token: string; readonly metadata: Record<string, unknown> }>
  readQuestion(link: string): Promise<Question>
  answer(question: Question, credential: string | null, choice?: Partial<ShowTo>): Promise<Record<string, unknown>>
  encryptFor(question: Pick<Question, 'client_metadata'>, value: unknown): Promise<string>
}

/** Sends what a wallet sends. */
export type Send = (address: string, init?: RequestInit) => Promise<Response>

export function createWallet(options?: { now?: () => Date; fetch?: Send; privateJwk?: object | null }): Promise<Wallet>
export function wellKnown(address: string, name: string): string
export class Refused extends Error {
  readonly status: number
  readonly body: { readonly error?: string; readonly code?: string } | null
}
