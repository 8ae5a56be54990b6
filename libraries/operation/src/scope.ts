import type { Actor } from './actor.ts'

/** The scope of what anybody may do, so that every application may too. */
export const openScope = 'open'
/** The scope by which an application does all that an official or a system may; for a person it opens nothing. */
export const workScope = 'api'

/** Why an application may not do something: no scope opens it, or it was not given this one. */
export type ScopeProblem = { readonly scope: string | null }

/**
 * Whether somebody may do something by the way they came (RFC 6749, 3.3): whoever is here themselves may, an application only what it was
 * let do. `scope` is the one that the operation declares; without one a person does it themselves or not at all. Null where they may.
 */
export function findScopeProblem(actor: Actor, scope: string | undefined): ScopeProblem | null {
  const { scopes } = actor
  if (scopes === undefined || scope === openScope) return null
  if (actor.kind === 'person') return scope !== undefined && scopes.includes(scope) ? null : { scope: scope ?? null }
  if (scopes.includes(workScope) || (scope !== undefined && scopes.includes(scope))) return null
  return { scope: workScope }
}
