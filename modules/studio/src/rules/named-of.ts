import { type Package, type Packages, textOf } from '@tereze/catalogue/contract'
import type { Text } from '@tereze/operation'
import type { Named } from '../contract/around.ts'

type Data = Readonly<Record<string, unknown>>
type Thing = Named['purposes'][number]

function listIn(value: unknown, name: string): readonly Data[] {
  const list = (value as Data | undefined)?.[name]
  return Array.isArray(list) ? (list as readonly Data[]) : []
}

/** Words of a package by a reference or a key; the value itself where there are none. */
function wordsOf(pack: Package, reference: unknown, value: string): Text {
  const key = String(reference ?? '').replace(/^message:/, '')
  return pack.messages.has(key) ? textOf(pack, key) : { en: value, ru: value, kk: value }
}

function thingsIn(pack: Package, path: string, list: string, member: 'id' | 'code', title: 'title' | 'text'): Thing[] {
  return listIn(pack.json.get(path), list).map(one => {
    const value = String(one[member])
    return { value, title: wordsOf(pack, one[title], value) }
  })
}

/** Names of the decisions of a package's models. */
function decisionsOf(pack: Package): string[] {
  const names = [...pack.text]
    .filter(([path]) => path.endsWith('.dmn'))
    .flatMap(([, text]) =>
      [...text.matchAll(/<(?:\w+:)?decision\b[^>]*\bname="([^"]+)"/g)].map(([, name = '']) => name),
    )
  return [...new Set(names)]
}

function oncePerValue<One extends Thing>(things: readonly One[]): One[] {
  return [...new Map(things.map(one => [one.value, one])).values()]
}

// What follows from the published packages is kept with their list, which is another one after each publication.
const known = new WeakMap<object, Named>()

/** What is published and may be named by files of a draft. */
export function namedOf(packages: Packages): Named {
  const services = packages.list('service')
  const kept = known.get(services)
  if (kept !== undefined) return kept
  const jurisdictions = packages.list('jurisdiction')
  const codes = (path: string) =>
    oncePerValue(jurisdictions.flatMap(pack => thingsIn(pack, path, 'codes', 'code', 'text')))
  const named: Named = {
    services: services.map(pack => ({
      value: pack.id,
      title: wordsOf(pack, 'title', pack.id),
      decisions: decisionsOf(pack),
    })),
    processes: packages.list('process').map(pack => ({
      value: `${pack.id}@${pack.version.split('.')[0]}`,
      title: wordsOf(pack, pack.json.get('process.json')?.title, pack.id),
      notices: [...pack.text.keys()].flatMap(path => /^notices\/(.+)\.md$/.exec(path)?.[1] ?? []),
    })),
    purposes: codes('classifiers/purposes.json'),
    domains: codes('classifiers/domains.json'),
    roles: oncePerValue(packages.list('access').flatMap(pack => thingsIn(pack, 'roles.json', 'roles', 'id', 'title'))),
    kinds: oncePerValue(jurisdictions.flatMap(pack => thingsIn(pack, 'nomenclature.json', 'kinds', 'id', 'title'))),
  }
  known.set(services, named)
  return named
}
