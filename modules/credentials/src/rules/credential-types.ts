import { type Package, type Packages, textOf } from '@tereze/catalogue/contract'
import type { Text } from '@tereze/operation'

/** A claim as `content/format/credential.schema.json` declares it. */
export interface DeclaredClaim {
  readonly path: readonly string[]
  /** Evaluated over the signed data of the document. */
  readonly value: string
  readonly label: string
  readonly concept: string
  /** Told to whoever is shown the credential; every other claim only when the person agrees. */
  readonly always?: boolean
}

/** A type of credential as a package declares it. */
export interface DeclaredCredential {
  readonly id: string
  readonly document: string
  readonly title: string
  readonly summary: string
  readonly days: number
  readonly colours: { readonly background: string; readonly text: string }
  readonly claims: readonly DeclaredClaim[]
}

/** A claim of a type, with its name. */
export interface TypeClaim extends Omit<DeclaredClaim, 'label'> {
  readonly label: Text
}

/** A type of credential that an organisation gives. */
export interface CredentialType {
  readonly id: string
  readonly organisation: string
  /** Service and template of the results that it is made of. */
  readonly service: string
  readonly template: string
  readonly title: Text
  readonly summary: Text
  /** For how many days a credential holds; a wallet fetches another one then. */
  readonly days: number
  readonly colours: { readonly background: string; readonly text: string }
  readonly claims: readonly TypeClaim[]
}

const file = /^credentials\/[^/]+\.credential\.json$/

/** Whether a file has the form that its format asks for, as far as is read here: one that has not is reported by the check of formats. */
export function isFormed(json: Readonly<Record<string, unknown>>, ...texts: readonly string[]): boolean {
  return Array.isArray(json.claims) && texts.every(name => typeof json[name] === 'string')
}

/** Declarations of a package, with their files. */
export function declaredCredentials(pack: Package): { file: string; declared: DeclaredCredential }[] {
  return [...pack.json]
    .filter(([path, json]) => file.test(path) && isFormed(json, 'id', 'document', 'title', 'summary'))
    .map(([path, json]) => ({ file: path, declared: json as unknown as DeclaredCredential }))
}

/** The organisation that owns a service. */
export function ownerOf(pack: Package): string {
  return String(pack.json.get('service.json')?.owner ?? '').replace(/^org:/, '')
}

/** Words of a package by a reference `message:key`. */
export function wordsAt(pack: Package, reference: string): Text {
  return { ...textOf(pack, reference.replace(/^message:/, '')) }
}

function typesOf(pack: Package): CredentialType[] {
  return declaredCredentials(pack).map(({ declared }) => ({
    id: declared.id,
    organisation: ownerOf(pack),
    service: pack.id,
    template: declared.document,
    title: wordsAt(pack, declared.title),
    summary: wordsAt(pack, declared.summary),
    days: declared.days,
    colours: declared.colours,
    claims: declared.claims.map(claim => ({ ...claim, label: wordsAt(pack, claim.label) })),
  }))
}

const known = new WeakMap<readonly Package[], readonly CredentialType[]>()

/** All types of the published packages. */
export function listTypes(packages: Pick<Packages, 'list'>): readonly CredentialType[] {
  const services = packages.list('service')
  const found = known.get(services) ?? services.flatMap(typesOf)
  known.set(services, found)
  return found
}

/** Types that an organisation gives. */
export function listTypesOf(packages: Pick<Packages, 'list'>, organisation: string): CredentialType[] {
  return listTypes(packages).filter(type => type.organisation === organisation)
}

/** A type that an organisation gives; null when it does not. */
export function findType(packages: Pick<Packages, 'list'>, organisation: string, id: string): CredentialType | null {
  return listTypesOf(packages, organisation).find(type => type.id === id) ?? null
}
