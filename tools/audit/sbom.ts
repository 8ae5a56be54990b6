/** An entry of package-lock.json (version 3). */
export interface Locked {
  readonly name?: string
  readonly version?: string
  readonly license?: string
  readonly integrity?: string
  readonly dev?: boolean
  readonly link?: boolean
}

/** What is read of package-lock.json. */
export interface Lock {
  readonly name: string
  readonly version: string
  readonly packages: Readonly<Record<string, Locked>>
}

interface Component {
  readonly type: 'library'
  readonly 'bom-ref': string
  readonly name: string
  readonly version: string
  readonly scope: 'required' | 'excluded'
  readonly purl: string
  readonly licenses: readonly object[]
  readonly hashes: readonly { alg: string; content: string }[]
}

/** Name of a package at a place of the lock: what stands behind the last `node_modules/`. */
export function nameAt(place: string, { name }: Locked): string {
  return name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

function hashesOf(integrity = ''): Component['hashes'] {
  return integrity.split(' ').flatMap(each => {
    const [, bits, value = ''] = /^sha(256|384|512)-(.+)$/.exec(each) ?? []
    return bits === undefined ? [] : [{ alg: `SHA-${bits}`, content: Buffer.from(value, 'base64').toString('hex') }]
  })
}

function componentOf(place: string, locked: Locked): Component {
  const name = nameAt(place, locked)
  const version = locked.version ?? ''
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  const { license } = locked
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    scope: locked.dev === true ? 'excluded' : 'required',
    purl,
    licenses:
      license === undefined
        ? []
        : [
            /^[\w.-]+$/.test(license)
              ? { license: { id: license } }
              : /^SEE /.test(license)
                ? { license: { name: license } }
                : { expression: license },
          ],
    hashes: hashesOf(locked.integrity),
  }
}

/**
 * Inventory of everything from outside that a lock brings (CycloneDX 1.6, JSON): the same for the same lock. `excluded` is what is for building
 * and testing only.
 */
export function createSbom({ name, version, packages }: Lock): object {
  const components = new Map<string, Component>()
  for (const [place, locked] of Object.entries(packages)) {
    if (!place.includes('node_modules/') || locked.link === true) continue
    const component = componentOf(place, locked)
    const known = components.get(component.purl)
    if (known === undefined || known.scope === 'excluded') components.set(component.purl, component)
  }
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': `${name}@${version}`, name, version } },
    components: [...components.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1)),
  }
}
