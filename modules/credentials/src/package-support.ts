import type { Package, PackageProblem, PackageSupport, Packages } from '@tereze/catalogue/contract'
import type { Concept } from '@tereze/meta-model'
import { registeredClaims } from './rules/compose-credential.ts'
import { declaredCredentials } from './rules/credential-types.ts'
import { declaredPresentations, typeOf } from './rules/presentation-kinds.ts'

const concept = (reference: unknown) => String(reference).replace(/^concept:/, '')

function conceptsOf(all: Pick<Packages, 'list'>): ReadonlyMap<string, Concept> {
  const files = all.list('concept').flatMap(pack => [...pack.json.values()])
  const declared = files.flatMap(({ concepts }) =>
    Array.isArray(concepts) ? (concepts as unknown as readonly Concept[]) : [],
  )
  return new Map(declared.map(each => [each.id, each]))
}

/** Every concept that a package's data names. */
function conceptsIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value !== 'object' || value === null) return found
  for (const [name, member] of Object.entries(value)) {
    if (name === 'concept' && typeof member === 'string') found.add(concept(member))
    else conceptsIn(member, found)
  }
  return found
}

/**
 * The concepts of a package's data with all that belongs to them: whoever keeps a person's name keeps the given name, and whoever keeps a
 * person may know of them what their register says.
 */
function withParts(ids: ReadonlySet<string>, all: Packages): Set<string> {
  const concepts = conceptsOf(all)
  const found = new Set<string>()
  const add = (id: string): void => {
    if (found.has(id)) return
    found.add(id)
    for (const part of Object.values(concepts.get(id)?.parts ?? {})) add(part)
  }
  for (const id of ids) {
    add(id)
    const { register } = concepts.get(id) ?? {}
    const fields = register === undefined ? undefined : all.find('register', register)?.json.get('data.schema.json')
    for (const field of conceptsIn(fields)) add(field)
  }
  return found
}

function checkCredentials(pack: Package, all: Packages): PackageProblem[] {
  return declaredCredentials(pack).flatMap(({ file, declared }) => {
    const problem = (pointer: string, code: string, params: PackageProblem['params']): PackageProblem => ({
      package: `service:${pack.id}`,
      file,
      pointer,
      code,
      params,
    })
    const known = conceptsOf(all)
    const elsewhere = all
      .list('service')
      .filter(other => other.id !== pack.id)
      .some(other => declaredCredentials(other).some(each => each.declared.id === declared.id))
    const paths = declared.claims.map(({ path }) => path.join('/'))
    return [
      ...(pack.json.has(`documents/${declared.document}.document.json`)
        ? []
        : [problem('/document', 'package.reference-unknown', { reference: `document:${declared.document}` })]),
      ...(elsewhere ? [problem('/id', 'package.credential-repeated', { credential: declared.id })] : []),
      ...declared.claims.flatMap((claim, index) => [
        ...(known.has(concept(claim.concept))
          ? []
          : [problem(`/claims/${index}/concept`, 'package.concept-unknown', { concept: concept(claim.concept) })]),
        ...(registeredClaims.includes(claim.path[0] ?? '') || paths.indexOf(paths[index] ?? '') !== index
          ? [problem(`/claims/${index}/path`, 'package.claim-taken', { claim: paths[index] ?? '' })]
          : []),
      ]),
    ]
  })
}

function checkPresentations(pack: Package, all: Packages): PackageProblem[] {
  const own = withParts(conceptsIn(pack.json.get('data.schema.json') ?? {}), all)
  return declaredPresentations(pack).flatMap(({ file, declared }) => {
    const problem = (pointer: string, code: string, params: PackageProblem['params']): PackageProblem => ({
      package: `service:${pack.id}`,
      file,
      pointer,
      code,
      params,
    })
    const type = typeOf(declared, all)
    if (type === null) return [problem('/credential', 'package.reference-unknown', { reference: declared.credential })]
    return declared.claims.flatMap((path, index) => {
      const claim = type.claims.find(each => each.path.join('/') === path.join('/'))
      if (claim === undefined)
        return [problem(`/claims/${index}`, 'package.reference-unknown', { reference: path.join('/') })]
      // Nobody asks for what its service has no use for.
      return own.has(concept(claim.concept))
        ? []
        : [problem(`/claims/${index}`, 'package.claim-unneeded', { concept: concept(claim.concept) })]
    })
  })
}

/** Checks what service packages declare of credentials: made of a document that is there, claims that mean something, questions that ask no more than their service needs. */
export const credentialPackages: PackageSupport = {
  kind: 'service',
  check: async (pack, all) => [...checkCredentials(pack, all), ...checkPresentations(pack, all)],
  activate: async () => undefined,
}
