import { compareVersions } from '../contract/compare-versions.ts'
import type { Standing } from '../contract/packages.ts'

/** A published version and how it stands. */
interface Version {
  readonly version: string
  readonly standing: Standing
}

/**
 * What has to change so that new things begin with a version: it is in force, and no newer one is.
 * @returns versions to withdraw, and whether the wanted one, withdrawn or on trial, has to be brought into force.
 */
export function decideUse(
  versions: readonly Version[],
  wanted: string,
): { readonly withdraw: readonly string[]; readonly restore: boolean } {
  const newer = versions.filter(one => one.standing === 'in-force' && compareVersions(one.version, wanted) > 0)
  return {
    withdraw: newer.map(({ version }) => version),
    restore: versions.some(({ version, standing }) => version === wanted && standing !== 'in-force'),
  }
}
