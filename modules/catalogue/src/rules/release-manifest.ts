import { createHash } from 'node:crypto'
import type { PackageSource } from '../contract/packages.ts'
import type { ReleaseFault, ReleaseManifest } from '../contract/release.ts'

const hashOfText = (text: string) => createHash('sha256').update(text).digest('hex')

/** What is to be signed of a package. */
export function manifestOf(
  { kind, id, version, hash, files }: PackageSource,
  about: Pick<ReleaseManifest, 'environment' | 'base' | 'lock' | 'publishedAt'>,
): ReleaseManifest {
  const hashes = Object.entries(files).map(([path, text]) => [path, hashOfText(text)] as const)
  return { format: 1, kind, id, version, hash, ...about, files: Object.fromEntries(hashes) }
}

/** Where a package is not what a manifest says, file by file. */
export function faultsAgainst(manifest: ReleaseManifest, source: PackageSource): ReleaseFault[] {
  const { kind, id, version, files } = source
  const fault = (code: ReleaseFault['code'], file: string | null): ReleaseFault => ({
    package: `${kind}:${id}@${version}`,
    code,
    file,
  })
  if (manifest.kind !== kind || manifest.id !== id || manifest.version !== version)
    return [fault('release.other-package', null)]
  const paths = [...new Set([...Object.keys(manifest.files), ...Object.keys(files)])].sort()
  const found = paths.flatMap(path => {
    const [signed, text] = [manifest.files[path], files[path]]
    if (signed === undefined) return [fault('release.file-added', path)]
    if (text === undefined) return [fault('release.file-missing', path)]
    return hashOfText(text) === signed ? [] : [fault('release.file-changed', path)]
  })
  return found.length === 0 && manifest.hash !== source.hash ? [fault('release.other-package', null)] : found
}
