import type { Law } from '../law.ts'
import { matchesIn, type Tree } from '../tree.ts'

/** Locks pin content, not a host. */
export const law: Law = {
  says: 'A lock names no registry host, and every package in it has its integrity.',
  why: 'Behind a mirror or without the public network the same lock must install the same bytes.',
  remedy:
    'Keep omit-lockfile-registry-resolved=true in .npmrc and write the lock anew with npm install --package-lock-only.',
  looksAt: tree => locks(tree).length,
  check: tree =>
    locks(tree).flatMap(path => [
      ...matchesIn(tree, path, /"resolved": "(?:https?|git)[^"]*"/g).map(({ place, match }) => ({
        place,
        what: match[0],
      })),
      ...Object.entries<{ integrity?: string; link?: boolean; inBundle?: boolean }>(
        JSON.parse(tree.text(path)).packages ?? {},
      )
        .filter(
          ([place, entry]) => place.includes('node_modules/') && !entry.link && !entry.inBundle && !entry.integrity,
        )
        .map(([place]) => ({ place: path, what: `${place} has no integrity` })),
    ]),
  broken: [
    {
      'package-lock.json':
        '{"packages":{"node_modules/a":{"resolved": "https://registry.example/a.tgz","integrity":"sha512-a"}}}',
    },
    { 'package-lock.json': '{"packages":{"node_modules/a":{"version":"1.0.0"}}}' },
  ],
}

function locks(tree: Tree): string[] {
  return tree.paths.filter(path => path.endsWith('package-lock.json'))
}
