import { type Assurance, port, type Refused, refuse } from '@tereze/operation'
import { importJWK, type JWK } from 'jose'
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  PrivateKeyJwt,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { type OutsideProvider, providerUnreachable, signInExpired, signInMismatched } from '../contract/index.ts'
import { createTies } from './ties.ts'

/** Path to which outside providers send browsers back. */
export const outsidePath = '/sign-in/outside'

/** Why somebody is sent to an outside provider: to sign in, or to connect an account of theirs there with the one of a session. */
export type Purpose =
  | { readonly of: 'sign-in'; readonly interaction: string }
  | { readonly of: 'link'; readonly session: string; readonly account: string }

/** Who came back from an outside provider. */
export interface Returned {
  readonly provider: string
  readonly subject: string
  readonly assurance: Assurance
  readonly purpose: Purpose
}

/** This place as a client of providers of others. */
export interface OutsideDesk {
  /** Where to send the browser, and the cookie that ties the answer to it. */
  leave(provider: OutsideProvider, purpose: Purpose): Promise<{ location: string; cookie: string } | Refused>
  /** Who came back; `cookie` takes the tie away, whatever came. */
  finish(
    url: URL,
    cookies: Readonly<Record<string, string>>,
    find: (provider: string) => Promise<OutsideProvider | null>,
  ): Promise<{ outcome: Returned | Refused; cookie: string | null }>
}
/** Bound by `createIdentity`. */
export const outsideDesk = port<OutsideDesk>('identity.outside-desk')

interface Tie {
  readonly provider: string
  readonly nonce: string
  readonly verifier: string
  readonly purpose: Purpose
}

/** Whether an error is of the talk with a provider, and not a bug. */
function isOfProvider(error: unknown): boolean {
  const code = String((error as { code?: unknown })?.code ?? '')
  return error instanceof Error && /^(OAUTH|ERR_OAUTH|OIDC|ERR_JWT|ERR_JOSE)/.test(code)
}

/** Creates the client. @param options.send the line on which nothing can be led into our own network. */
export function createOutsideDesk(options: {
  origin: string
  signingKey: JWK
  secret: Uint8Array
  send: (url: string, init: RequestInit) => Promise<Response>
}): OutsideDesk {
  const { origin, signingKey, send } = options
  const ties = createTies<Tie>({
    name: 'tereze_outside',
    path: outsidePath,
    secret: options.secret,
    secure: origin.startsWith('https:'),
  })

  async function configurationOf({ issuer, client }: OutsideProvider): Promise<Configuration> {
    const key = await importJWK(signingKey, 'ES256')
    if (key instanceof Uint8Array) throw new Error('the signing key is no key pair')
    const kid = signingKey.kid
    return discovery(new URL(issuer), client, undefined, PrivateKeyJwt(kid === undefined ? key : { key, kid }), {
      [customFetch]: (url, init) => send(url, init as RequestInit),
      execute: issuer.startsWith('http:') ? [allowInsecureRequests] : [],
    })
  }

  return {
    async leave(provider, purpose) {
      const state = randomState()
      const tie: Tie = {
        provider: provider.provider,
        nonce: randomNonce(),
        verifier: randomPKCECodeVerifier(),
        purpose,
      }
      let configuration: Configuration
      try {
        configuration = await configurationOf(provider)
      } catch (error) {
        // Whatever it is that answers there, or does not: nobody can sign in there now.
        if (error instanceof Error) return refuse(providerUnreachable)
        throw error
      }
      const location = buildAuthorizationUrl(configuration, {
        redirect_uri: `${origin}${outsidePath}/callback`,
        scope: 'openid',
        state,
        nonce: tie.nonce,
        code_challenge: await calculatePKCECodeChallenge(tie.verifier),
        code_challenge_method: 'S256',
        claims: JSON.stringify({ id_token: { acr: null } }),
        // Whoever connects accounts proves there who they are: a session that somebody else left there is not connected.
        ...(purpose.of === 'link' ? { prompt: 'login' } : {}),
      })
      return { location: location.href, cookie: ties.keep(state, tie) }
    },
    async finish(url, cookies, find) {
      const state = url.searchParams.get('state') ?? ''
      const tie = ties.find(cookies, state)
      const provider = tie === null ? null : await find(tie.provider)
      if (tie === null || provider === null) return { outcome: refuse(signInExpired), cookie: null }
      const cookie = ties.clear(state)
      try {
        const tokens = await authorizationCodeGrant(await configurationOf(provider), url, {
          pkceCodeVerifier: tie.verifier,
          expectedState: state,
          expectedNonce: tie.nonce,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (claims === undefined) return { outcome: refuse(signInMismatched), cookie }
        const assurance = provider.levels[String(claims.acr ?? '')] ?? 'low'
        return {
          outcome: { provider: provider.provider, subject: claims.sub, assurance, purpose: tie.purpose },
          cookie,
        }
      } catch (error) {
        if (isOfProvider(error)) return { outcome: refuse(signInMismatched), cookie }
        throw error
      }
    },
  }
}
