import { compareVersions, type PackageSource } from '@tereze/catalogue/contract'
import { type DraftKind, nextVersion } from '../contract/index.ts'
import { cardOf } from './decide-path.ts'
import { sourceOf } from './package-files.ts'
import { setVersion } from './set-version.ts'

/** The package of a draft as the bench publishes it: above what is published, so that it is the one that is used. */
export function sourceToTry(
  draft: { readonly kind: DraftKind; readonly package: string },
  files: ReadonlyMap<string, string>,
  published: string | null,
  hashOf: (files: Readonly<Record<string, string>>) => string,
): PackageSource {
  const as = (version: string, texts: ReadonlyMap<string, string>) => sourceOf({ ...draft, version }, texts, hashOf)
  const own = as(nextVersion(published), files)
  if (published === null || compareVersions(own.version, published) > 0) return own
  const version = nextVersion(published)
  const card = cardOf[draft.kind]
  return as(
    version,
    new Map([...files].map(([path, text]) => [path, path === card ? setVersion(text, version) : text])),
  )
}
