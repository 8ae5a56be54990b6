import { type Package, type PackageKind, type Packages, textOf } from '@tereze/catalogue/contract'
import { type AroundRegulations, aroundRegulations, type ContentSource } from '@tereze/regulation'

/** Kinds of package that regulations refer to. */
const kinds: readonly PackageKind[] = ['organisation', 'jurisdiction', 'contract', 'register', 'concept', 'situation']

function sourceOf(pack: Package): ContentSource {
  return {
    kind: pack.kind,
    id: pack.id,
    version: pack.version,
    paths: [...pack.json.keys()],
    json: path => pack.json.get(path) ?? {},
    words: key => (pack.messages.has(key) ? textOf(pack, key) : undefined),
  }
}

// What follows from the published packages is kept with their list, which is another one after each publication.
const known = new WeakMap<object, AroundRegulations>()

/** What regulations may refer to among the published packages; templates in every version, so that an act of joining finds the one it stands on. */
export function aroundOf(packages: Packages): AroundRegulations {
  const services = packages.list('service')
  const kept = known.get(services)
  if (kept !== undefined) return kept
  const every = services.flatMap(({ id }) => packages.versions('service', id))
  const around = aroundRegulations([...kinds.flatMap(kind => packages.list(kind)), ...every].map(sourceOf))
  known.set(services, around)
  return around
}
