import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Database } from '@tereze/foundation-database'
import { type Clock, systemClock } from '@tereze/foundation-operations'
import type { Assurance } from '@tereze/operation'
import { port } from '@tereze/operation'
import type { JWK } from 'jose'
import Provider, { type Client, errors, type Grant, type ProviderContext } from 'oidc-provider'
import { type ApiScope, apiScopes, apiScopesIn, isApiScope } from '../contract/index.ts'
import type { WalletIssuers } from '../ports/wallet-issuers.ts'
import type { AccessTokens } from './access-tokens.ts'
import { createAdapter, hashOfId } from './adapter.ts'
import type { OpenIdClient } from './client.ts'
import { ownClientMetadata, ownMetadata, walletMetadata } from './client-metadata.ts'
import { createLocalFetch, reread } from './messages-of-node.ts'
import { anonymousWallet, nameWallet, registerOfferedToken } from './offered-token.ts'
import { tellDetails } from './tell-details.ts'
import { tellScopes } from './tell-scopes.ts'
import { ownClaims } from './token-claims.ts'
import { registerTokenExchange } from './token-exchange.ts'

/** Path under which the provider is mounted; the issuer is the origin and this. */
export const openIdPath = '/oidc'
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
  deviceCode: 600,
  pushed: 60,
}

/** Where somebody types the code that another device shows. */
const devicePath = '/device'

/** Issuer and audience of an origin. */
export function namesOf(origin: string): { issuer: string; audience: string } {
  return { issuer: `${origin}${openIdPath}`, audience: `${origin}/v1` }
}

/** Something that the provider needs to ask a person. */
export interface OpenInteraction {
  readonly uid: string
  readonly asks: 'login' | 'consent'
  readonly client: { readonly id: string; readonly name: string; readonly names?: Readonly<Record<string, string>> }
  /** Origin to which the browser goes back in the end; null where it stays here. */
  readonly backTo: string | null
  /** What the application wants and cannot do without, when it asks for consent. */
  readonly scopes: readonly string[]
  /** What it would do in the person’s name: each is theirs to give. */
  readonly choices: readonly ApiScope[]
  /** `official` or `person`, when the application said whom it expects. */
  readonly expected: string | null
  /** The level that the application asked for (`acr_values`); null when it did not. */
  readonly level: Assurance | null
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
  /** Whether a sign-in is still under way. */
  isOpen(uid: string): Promise<boolean>
  /** Signs an account in at this browser; gives the address at which it goes on. */
  finishLogin(
    uid: string,
    login: { account: string; assurance: Assurance },
    cookies: Readonly<Record<string, string>>,
  ): Promise<string>
  /** Lets an application do what was chosen for the signed-in account, or nothing (null); gives the address at which the browser goes on. */
  finishConsent(uid: string, chosen: readonly ApiScope[] | null): Promise<string>
  /** The provider's session of this browser, under the name by which it is ended from elsewhere; null when it has none. */
  sessionOf(cookies: Readonly<Record<string, string>>): Promise<string | null>
  /** Tells an application that somebody signed out (OpenID Connect Back-Channel Logout 1.0). @throws Error when it does not take it. */
  tellSignOut(notice: SignOutNotice): Promise<void>
}

/** Somebody's end of a session at an application. */
export interface SignOutNotice {
  readonly client: string
  readonly account: string
  /** Name of the session at that application. */
  readonly sid: string
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
  readonly devicePages: DevicePages
  /** Reads the tokens that this provider gave. */
  readonly tokens: () => AccessTokens
  /** Whose credentials wallets fetch with tokens of this provider. */
  readonly issuers: WalletIssuers
  /** Whether a person may act for somebody today. */
  readonly mayActFor: (person: string, principal: string) => Promise<boolean>
  readonly send: (url: string, init: RequestInit) => Promise<Response>
  readonly onError: (error: Error) => void
}

/** The pages on which somebody lets another device in. Each gets what its form has to send back. */
export interface DevicePages {
  /** Asks for the code; `problem` says what was wrong with the one before. */
  ask(context: ProviderContext, form: { xsrf: string; userCode: string; problem: DeviceProblem | null }): string
  /** Shows the code and the application, to be compared with the device. */
  confirm(context: ProviderContext, form: { xsrf: string; userCode: string; client: Client }): string
  done(context: ProviderContext): string
}

/** What may be wrong with a code of a device. */
export type DeviceProblem = 'wrong' | 'aborted' | 'failed'

/** What a first-party application asks for, it is given. */
async function loadExistingGrant(context: ProviderContext, firstParty: ReadonlySet<string>, audience: string) {
  const { client, provider, session, result, params } = context.oidc
  const grantId = result?.consent?.grantId ?? session.grantIdFor(client.clientId)
  if (grantId !== undefined) return provider.Grant.find(grantId)
  if (!firstParty.has(client.clientId)) return undefined
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope('openid profile')
  grant.addOIDCClaims(['acr', 'name'])
  const wanted = askable(apiScopesIn(params.scope), client)
  if (wanted.length > 0) grant.addResourceScope(audience, wanted.join(' '))
  await grant.save(seconds.session)
  return grant
}

