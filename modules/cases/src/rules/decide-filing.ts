import { type Actor, isFirm } from '@tereze/operation'

/** The client of the OpenID provider as which a system came; null for any other. */
export function clientOf(actor: Actor): string | null {
  return actor.kind === 'system' && actor.id.startsWith('client:') ? actor.id.slice('client:'.length) : null
}

/** Whether outside systems may apply for a party by a service: its package names their channel, and whom it is for. */
export function isOpenToSystems(
  { channels, audience }: { readonly channels: readonly string[]; readonly audience: readonly string[] },
  party: string,
): boolean {
  return channels.includes('api') && audience.includes(isFirm(party) ? 'business' : 'person')
}

/** Who has to have let a system apply: whoever applies in the party’s place, or the person themselves; null for a firm that nobody applies for. */
export function whoLets({ person, submitter }: { person: string; submitter?: string }): string | null {
  return submitter ?? (isFirm(person) ? null : person)
}

/** Whether a system may apply for a party by what somebody let it do: for others than themselves they also have to let it, and to be able to. */
export function mayFile(
  given: { readonly by: string; readonly scopes: readonly string[] },
  party: string,
  representatives: readonly string[],
): boolean {
  if (!given.scopes.includes('applications.write')) return false
  return given.by === party || (given.scopes.includes('acting') && representatives.includes(given.by))
}
