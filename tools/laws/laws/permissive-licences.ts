import type { Law } from '../law.ts'
import type { Tree } from '../tree.ts'

/** Licences that ask for a notice and nothing more. */
const permissive = new Set([
  'MIT',
  'MIT-0',
  'Apache-2.0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'Zlib',
  'OFL-1.1',
])

/** What is carried under another licence, and why it may be. A name with `*` stands for all of its kind. */
const borne: Readonly<Record<string, string>> = {
  'bpmn-js':
    'MIT with a mark of its maker that stays visible on the canvas (docs/decisions/2026-11-28-diagrams-by-bpmn-js.md)',
  'axe-core': 'MPL-2.0, unchanged, in tests only',
  lightningcss: 'MPL-2.0, unchanged, when screens are built',
  'lightningcss-*': 'MPL-2.0, unchanged, when screens are built',
}

interface Locked {
  readonly license?: string
  readonly link?: boolean
  readonly name?: string
}

/** Nobody who takes the platform takes a duty to open their own work with it. */
export const law: Law = {
  says: 'Everything that the lock brings is under a permissive licence.',
  why: 'Governments and firms build on the platform; a licence that reaches into their work, or is none, stops them.',
  remedy: 'Take another package, or write down here why this one may be carried and where it does not reach.',
  looksAt: tree => placesOf(tree).length,
  check: tree =>
    placesOf(tree).flatMap(([place, { license = '', name }]) => {
      const known = name ?? place.slice(place.lastIndexOf('node_modules/') + 13)
      const isBorne = Object.hasOwn(borne, known) || Object.hasOwn(borne, `${known.split('-')[0]}-*`)
      return isBorne || isPermissive(license)
        ? []
        : [{ place: 'package-lock.json', what: `${known} is under "${license}"` }]
    }),
  broken: [
    lockOf({ license: 'GPL-3.0-only' }),
    lockOf({ license: 'AGPL-3.0' }),
    lockOf({ license: 'MIT AND GPL-2.0' }),
    lockOf({ license: 'SEE LICENSE IN LICENSE' }),
    lockOf({ license: 'MPL-2.0' }),
    lockOf({}),
  ],
  lawful: [lockOf({ license: 'MIT' }), lockOf({ license: '(MIT AND Zlib)' }), lockOf({ license: 'GPL-3.0 OR MIT' })],
}

function lockOf(locked: Locked): Record<string, string> {
  return { 'package-lock.json': JSON.stringify({ packages: { 'node_modules/a': locked } }) }
}

function placesOf(tree: Tree): [string, Locked][] {
  const { packages = {} } = JSON.parse(tree.text('package-lock.json') || '{}') as { packages?: Record<string, Locked> }
  return Object.entries(packages).filter(([place, { link }]) => place.includes('node_modules/') && link !== true)
}

/** An SPDX expression of one level: one of the choices is enough, all of what is joined has to be. */
function isPermissive(expression: string): boolean {
  const plain = expression.replaceAll(/[()]/g, '')
  return plain.split(' OR ').some(choice => choice.split(' AND ').every(each => permissive.has(each.trim())))
}
