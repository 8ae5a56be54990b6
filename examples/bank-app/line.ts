import type { Language } from '@tereze/operation'
import { type Client, createClient } from '@tereze/ui-client'
import * as oauth from 'openid-client'

/** What the bank asks people to let it do; each person chooses (RFC 6749, 3.3). */
const wanted = 'openid profile situations.read applications.read applications.write documents.read'

/** What the bank has to remember between sending a browser away and its coming back. */
export interface Begun {
  readonly address: URL
  readonly verifier: string
  readonly state: string
  readonly dpop: oauth.DPoPHandle
}

/** Somebody who let the bank act for them. Only the bank's server knows it; their browser has a name for it in a cookie. */
export interface Customer {
  readonly person: string
  readonly name: string
  readonly tokens: oauth.TokenEndpointResponse
  readonly dpop: oauth.DPoPHandle
}

/** The bank's line to the platform. */
export interface Line {
  /** Pushes what is wanted (RFC 9126) and tells where the browser goes. */
  begin(language: Language): Promise<Begun>
  /** Takes what the browser came back with. @throws Error when the person refused, or it was no answer to this. */
  finish(cameBack: URL, begun: Begun): Promise<Customer>
  /** Calls operations in somebody's name. */
  clientOf(customer: Customer, language: Language): Client
  /** A file of the platform, e.g. a document as PDF. */
  fetchFile(customer: Customer, path: string): Promise<Response>
  /** Ends what was let (RFC 7009). */
  end(customer: Customer): Promise<void>
}

/** What a line is made of. */
export interface LineOptions {
  /** Origin of the platform. */
  readonly platform: string
  /** Where browsers come back to, as it is registered. */
  readonly back: string
  readonly client: string
  /** The private key that `tereze client register --new-key` showed. */
  readonly key: JsonWebKey & { readonly kid?: string }
  readonly fetch?: typeof fetch
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' }

/** Opens a line: learns of the platform by its own description (RFC 8414). */
export async function openLine(options: LineOptions): Promise<Line> {
  const { platform, back } = options
  const send = options.fetch ?? fetch
  const key = await crypto.subtle.importKey('jwk', options.key, curve, false, ['sign'])
  const proof = oauth.PrivateKeyJwt({ key, kid: options.key.kid ?? '' })
  // Names that never leave the machine (RFC 6761, 6.3); anywhere else only https will do.
  const isHere = /^(.*\.)?localhost$|^127\.0\.0\.1$/.test(new URL(platform).hostname)
  const config = await oauth.discovery(new URL(`${platform}/oidc`), options.client, undefined, proof, {
    [oauth.customFetch]: (url, init) => send(url, init as RequestInit),
    ...(isHere && { execute: [oauth.allowInsecureRequests] }),
  })

  async function protectedFetch({ tokens, dpop }: Customer, url: URL, init: RequestInit = {}): Promise<Response> {
    const { method = 'GET', body, headers } = init
    const answer = oauth.fetchProtectedResource(
      config,
      tokens.access_token,
      url,
      method,
      typeof body === 'string' ? body : undefined,
      new Headers(headers),
      { DPoP: dpop },
    )
    // A refusal that names what is lacking is an answer like others: the typed client reads it.
    return answer.catch(error => {
      if (error instanceof oauth.WWWAuthenticateChallengeError) return error.response
      throw error
    })
  }

  return {
    async begin(language) {
      const verifier = oauth.randomPKCECodeVerifier()
      const state = oauth.randomState()
      const dpop = oauth.getDPoPHandle(config, await oauth.randomDPoPKeyPair('ES256'))
      const address = await oauth.buildAuthorizationUrlWithPAR(
        config,
        {
          redirect_uri: back,
          scope: wanted,
          // The token is for the platform’s operations, so that the name comes with the identity.
          claims: JSON.stringify({ id_token: { name: null } }),
          state,
          ui_locales: language,
          code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        },
        { DPoP: dpop },
      )
      return { address, verifier, state, dpop }
    },
    async finish(cameBack, { verifier, state, dpop }) {
      const checks = { pkceCodeVerifier: verifier, expectedState: state, idTokenExpected: true }
      const tokens = await oauth.authorizationCodeGrant(config, cameBack, checks, undefined, { DPoP: dpop })
      const claims = tokens.claims()
      if (claims === undefined) throw new Error('the platform did not say who signed in')
      return { person: claims.sub, name: String(claims.name ?? claims.sub), tokens, dpop }
    },
    clientOf: (customer, language) =>
      createClient({
        origin: platform,
        formToken: null,
        language,
        fetch: (input, init) => protectedFetch(customer, new URL(String(input)), init),
      }),
    fetchFile: (customer, path) => protectedFetch(customer, new URL(path, platform)),
    end: ({ tokens }) => oauth.tokenRevocation(config, tokens.access_token),
  }
}