function scopesIn(params: Readonly<Record<string, unknown>>): string[] {
  return String(params.scope ?? '').split(' ')
}

/** Of the scopes that are wanted those that a client may ask for. */
function askable(wanted: readonly ApiScope[], client: Client): ApiScope[] {
  return wanted.filter(scope => client.opens?.includes(scope))
}

/** @throws errors.InvalidScope for a scope that the client is not registered with (RFC 6749, 3.3). */
function refuseUnregistered(params: Readonly<Record<string, unknown>>, client: Client): void {
  const over = apiScopesIn(params.scope).find(scope => !client.opens?.includes(scope))
  if (over !== undefined) throw new errors.InvalidScope('the client is not registered with the scope', over)
}

/** For whom a token is that names no resource: for the platform, or for the issuer whose credentials are asked for. */
function resourceOf(params: Readonly<Record<string, unknown>>, audience: string, issuers: WalletIssuers) {
  const scopes = scopesIn(params)
  if (scopes.some(isApiScope)) return audience
  return scopes.map(scope => issuers.issuerOf(scope)).find(issuer => issuer !== null) ?? undefined
}

function createConfiguration(options: ProviderOptions, audience: string): Record<string, unknown> {
  const { database, clock, origin, clients } = options
  const firstParty = new Set(clients.filter(client => client.firstParty).map(client => client.id))
  const secure = origin.startsWith('https:')
  const cookie = { httpOnly: true, sameSite: 'lax', signed: true, overwrite: true, secure }
  return {
    adapter: (model: string) => createAdapter(model, database, clock),
    clients: [...clients.map(client => ownClientMetadata(client)), walletMetadata(anonymousWallet)],
    clientAuthSigningAlgValues: ['ES256'],
    clientAuthMethods: ['none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    extraClientMetadata: { properties: ownMetadata },
    fetch: options.send,
    jwks: { keys: [options.signingKey] },
    scopes: ['openid', 'profile', 'offline_access'],
    claims: { openid: ['sub'], profile: ['name'], acr: null },
    acrValues: ['low', 'substantial', 'high'],
    responseTypes: ['code'],
    discovery: { 'pre-authorized_grant_anonymous_access_supported': true },
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
      backchannelLogout: { enabled: true },
      clientCredentials: { enabled: true },
      pushedAuthorizationRequests: { enabled: true },
      dPoP: { enabled: true },
      deviceFlow: deviceFlow(options.devicePages),
      resourceIndicators: {
        enabled: true,
        defaultResource: (context: ProviderContext) => resourceOf(context.oidc.params, audience, options.issuers),
        useGrantedResource: () => true,
        getResourceServerInfo: (context: ProviderContext, resource: string, client: Client) => {
          if (resource === audience) refuseUnregistered(context.oidc.params, client)
          const scopes = resource === audience ? (client.opens ?? []) : options.issuers.scopesOf(resource)
          if (scopes === null) throw new errors.InvalidTarget('unknown resource')
          return {
            scope: scopes.join(' '),
            audience: resource,
            accessTokenTTL: seconds.accessToken,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: 'ES256' } },
          }
        },
      },
    },
    extraTokenClaims: (context: ProviderContext, token: { kind: string; grantId?: string }) => {
      if (token.kind === 'ClientCredentials') return { system: true }
      const { AuthorizationCode, RefreshToken, DeviceCode } = context.oidc.entities
      const source = AuthorizationCode ?? RefreshToken ?? DeviceCode
      return (
        ownClaims(context) ?? {
          acr: source?.acr ?? 'low',
          auth_time: source?.authTime,
          gid: Buffer.from(hashOfId(token.grantId ?? '')).toString('base64url'),
        }
      )
    },
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
      ClientCredentials: seconds.accessToken,
      DeviceCode: seconds.deviceCode,
      PushedAuthorizationRequest: seconds.pushed,
    },
  }
}

/** Device flow (RFC 8628) with our own pages. Nothing of the device but its code is kept. */
function deviceFlow(pages: DevicePages): Record<string, unknown> {
  const show = (context: ProviderContext, page: string) => {
    context.type = 'html'
    context.body = page
  }
  const xsrfOf = (context: ProviderContext) => context.oidc.session.state?.secret ?? ''
  const problems: Readonly<Record<string, DeviceProblem>> = {
    AbortedError: 'aborted',
    NotFoundError: 'wrong',
    NoCodeError: 'wrong',
    ExpiredError: 'wrong',
    AlreadyUsedError: 'wrong',
  }
  return {
    enabled: true,
    deviceInfo: () => ({}),
    userCodeInputSource: (
      context: ProviderContext,
      _form: string,
      out: unknown,
      error?: Error & { userCode?: string },
    ) =>
      show(
        context,
        pages.ask(context, {
          xsrf: xsrfOf(context),
          userCode: error?.userCode ?? context.req.userCode ?? '',
          problem: error === undefined ? (out === undefined ? null : 'failed') : (problems[error.name] ?? 'failed'),
        }),
      ),
    userCodeConfirmSource: (
      context: ProviderContext,
      _form: string,
      client: Client,
      _device: unknown,
      userCode: string,
    ) => show(context, pages.confirm(context, { xsrf: xsrfOf(context), userCode, client })),
    successSource: (context: ProviderContext) => show(context, pages.done(context)),
  }
}

