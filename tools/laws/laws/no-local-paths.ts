import type { Law } from '../law.ts'
import { matchesIn, type Tree } from '../tree.ts'

/** Folders of people, of root, of mounted disks and of a drive. A JSON Pointer such as `/home/region` is none. */
const local = new RegExp(
  [
    '(?<![\\w.:/])/(?:home|Users)/[\\w.-]+/[\\w.-]+',
    '(?<![\\w.:/])/(?:root|mnt|work/(?:main|scratch|shared))/[\\w.-]+',
    '\\b[A-Z]:\\\\+\\w+',
  ].join('|'),
  'g',
)

/** The repository knows no machine that it was written on. */
export const law: Law = {
  says: "No text names a folder of somebody's machine.",
  why: 'What names one machine works on one machine.',
  remedy: 'Make it relative to the file (import.meta.url) or take it from foundation/config.',
  looksAt: tree => texts(tree).length,
  check: tree =>
    texts(tree).flatMap(path =>
      matchesIn(tree, path, local).map(({ place, match }) => ({ place, what: `names ${match[0]}` })),
    ),
  broken: [
    { 'docs/x.md': `cd ${'/home'}/aigerim/tereze` },
    { 'tools/x.ts': `const folder = '${'/Users'}/aigerim/tereze'` },
    { 'tools/x.ts': `const folder = '${'C:'}\\\\Users'` },
  ],
  lawful: [{ 'docs/x.md': 'GET https://example.org/home/page/x, /var/lib/tereze, the field /home/region' }],
}

function texts(tree: Tree): string[] {
  return tree.paths.filter(
    path => /\.(ts|tsx|mjs|json|md|sql|sh|yml|css|html)$|^\.ci\//.test(path) && !path.startsWith('conformance/'),
  )
}
