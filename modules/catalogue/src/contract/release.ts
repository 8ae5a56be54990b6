import { type Static, Type } from 'typebox'
import { packageKinds } from './packages.ts'

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Id = Type.String({ minLength: 1, maxLength: 200 })

/** A version of a package by its hash. */
export const PinnedPackage = Type.Object({ kind: Type.Enum([...packageKinds]), id: Id, version: Id, hash: Hash })
/** A version of a package by its hash. */
export type PinnedPackage = Static<typeof PinnedPackage>

/** What is signed of a published package. Hashes are SHA-256 in hexadecimal. */
export const ReleaseManifest = Type.Object({
  format: Type.Literal(1),
  kind: Type.Enum([...packageKinds]),
  id: Id,
  version: Id,
  /** Hash of the whole: over the sorted paths and the hashes of files. */
  hash: Hash,
  /** What the installation is for that signed it. */
  environment: Type.Union([Type.Literal('development'), Type.Literal('test'), Type.Literal('production')]),
  /** The version that was the newest before; null: it is the first. */
  base: Type.Union([Type.Object({ version: Id, hash: Hash }), Type.Null()]),
  /** What it refers to, as it was published then. */
  lock: Type.Array(PinnedPackage),
  /** Hash of the UTF-8 text of each file by its path. */
  files: Type.Record(Type.String(), Hash),
  publishedAt: Type.String(),
})
/** What is signed of a published package. */
export type ReleaseManifest = Static<typeof ReleaseManifest>

/** Type of the JWS over a manifest (RFC 7515, 4.1.9). */
export const releaseType = 'tereze-release+jws'

/** What is wrong with a release: its package, and the file where it is about one. */
export interface ReleaseFault {
  /** `kind:id@version`. */
  readonly package: string
  readonly code:
    | 'release.unsigned'
    | 'release.signature-wrong'
    | 'release.other-package'
    | 'release.file-changed'
    | 'release.file-missing'
    | 'release.file-added'
  readonly file: string | null
}

const words: Readonly<Record<ReleaseFault['code'], string>> = {
  'release.unsigned': 'it is not signed',
  'release.signature-wrong': 'its signature is not that of this installation',
  'release.other-package': 'its signature is that of another package',
  'release.file-changed': 'is other than what was signed',
  'release.file-missing': 'was signed and is not there',
  'release.file-added': 'was not signed',
}

/** Published packages are not what was signed; nothing of them is used. */
export class ReleaseDamaged extends Error {
  readonly faults: readonly ReleaseFault[]
  constructor(faults: readonly ReleaseFault[]) {
    const lines = faults.map(one => `  ${one.package}: ${one.file === null ? '' : `${one.file} `}${words[one.code]}`)
    super(`published packages are not what was signed:\n${lines.join('\n')}`)
    this.name = 'ReleaseDamaged'
    this.faults = faults
  }
}
