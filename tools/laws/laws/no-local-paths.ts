import type { Law } from '../law.ts'
import { matchesIn, type Tree } from '../tree.ts'

const local = new RegExp(
  `(?<![\\w.:/])/(?:${['home', 'Users', 'root', 'mnt', 'work/(?:main|scratch|shared)'].join('|')})/[\\w.-]+|\\b[A-Z]:\\\\+[\\w]+`,
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
    { 'tools/x.ts': `const folder = '${'/Users'}/aigerim'` },
    { 'tools/x.ts': `const folder = '${'C:'}\\\\Users'` },
  ],
  lawful: [{ 'docs/x.md': 'GET https://example.org/home/page and /var/lib/tereze' }],
}

function texts(tree: Tree): string[] {
  return tree.paths.filter(
    path => /\.(ts|tsx|mjs|json|md|sql|sh|yml|css|html)$|^\.ci\//.test(path) && !path.startsWith('conformance/'),
  )
}