/** Gives a grant what was chosen of what was asked for, and keeps what was not chosen, so that it is not asked for again; the rest stays. */
function giveChosen(
  grant: Grant,
  audience: string,
  { asked, chosen }: { asked: readonly ApiScope[]; chosen: readonly ApiScope[] },
): void {
  const before = apiScopesIn(grant.resources?.[audience])
  const refusedBefore = apiScopesIn(grant.rejected?.resources?.[audience])
  const [given, refused] = [
    apiScopes.filter(scope => (asked.includes(scope) ? chosen : before).includes(scope)),
    apiScopes.filter(scope => (asked.includes(scope) ? !chosen.includes(scope) : refusedBefore.includes(scope))),
  ]
  grant.resources = { ...grant.resources, [audience]: given.join(' ') }
  grant.rejected = { ...grant.rejected, resources: { ...grant.rejected?.resources, [audience]: refused.join(' ') } }
}

/** The lowest level that an application would take, of those that it named. */
function levelIn(acrValues: unknown): Assurance | null {
  const named = String(acrValues ?? '').split(' ')
  return (['low', 'substantial', 'high'] as const).find(level => named.includes(level)) ?? null
}

function hasSession(cookies: string | undefined): boolean {
  return (cookies ?? '').split(/; */).some(pair => pair.startsWith(`${providerSessionCookie}=`))
}

/** Creates the provider over PostgreSQL. */
export function createOpenIdProvider(options: ProviderOptions): OpenIdProvider {
  const origin = new URL(options.origin)
  const { issuer, audience } = namesOf(options.origin)
  const provider = new Provider(issuer, createConfiguration(options, audience))
  provider.proxy = true
  registerTokenExchange(provider, {
    tokens: options.tokens,
    // The provider itself lives by the machine's clock.
    now: () => systemClock.now(),
    audience,
    tokenUrl: `${issuer}/token`,
    mayActFor: options.mayActFor,
  })
  registerOfferedToken(provider, { tokens: options.tokens, issuers: options.issuers, tokenUrl: `${issuer}/token` })
  provider.use(tellDetails(options.issuers))
  provider.use(tellScopes(options.tokens))
  provider.on('server_error', (_context, error) => options.onError(error))
  const callback = provider.callback()

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === `${openIdPath}/token`) nameWallet(request)
    const again = reread(request, origin)
    Object.assign(again, { originalUrl: again.url })
    again.url = (again.url ?? '').slice(openIdPath.length) || '/'
    // A code in the address is only filled in: whoever follows a link still compares it with the device (RFC 8628 §5.4).
    const asked = new URL(again.url, origin)
    const userCode = asked.pathname === devicePath ? asked.searchParams.get('user_code') : null
    if (userCode !== null) {
      again.url = devicePath
      Object.assign(again, { userCode: userCode.slice(0, 20) })
    }
    // A form that no page of ours was asked for first.
    if (again.method === 'POST' && asked.pathname === devicePath && !hasSession(again.headers.cookie)) {
      response.writeHead(303, { location: `${openIdPath}${devicePath}` }).end()
      return
    }
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
      const backTo = URL.parse(String(interaction.params.redirect_uri ?? ''))
      return {
        uid,
        asks: interaction.prompt.name === 'login' ? 'login' : 'consent',
        client: {
          id: client.clientId,
          name: client.clientName ?? client.clientId,
          ...(client.names && { names: client.names }),
        },
        backTo: backTo !== null && backTo.origin !== origin.origin ? backTo.origin : null,
        scopes: [
          ...((missingOIDCScope as string[] | undefined) ?? []),
          ...Object.values((missingResourceScopes as Record<string, string[]> | undefined) ?? {})
            .flat()
            .filter(scope => !isApiScope(scope)),
        ],
        choices: askable(apiScopesIn(interaction.params.scope), client),
        level: levelIn(interaction.params.acr_values),
        expected: typeof interaction.params.login_hint === 'string' ? interaction.params.login_hint : null,
      }
    },
    async isOpen(uid) {
      const interaction = await provider.Interaction.find(uid)
      return interaction !== undefined && interaction.result === undefined && interaction.prompt.name === 'login'
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
    async finishConsent(uid, chosen) {
      if (chosen === null) return finish(uid, { error: 'access_denied', error_description: 'the person refused' })
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
        if (resource !== audience) grant.addResourceScope(resource, scopes.join(' '))
      }
      giveChosen(grant, audience, { asked: apiScopesIn(interaction.params.scope), chosen })
      return finish(uid, { consent: { grantId: await grant.save() } })
    },
    async sessionOf(cookies) {
      const id = cookies[providerSessionCookie]
      return (id === undefined ? undefined : await provider.Session.find(id))?.uid ?? null
    },
    async tellSignOut({ client: id, account, sid }) {
      const client = await provider.Client.find(id)
      if (client?.backchannelLogoutUri !== undefined) await client.backchannelLogout(account, sid)
    },
  }
}
