/** What this module uses of oidc-provider 9, which ships no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  export interface AdapterPayload {
    [name: string]: unknown
    jti?: string
    uid?: string
    grantId?: string
    consumed?: number
  }

  export interface Adapter {
    upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void>
    find(id: string): Promise<AdapterPayload | undefined>
    findByUid(uid: string): Promise<AdapterPayload | undefined>
    findByUserCode(userCode: string): Promise<AdapterPayload | undefined>
    consume(id: string): Promise<void>
    destroy(id: string): Promise<void>
    revokeByGrantId(grantId: string): Promise<void>
  }

  export class Interaction {
    readonly uid: string
    readonly prompt: { readonly name: string; readonly details: Readonly<Record<string, unknown>> }
    readonly params: Readonly<Record<string, unknown>>
    readonly grantId?: string
    readonly returnTo: string
    session?: { readonly accountId: string; readonly uid?: string; readonly cookie?: string }
    lastSubmission?: Record<string, unknown>
    result?: Record<string, unknown>
    save(ttl: number): Promise<string>
  }

  export class Grant {
    constructor(of: { accountId: string; clientId: string })
    addOIDCScope(scope: string): void
    addOIDCClaims(claims: readonly string[]): void
    addResourceScope(resource: string, scope: string): void
    resources?: Record<string, string>
    rejected?: { resources?: Record<string, string>; openid?: unknown }
    save(ttl?: number): Promise<string>
    static find(id: string): Promise<Grant | undefined>
  }

  export interface Client {
    readonly clientId: string
    readonly clientName?: string
    readonly names?: Readonly<Record<string, string>>
    readonly exchanges?: readonly string[]
    readonly opens?: readonly string[]
    readonly dpopBoundAccessTokens?: boolean
    readonly backchannelLogoutUri?: string
    backchannelLogout(account: string, sid: string): Promise<void>
  }

  export class ResourceServer {
    constructor(identifier: string, info: Record<string, unknown>)
  }

  export class AccessToken {
    constructor(of: {
      accountId: string
      client: Client
      gty: string
      expiresIn: number
      resourceServer: ResourceServer
    })
    scope: string
    readonly kind: string
    readonly tokenType: string
    readonly grantId?: string
    setThumbprint(kind: 'jkt', thumbprint: string): void
    save(): Promise<string>
  }

  export interface Session {
    readonly accountId?: string
    readonly uid: string
    readonly authorizations?: Readonly<Record<string, { readonly grantId?: string; readonly persistsLogout?: boolean }>>
    sidFor(client: string): string | undefined
    destroy(): Promise<void>
  }

  export interface ProviderContext {
    body: unknown
    type: string
    status: number
    readonly headers: Readonly<Record<string, string | string[] | undefined>>
    readonly req: IncomingMessage & { readonly userCode?: string }
    readonly cookies: { get(name: string): string | undefined }
    readonly oidc: {
      readonly client: Client
      readonly provider: Provider
      readonly session: {
        readonly accountId: string
        readonly state?: { readonly secret?: string }
        grantIdFor(client: string): string | undefined
      }
      readonly result?: { readonly consent?: { readonly grantId?: string } }
      readonly params: Readonly<Record<string, unknown>>
      readonly route?: string
      readonly entities: Readonly<Record<string, { readonly acr?: string; readonly authTime?: number } | undefined>>
    }
  }

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>)
    proxy: boolean
    readonly Interaction: { find(uid: string): Promise<Interaction | undefined> }
    readonly Session: {
      find(id: string): Promise<Session | undefined>
      findByUid(uid: string): Promise<Session | undefined>
    }
    readonly AccessToken: typeof AccessToken
    readonly ResourceServer: typeof ResourceServer
    readonly Client: { find(id: string): Promise<Client | undefined> }
    readonly Grant: typeof Grant
    registerGrantType(
      name: string,
      handler: (context: ProviderContext) => Promise<void>,
      params: readonly string[],
    ): void
    use(middleware: (context: ProviderContext, next: () => Promise<void>) => Promise<void>): this
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    on(event: 'server_error', listener: (context: ProviderContext, error: Error) => void): this
  }

  export const errors: {
    readonly InvalidGrant: new (description?: string) => Error
    readonly InvalidTarget: new (description?: string) => Error
    readonly InvalidRequest: new (description?: string) => Error
    readonly InvalidScope: new (description: string, scope: string) => Error
  }

  export default Provider
}
