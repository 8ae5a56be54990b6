import type { Reader } from '@tereze/foundation-database'
import type { Keys } from '@tereze/foundation-keys'
import { Check } from 'typebox/value'
import type { PackageSource } from '../contract/packages.ts'
import { type ReleaseFault, ReleaseManifest, releaseType } from '../contract/release.ts'
import { faultsAgainst } from '../rules/release-manifest.ts'

/** A published package as it is kept: with its signed manifest, null where it has none. */
export interface Release extends PackageSource {
  readonly signed: string | null
}

/** The manifest that this installation signed; null where the text is nothing of the kind. */
export async function readManifest(
  reader: Reader,
  keys: Pick<Keys, 'verify'>,
  signed: string,
): Promise<ReleaseManifest | null> {
  const payload = await keys.verify(reader, 'platform', signed, releaseType)
  if (payload === null) return null
  const manifest: unknown = JSON.parse(payload)
  return Check(ReleaseManifest, manifest) ? manifest : null
}

/** Where published packages are not what this installation signed. */
export async function checkReleases(
  reader: Reader,
  keys: Pick<Keys, 'verify'>,
  releases: readonly Release[],
): Promise<ReleaseFault[]> {
  const found = await Promise.all(
    releases.map(async (release): Promise<ReleaseFault[]> => {
      const about = { package: `${release.kind}:${release.id}@${release.version}`, file: null }
      if (release.signed === null) return [{ ...about, code: 'release.unsigned' }]
      const manifest = await readManifest(reader, keys, release.signed)
      return manifest === null ? [{ ...about, code: 'release.signature-wrong' }] : faultsAgainst(manifest, release)
    }),
  )
  return found.flat()
}
