import type { Law, Offence } from '../law.ts'
import { packagesOf } from '../packages.ts'
import type { Tree } from '../tree.ts'

type Entry = Record<string, unknown> & { version?: string }
const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const

/** package-lock.json says what the package.json files say; otherwise `npm ci` installs nothing at all. */
export const law: Law = {
  says: 'The lock is in step with every package.json.',
  why: 'On a fresh clone npm ci refuses a lock that is out of step, and nobody can start.',
  remedy: 'Run npm install --package-lock-only, look at what changed, and commit the lock with the package.json.',
  looksAt: tree => places(tree).length,
  check(tree) {
    const { packages = {} } = JSON.parse(tree.text('package-lock.json') || '{}') as { packages?: Record<string, Entry> }
    return [
      ...places(tree).flatMap(place => compare(tree, place, packages)),
      ...Object.keys(packages)
        .filter(place => place !== '' && !place.includes('node_modules/') && !places(tree).includes(place))
        .map(place => ({ place: 'package-lock.json', what: `knows ${place}, which is not there` })),
    ]
  },
  broken: [
    { 'package.json': '{"dependencies":{"a":"1.0.0"}}', 'package-lock.json': '{"packages":{"":{}}}' },
    {
      'package.json': '{"dependencies":{"a":"1.0.0"}}',
      'package-lock.json': '{"packages":{"":{"dependencies":{"a":"1.0.0"}},"node_modules/a":{"version":"1.1.0"}}}',
    },
    {
      'package.json': '{}',
      'libraries/x/package.json': '{"name":"@tereze/x"}',
      'package-lock.json': '{"packages":{"":{}}}',
    },
    { 'package.json': '{}', 'package-lock.json': '{"packages":{"":{},"libraries/gone":{}}}' },
  ],
  lawful: [
    {
      'package.json': '{"devDependencies":{"ts7":"npm:typescript@7.0.2"}}',
      'libraries/x/package.json': '{"name":"@tereze/x","dependencies":{"a":"1.0.0"}}',
      'package-lock.json': JSON.stringify({
        packages: {
          '': { devDependencies: { ts7: 'npm:typescript@7.0.2' } },
          'libraries/x': { dependencies: { a: '1.0.0' } },
          'node_modules/@tereze/x': { link: true, resolved: 'libraries/x' },
          'node_modules/a': { version: '2.0.0' },
          'libraries/x/node_modules/a': { version: '1.0.0' },
          'node_modules/ts7': { name: 'typescript', version: '7.0.2' },
        },
      }),
    },
  ],
}

function places(tree: Tree): string[] {
  return [...(tree.text('package.json') ? [''] : []), ...packagesOf(tree).map(({ folder }) => folder)]
}

function compare(tree: Tree, place: string, packages: Readonly<Record<string, Entry>>): Offence[] {
  const file = place ? `${place}/package.json` : 'package.json'
  const written = JSON.parse(tree.text(file)) as Entry
  const locked = packages[place]
  if (!locked) return [{ place: file, what: 'is not in the lock' }]
  const link = `node_modules/${String(written.name)}`
  const unlinked = place !== '' && !packages[link] ? [{ place: file, what: `has no ${link} in the lock` }] : []
  const differing = kinds.flatMap(kind => {
    const [mine, theirs] = [written[kind], locked[kind]].map(list => (list ?? {}) as Record<string, string>)
    const names = [...new Set([...Object.keys(mine ?? {}), ...Object.keys(theirs ?? {})])]
    return names
      .filter(name => mine?.[name] !== theirs?.[name])
      .map(name => `${kind}: ${name} is ${mine?.[name]}, in the lock ${theirs?.[name]}`)
  })
  const wrong = Object.entries((written.dependencies ?? {}) as Record<string, string>).flatMap(([name, version]) => {
    const found = packages[`${place ? `${place}/` : ''}node_modules/${name}`] ?? packages[`node_modules/${name}`]
    const ours = found?.link === true
    return ours || found?.version === version || version.startsWith('npm:')
      ? []
      : [`${name}@${version} is locked as ${found?.version}`]
  })
  return [...unlinked, ...[...differing, ...wrong].map(what => ({ place: file, what }))]
}
