import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Assurance, isRefused, port, type Refused, reaches, refuse } from '@tereze/operation'
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { signInExpired, signInMismatched, signInTooWeak } from '../contract/index.ts'
import { type OpenIdProvider, openIdPath } from './provider.ts'

/** The platform as a client of its own OpenID provider. */
export interface RelyingParty {
  /** Where to send the browser, and the cookie that ties the answer to it. */
  begin(wish: {
    target: string
    expected: string | null
    /** The level that the sign-in has to reach. */
    level: Assurance | null
  }): Promise<{ location: string; cookie: string }>
  /** Who came back, and where they wanted to go; `cookie` takes the tie away, whatever came. */
  finish(
    url: URL,
    cookies: Readonly<Record<string, string>>,
  ): Promise<{ outcome: SignedIn | Refused; cookie: string | null }>
}
/** Bound by `createIdentity`. */
export const relyingParty = port<RelyingParty>('identity.relying-party')

/** Somebody who came back from the provider. */
export interface SignedIn {
  readonly account: string
  readonly assurance: Assurance
  readonly target: string
}

/** Id of the client that the platform is at its own provider. */
export const ownClient = 'portal'
/** Path to which the provider sends browsers back. */
export const callbackPath = '/sign-in/callback'

const tieLife = 15 * 60

interface Tie {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly target: string
  readonly level: Assurance | null
}

function cookieOf(state: string): string {
  return `tereze_sign_in_${state.slice(0, 12)}`
}

/** Creates the client. It asks the provider inside this process, so that no network, proxy or certificate stands between. */
export function createRelyingParty(options: {
  provider: OpenIdProvider
  origin: string
  clientSecret: string
  /** Signs the ties. */
  secret: Uint8Array
}): RelyingParty {
  const { provider, origin, secret } = options
  const attributes = `Path=${callbackPath}; HttpOnly; SameSite=Lax${origin.startsWith('https:') ? '; Secure' : ''}`
  let discovered: Promise<Configuration> | undefined

  function configuration(): Promise<Configuration> {
    discovered ??= discovery(new URL(provider.issuer), ownClient, options.clientSecret, undefined, {
      [customFetch]: (url, init) => provider.fetch(url, init as never),
      execute: origin.startsWith('https:') ? [] : [allowInsecureRequests],
    }).catch((error: unknown) => {
      discovered = undefined
      throw error
    })
    return discovered
  }

  const macOf = (text: string) => createHmac('sha256', secret).update(`tie ${text}`).digest()

  function seal(tie: Tie): string {
    const text = Buffer.from(JSON.stringify(tie)).toString('base64url')
    return `${text}.${macOf(text).toString('base64url')}`
  }

  function unseal(value: string | undefined): Tie | null {
    const [text = '', mac = ''] = (value ?? '').split('.')
    const given = Buffer.from(mac, 'base64url')
    const right = macOf(text)
    if (given.length !== right.length || !timingSafeEqual(given, right)) return null
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as Tie
  }

  async function exchange(url: URL, tie: Tie): Promise<SignedIn | Refused> {
    try {
      const tokens = await authorizationCodeGrant(await configuration(), url, {
        pkceCodeVerifier: tie.verifier,
        expectedState: tie.state,
        expectedNonce: tie.nonce,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (claims === undefined) return refuse(signInMismatched)
      const assurance = claims.acr === 'high' || claims.acr === 'substantial' ? claims.acr : 'low'
      if (tie.level !== null && !reaches(assurance, tie.level))
        return refuse(signInTooWeak, { params: { level: tie.level } })
      return { account: claims.sub, assurance, target: tie.target }
    } catch (error) {
      // The answer of the provider was an error, or not to our question: a replayed code, another state.
      if (error instanceof Error && /^(OAUTH|ERR_OAUTH|OIDC)/.test(String((error as { code?: unknown }).code ?? ''))) {
        return refuse(signInMismatched)
      }
      throw error
    }
  }

  return {
    async begin({ target, expected, level }) {
      const tie: Tie = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), target, level }
      const location = buildAuthorizationUrl(await configuration(), {
        redirect_uri: `${origin}${callbackPath}`,
        scope: 'openid profile',
        state: tie.state,
        nonce: tie.nonce,
        code_challenge: await calculatePKCECodeChallenge(tie.verifier),
        code_challenge_method: 'S256',
        prompt: 'login',
        claims: JSON.stringify({ id_token: { acr: null } }),
        ...(expected === null ? {} : { login_hint: expected }),
        ...(level === null ? {} : { acr_values: level }),
      })
      if (!location.pathname.startsWith(`${openIdPath}/`)) throw new Error('the provider moved')
      return {
        location: location.href,
        cookie: `${cookieOf(tie.state)}=${seal(tie)}; ${attributes}; Max-Age=${tieLife}`,
      }
    },
    async finish(url, cookies) {
      const name = cookieOf(url.searchParams.get('state') ?? '')
      const tie = unseal(cookies[name])
      if (tie === null) return { outcome: refuse(signInExpired), cookie: null }
      const outcome = await exchange(url, tie)
      return { outcome, cookie: `${name}=; ${attributes}; Max-Age=0` }
    },
  }
}

/** Whether somebody came back. */
export function isSignedIn(outcome: SignedIn | Refused): outcome is SignedIn {
  return !isRefused(outcome)
}
