import type { Package, Packages } from '@tereze/catalogue/contract'
import type { Text } from '@tereze/operation'
import { type CredentialType, isFormed, listTypes, ownerOf, wordsAt } from './credential-types.ts'

/** A question as `content/format/presentation.schema.json` declares it. */
export interface DeclaredPresentation {
  readonly id: string
  readonly title: string
  readonly purpose: string
  /** `credential:<type>`. */
  readonly credential: string
  readonly claims: readonly (readonly string[])[]
}

/** Something that an organisation may ask to be shown. */
export interface PresentationKind {
  /** `service/presentation`. */
  readonly id: string
  readonly organisation: string
  readonly title: Text
  readonly purpose: Text
  readonly type: CredentialType
  readonly claims: readonly (readonly string[])[]
}

const file = /^presentations\/[^/]+\.presentation\.json$/

/** Declarations of a package, with their files. */
export function declaredPresentations(pack: Package): { file: string; declared: DeclaredPresentation }[] {
  return [...pack.json]
    .filter(([path, json]) => file.test(path) && isFormed(json, 'id', 'title', 'purpose', 'credential'))
    .map(([path, json]) => ({ file: path, declared: json as unknown as DeclaredPresentation }))
}

/** The type that a declaration names; null when nobody gives it. */
export function typeOf(declared: DeclaredPresentation, packages: Pick<Packages, 'list'>): CredentialType | null {
  const id = declared.credential.replace(/^credential:/, '')
  return listTypes(packages).find(type => type.id === id) ?? null
}

/** What an organisation may ask, by the newest version of its packages. */
export function listKinds(packages: Pick<Packages, 'list'>, organisation: string): PresentationKind[] {
  return packages
    .list('service')
    .filter(pack => ownerOf(pack) === organisation)
    .flatMap(pack =>
      declaredPresentations(pack).flatMap(({ declared }) => {
        const type = typeOf(declared, packages)
        if (type === null) return []
        return [
          {
            id: `${pack.id}/${declared.id}`,
            organisation,
            title: wordsAt(pack, declared.title),
            purpose: wordsAt(pack, declared.purpose),
            type,
            claims: declared.claims,
          },
        ]
      }),
    )
}
