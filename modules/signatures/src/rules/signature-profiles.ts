import { type Package, type Packages, textOf } from '@tereze/catalogue/contract'
import type { NamePart } from '@tereze/foundation-signatures'
import type { Text } from '@tereze/operation'
import type { CertifiedNumber, SigningProgram } from '../contract/index.ts'

/** What a jurisdiction says of certificates (`signatures.json`): where numbers stand, what purposes mean, whom it trusts. */
export interface SignatureProfile {
  readonly jurisdiction: string
  /** What people call the jurisdiction. */
  readonly title: Text
  readonly numbers: readonly NumberRule[]
  readonly roles: readonly { readonly purpose: string; readonly title: Text }[]
  /** Policies and statements of qualified certificates. */
  readonly qualified: readonly string[]
  readonly authorities: readonly TrustedAuthority[]
  /** Programs that sign on a person's own machine. */
  readonly programs: readonly SigningProgram[]
}

/** Where certificates state a number. */
export interface NumberRule {
  readonly kind: string
  readonly of: 'person' | 'organisation'
  readonly part: string
  readonly pattern: RegExp
  readonly title: Text
}

/** An authority that a jurisdiction trusts. */
export interface TrustedAuthority {
  /** Base64 of its certificate. */
  readonly certificate: string
  readonly level: 'advanced' | 'qualified'
  /** Policies and statements of its qualified certificates. */
  readonly qualifiedBy: readonly string[]
}

interface ProfileFile {
  readonly numbers: readonly {
    kind: string
    of: 'person' | 'organisation'
    part: string
    pattern: string
    title: string
  }[]
  readonly roles: readonly { purpose: string; title: string }[]
  readonly qualified: readonly string[]
  readonly authorities: readonly { certificate: string; level: 'advanced' | 'qualified' }[]
  readonly programs?: readonly SigningProgram[]
}

function profileOf(pack: Package): SignatureProfile[] {
  const file = pack.json.get('signatures.json') as ProfileFile | undefined
  if (file === undefined) return []
  const words = (key: string) => textOf(pack, key.replace(/^message:/, ''))
  return [
    {
      jurisdiction: pack.id,
      title: words('name'),
      qualified: file.qualified,
      numbers: file.numbers.map(rule => ({ ...rule, pattern: new RegExp(rule.pattern), title: words(rule.title) })),
      roles: file.roles.map(({ purpose, title }) => ({ purpose, title: words(title) })),
      programs: file.programs ?? [],
      authorities: file.authorities.map(one => ({ ...one, qualifiedBy: file.qualified })),
    },
  ]
}

/** Profiles of all jurisdictions that are published. A certificate may come from any of them. */
export function signatureProfiles(packages: Packages): readonly SignatureProfile[] {
  return packages.list('jurisdiction').flatMap(profileOf)
}

/** Authorities that jurisdictions trust, with the jurisdiction that does. */
export function trustedAuthorities(all: Packages): readonly (TrustedAuthority & { readonly jurisdiction: string })[] {
  return all
    .list('jurisdiction')
    .flatMap(pack =>
      profileOf(pack).flatMap(({ authorities }) => authorities.map(one => ({ ...one, jurisdiction: pack.id }))),
    )
}

/** Numbers that a name states, by the rules of all jurisdictions. */
export function numbersOf(name: readonly NamePart[], profiles: readonly SignatureProfile[]): CertifiedNumber[] {
  return profiles.flatMap(({ numbers }) =>
    numbers.flatMap(({ kind, of, part, pattern, title }) =>
      name.flatMap(({ type, value }) => {
        const number = type === part ? pattern.exec(value)?.[1] : undefined
        return number === undefined ? [] : [{ kind, of, title, value: number }]
      }),
    ),
  )
}

/** What the purposes of a certificate mean: a person, the first head of an organisation, a system. */
export function rolesOf(purposes: readonly string[] | null, profiles: readonly SignatureProfile[]): Text[] {
  return profiles.flatMap(({ roles }) =>
    roles.flatMap(({ purpose, title }) => (purposes?.includes(purpose) === true ? [title] : [])),
  )
}

/** Programs on people's own machines that some jurisdiction signs with; pages may speak to no other. */
export function signingPrograms(packages: Packages): readonly SigningProgram[] {
  return [...new Set(signatureProfiles(packages).flatMap(({ programs }) => programs))]
}
