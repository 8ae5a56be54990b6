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
    save(ttl?: number): Promise<string>
    static find(id: string): Promise<Grant | undefined>
  }

  export interface Client {
    readonly clientId: string
    readonly clientName?: string
  }

  export interface ProviderContext {
    body: unknown
    type: string
    status: number
    readonly headers: Readonly<Record<string, string | string[] | undefined>>
    readonly cookies: { get(name: string): string | undefined }
    readonly oidc: {
      readonly client: Client
      readonly provider: Provider
      readonly session: { readonly accountId: string; grantIdFor(client: string): string | undefined }
      readonly result?: { readonly consent?: { readonly grantId?: string } }
      readonly params: Readonly<Record<string, unknown>>
      readonly entities: Readonly<Record<string, { readonly acr?: string } | undefined>>
    }
  }

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>)
    proxy: boolean
    readonly Interaction: { find(uid: string): Promise<Interaction | undefined> }
    readonly Session: {
      find(id: string): Promise<{ readonly accountId?: string; destroy(): Promise<void> } | undefined>
    }
    readonly Client: { find(id: string): Promise<Client | undefined> }
    readonly Grant: typeof Grant
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    on(event: 'server_error', listener: (context: ProviderContext, error: Error) => void): this
  }

  export const errors: {
    readonly InvalidGrant: new (description?: string) => Error
    readonly InvalidTarget: new (description?: string) => Error
  }

  export default Provider
}
