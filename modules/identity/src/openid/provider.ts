import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Database } from '@tereze/foundation-database'
import type { Clock } from '@tereze/foundation-operations'
import type { Assurance } from '@tereze/operation'
import { port } from '@tereze/operation'
import type { JWK } from 'jose'
import Provider, { errors, type ProviderContext } from 'oidc-provider'
import { createAdapter } from './adapter.ts'
import type { OpenIdClient } from './client.ts'
import { createLocalFetch, reread } from './messages-of-node.ts'

/** Path under which the provider is mounted; the issuer is the origin and this. */
export const openIdPath = '/oidc'
/** The scope of an access token for calling the platform. */
export const apiScope = 'api'
/** Cookie that ties a browser to the sign-in it began. */
export const interactionCookie = 'tereze_interaction'
const providerSessionCookie = 'tereze_openid'

const seconds = {
  code: 60,
  accessToken: 600,
  idToken: 600,
  interaction: 900,
  session: 12 * 3600,
  refreshToken: 30 * 86_400,
}

/** Something that the provider needs to ask a person. */
export interface OpenInteraction {
  readonly uid: string
  readonly asks: 'login' | 'consent'
  readonly client: { readonly id: string; readonly name: string }
  /** What the application wants, when it asks for consent. */
  readonly scopes: readonly string[]
  /** `official` or `person`, when the application said whom it expects. */
  readonly expected: string | null
}

/** Our OpenID provider (OpenID Connect Core 1.0, OAuth 2.1: code flow with PKCE only). */
export interface OpenIdProvider {
  readonly issuer: string
  /** Audience of access tokens for the platform. */
  readonly audience: string
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** `fetch` to the provider inside this process. */
  readonly fetch: ReturnType<typeof createLocalFetch>
  /** The interaction that this browser began, by its cookie; null when it is another's, over or unknown. */
  findInteraction(uid: string, cookies: Readonly<Record<string, string>>): Promise<OpenInteraction | null>
  /** Signs an account in at this browser; gives the address at which it goes on. */
  finishLogin(
    uid: string,
    login: { account: string; assurance: Assurance },
    cookies: Readonly<Record<string, string>>,
  ): Promise<string>
  /** Lets an application act for the signed-in account, or not; gives the address at which the browser goes on. */
  finishConsent(uid: string, allowed: boolean): Promise<string>
  /** Ends the provider's session of this browser. */
  endSession(cookies: Readonly<Record<string, string>>): Promise<void>
}
/** Bound by `createIdentity`. */
export const openIdProvider = port<OpenIdProvider>('identity.openid-provider')

/** What a provider is made of. */
export interface ProviderOptions {
  readonly database: Database
  readonly clock: Clock
  readonly origin: string
  readonly clients: readonly OpenIdClient[]
  readonly signingKey: JWK
  readonly cookieKey: string
  /** Claims of an account; null when there is none. */
  readonly claimsOf: (account: string) => Promise<{ name: string } | null>
  /** The page of an error that the provider found. */
  readonly drawError: (context: ProviderContext, error: { error: string }) => string
  readonly onError: (error: Error) => void
}

function clientMetadata(client: OpenIdClient): Record<string, unknown> {
  return {
    client_id: client.id,
    client_name: client.name,
    ...(client.secret === null
      ? { token_endpoint_auth_method: 'none' }
      : { client_secret: client.secret, token_endpoint_auth_method: 'client_secret_basic' }),
    redirect_uris: client.redirectUris,
    post_logout_redirect_uris: client.redirectUris.map(uri => `${new URL(uri).origin}/`),
    response_types: ['code'],
    grant_types: client.firstParty ? ['authorization_code'] : ['authorization_code', 'refresh_token'],
    id_token_signed_response_alg: 'ES256',
  }
}

/** What a first-party application asks for, it is given. */
async function loadExistingGrant(context: ProviderContext, firstParty: ReadonlySet<string>, audience: string) {
  const { client, provider, session, result, params } = context.oidc
  const grantId = result?.consent?.grantId ?? session.grantIdFor(client.clientId)
  if (grantId !== undefined) return provider.Grant.find(grantId)
  if (!firstParty.has(client.clientId)) return undefined
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope('openid profile')
  grant.addOIDCClaims(['acr', 'name'])
  if (wantsApi(params)) grant.addResourceScope(audience, apiScope)
  await grant.save(seconds.session)
  return grant
}

function wantsApi(params: Readonly<Record<string, unknown>>): boolean {
  return String(params.scope ?? '')
    .split(' ')
    .includes(apiScope)
}

