import type { Packages } from '@tereze/catalogue/contract'
import type { RoleGiving } from '@tereze/identity'

interface Declared {
  readonly id: string
  readonly givenBy?: readonly string[]
}

/** Which roles are given by holders of others, as the published access packages declare them. */
export function declaredGiving(packages: Packages): RoleGiving {
  return {
    givenBy: roles =>
      packages
        .list('access')
        .flatMap(pack => (pack.json.get('roles.json')?.roles ?? []) as unknown as readonly Declared[])
        .filter(({ givenBy = [] }) => givenBy.some(role => roles.includes(role)))
        .map(({ id }) => id),
  }
}
