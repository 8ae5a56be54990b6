import { workScope } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/**
 * What an application may be let do in a person’s name, each by operations that declare it (RFC 6749, 3.3); its words are
 * `identity.page.scope-…`. `api` is for officials and systems: all that their roles let them do.
 */
export const apiScopes = [
  'profile.read',
  'situations.read',
  'applications.read',
  'applications.write',
  'documents.read',
  'credentials',
  'messages',
  'payments.read',
  'consents',
  'powers',
  'acting',
  'signatures',
  'access.read',
  'watches',
  workScope,
] as const

/** A scope of the platform. */
export const ApiScope = Type.Unsafe<(typeof apiScopes)[number]>(
  Type.String({ enum: [...apiScopes], description: 'What an application may do' }),
)
/** A scope of the platform. */
export type ApiScope = Static<typeof ApiScope>

/** What the token of a wallet opens at the issuer that it was given for. Nobody asks for it, so that no other token has it. */
export const walletScope = 'wallet'

/** The scope without which a token is not exchanged for one in the name of somebody for whom its person may act. */
export const actingScope = 'acting' satisfies ApiScope

const known: ReadonlySet<string> = new Set(apiScopes)

/** Whether a scope is one of the platform. */
export function isApiScope(scope: string): scope is ApiScope {
  return known.has(scope)
}

/** Scopes of the platform among those of a request or a token. */
export function apiScopesIn(scopes: unknown): ApiScope[] {
  return [...new Set(String(scopes ?? '').split(' '))].filter(isApiScope)
}