function createConfiguration(options: ProviderOptions, audience: string): Record<string, unknown> {
  const { database, clock, origin, clients } = options
  const firstParty = new Set(clients.filter(client => client.firstParty).map(client => client.id))
  const secure = origin.startsWith('https:')
  const cookie = { httpOnly: true, sameSite: 'lax', signed: true, overwrite: true, secure }
  return {
    adapter: (model: string) => createAdapter(model, database, clock),
    clients: clients.map(client => clientMetadata(client)),
    jwks: { keys: [options.signingKey] },
    scopes: ['openid', 'profile', 'offline_access'],
    claims: { openid: ['sub'], profile: ['name'], acr: null },
    acrValues: ['low', 'substantial', 'high'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    cookies: {
      names: { session: providerSessionCookie, interaction: interactionCookie, resume: 'tereze_resume' },
      long: { ...cookie, path: '/' },
      short: cookie,
      keys: [options.cookieKey],
    },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      revocation: { enabled: true },
      introspection: { enabled: true },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: (context: ProviderContext) => (wantsApi(context.oidc.params) ? audience : undefined),
        useGrantedResource: () => true,
        getResourceServerInfo: (_context: ProviderContext, resource: string) => {
          if (resource !== audience) throw new errors.InvalidTarget('unknown resource')
          return {
            scope: apiScope,
            audience,
            accessTokenTTL: seconds.accessToken,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: 'ES256' } },
          }
        },
      },
    },
    extraTokenClaims: (context: ProviderContext) => ({
      acr: (context.oidc.entities.AuthorizationCode ?? context.oidc.entities.RefreshToken)?.acr ?? 'low',
    }),
    interactions: { url: (_context: ProviderContext, { uid }: { uid: string }) => `/sign-in/interaction/${uid}` },
    loadExistingGrant: (context: ProviderContext) => loadExistingGrant(context, firstParty, audience),
    findAccount: async (_context: ProviderContext, account: string) => {
      const claims = await options.claimsOf(account)
      return claims === null ? undefined : { accountId: account, claims: () => ({ sub: account, ...claims }) }
    },
    renderError: (context: ProviderContext, out: { error: string }) => {
      context.type = 'html'
      context.body = options.drawError(context, out)
    },
    ttl: {
      AuthorizationCode: seconds.code,
      AccessToken: seconds.accessToken,
      IdToken: seconds.idToken,
      Interaction: seconds.interaction,
      Session: seconds.session,
      Grant: seconds.refreshToken,
      RefreshToken: seconds.refreshToken,
    },
  }
}

/** Creates the provider over PostgreSQL. */
export function createOpenIdProvider(options: ProviderOptions): OpenIdProvider {
  const origin = new URL(options.origin)
  const issuer = `${options.origin}${openIdPath}`
  const audience = `${options.origin}/v1`
  const provider = new Provider(issuer, createConfiguration(options, audience))
  provider.proxy = true
  provider.on('server_error', (_context, error) => options.onError(error))
  const callback = provider.callback()

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const again = reread(request, origin)
    Object.assign(again, { originalUrl: again.url })
    again.url = (again.url ?? '').slice(openIdPath.length) || '/'
    await callback(again, response)
  }

  async function interactionOf(uid: string) {
    const interaction = await provider.Interaction.find(uid)
    if (interaction === undefined) throw new Error('the interaction ended while it was answered')
    return interaction
  }

  async function finish(uid: string, result: Record<string, unknown>): Promise<string> {
    const interaction = await interactionOf(uid)
    interaction.result = 'error' in result ? result : { ...interaction.lastSubmission, ...result }
    await interaction.save(seconds.interaction)
    return interaction.returnTo
  }

  return {
    issuer,
    audience,
    handle,
    fetch: createLocalFetch(handle, origin),
    async findInteraction(uid, cookies) {
      if (cookies[interactionCookie] !== uid) return null
      const interaction = await provider.Interaction.find(uid)
      if (interaction === undefined || interaction.result !== undefined) return null
      const client = await provider.Client.find(String(interaction.params.client_id))
      if (client === undefined) return null
      const { missingOIDCScope, missingResourceScopes } = interaction.prompt.details
      return {
        uid,
        asks: interaction.prompt.name === 'login' ? 'login' : 'consent',
        client: { id: client.clientId, name: client.clientName ?? client.clientId },
        scopes: [
          ...((missingOIDCScope as string[] | undefined) ?? []),
          ...Object.values((missingResourceScopes as Record<string, string[]> | undefined) ?? {}).flat(),
        ],
        expected: typeof interaction.params.login_hint === 'string' ? interaction.params.login_hint : null,
      }
    },
    async finishLogin(uid, { account, assurance }, cookies) {
      const interaction = await interactionOf(uid)
      // Somebody else was signed in at this browser: their session ends, nothing of it passes on.
      for (const id of [interaction.session?.cookie, cookies[providerSessionCookie]]) {
        const earlier = id === undefined ? undefined : await provider.Session.find(id)
        if (earlier !== undefined && earlier.accountId !== account) await earlier.destroy()
      }
      if (interaction.session !== undefined && interaction.session.accountId !== account) {
        delete interaction.session
        await interaction.save(seconds.interaction)
      }
      return finish(uid, { login: { accountId: account, acr: assurance, remember: false } })
    },
    async finishConsent(uid, allowed) {
      if (!allowed) return finish(uid, { error: 'access_denied', error_description: 'the person refused' })
      const interaction = await interactionOf(uid)
      const accountId = interaction.session?.accountId
      if (accountId === undefined) throw new Error('consent was asked of nobody')
      const grant =
        (interaction.grantId === undefined ? undefined : await provider.Grant.find(interaction.grantId)) ??
        new provider.Grant({ accountId, clientId: String(interaction.params.client_id) })
      const { missingOIDCScope, missingOIDCClaims, missingResourceScopes } = interaction.prompt.details
      if (Array.isArray(missingOIDCScope)) grant.addOIDCScope(missingOIDCScope.join(' '))
      if (Array.isArray(missingOIDCClaims)) grant.addOIDCClaims(missingOIDCClaims)
      for (const [resource, scopes] of Object.entries((missingResourceScopes as Record<string, string[]>) ?? {})) {
        grant.addResourceScope(resource, scopes.join(' '))
      }
      return finish(uid, { consent: { grantId: await grant.save() } })
    },
    async endSession(cookies) {
      const id = cookies[providerSessionCookie]
      if (id !== undefined) await (await provider.Session.find(id))?.destroy()
    },
  }
}
