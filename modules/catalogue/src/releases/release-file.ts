import { verifySignature } from '@tereze/foundation-keys'
import { type Static, Type } from 'typebox'
import { Check } from 'typebox/value'
import type { ReleaseKey } from '../contract/installation.ts'
import type { PackageSource } from '../contract/packages.ts'
import { ReleaseDamaged, ReleaseManifest, releaseType } from '../contract/release.ts'
import { faultsAgainst } from '../rules/release-manifest.ts'
import type { Release } from './check-releases.ts'

/** A release as a file: the signed manifest, and the files as they are. */
export const ReleaseFile = Type.Object({
  format: Type.Literal('tereze-release-1'),
  signed: Type.String(),
  files: Type.Record(Type.String(), Type.String()),
})
/** A release as a file. */
export type ReleaseFile = Static<typeof ReleaseFile>

/** Why a file is not taken as a release. */
export type NotTaken = 'release.unreadable' | 'release.key-unknown' | 'release.not-from-test'

/** A release as the text of a file. @throws ReleaseDamaged when it was never signed. */
export function writeReleaseFile(release: Release): string {
  const { kind, id, version, signed, files } = release
  if (signed === null)
    throw new ReleaseDamaged([{ package: `${kind}:${id}@${version}`, code: 'release.unsigned', file: null }])
  const file: ReleaseFile = { format: 'tereze-release-1', signed, files: { ...files } }
  return `${JSON.stringify(file, null, 1)}\n`
}

async function payloadOf(signed: string, keys: readonly ReleaseKey[]): Promise<string | null> {
  for (const key of keys) {
    const payload = await verifySignature(signed, key, releaseType)
    if (payload !== null) return payload
  }
  return null
}

/**
 * The package of a release file, when a test installation signed it with one of the keys and every file is as it was then.
 * @throws ReleaseDamaged naming each file that is other.
 */
export async function readReleaseFile(
  text: string,
  keys: readonly ReleaseKey[],
  hashOf: (files: Readonly<Record<string, string>>) => string,
): Promise<PackageSource | { readonly problem: NotTaken }> {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return { problem: 'release.unreadable' }
  }
  if (!Check(ReleaseFile, file)) return { problem: 'release.unreadable' }
  const payload = await payloadOf(file.signed, keys)
  if (payload === null) return { problem: 'release.key-unknown' }
  const manifest: unknown = JSON.parse(payload)
  if (!Check(ReleaseManifest, manifest)) return { problem: 'release.unreadable' }
  if (manifest.environment !== 'test') return { problem: 'release.not-from-test' }
  const { kind, id, version } = manifest
  const source = { kind, id, version, hash: hashOf(file.files), folder: `${kind}:${id}`, files: file.files }
  const faults = faultsAgainst(manifest, source)
  if (faults.length > 0) throw new ReleaseDamaged(faults)
  return source
}
