import type { Law } from '../law.ts'
import { isCode, storeyOf } from '../storeys.ts'
import { matchesIn, type Tree } from '../tree.ts'

const marks = ['TODO', 'FIXME', 'XXX', 'HACK'].join('|')
const silenced = ['@ts-ignore', '@ts-nocheck', '@ts-expect-error'].join('|')

/** What is not done is on the roadmap, not in a comment. */
export const law: Law = {
  says: 'No code is marked as unfinished without a roadmap entry, and no check is silenced.',
  why: 'A mark in a comment is a promise that nobody keeps a list of.',
  remedy: 'Finish it, or write TODO(entry) where docs/roadmap.md has the heading of that entry.',
  looksAt: tree => code(tree).length,
  check: tree =>
    code(tree).flatMap(path => [
      ...matchesIn(tree, path, new RegExp(`\\b(?:${marks})\\b(?:\\(([\\w-]+)\\))?`, 'g'))
        .filter(
          ({ match }) => !match[1] || !new RegExp(`^#+ .*\\b${match[1]}\\b`, 'm').test(tree.text('docs/roadmap.md')),
        )
        .map(({ place, match }) => ({ place, what: `${match[0]} has no entry in docs/roadmap.md` })),
      ...matchesIn(tree, path, new RegExp(silenced, 'g')).map(({ place, match }) => ({
        place,
        what: `${match[0]} silences the compiler`,
      })),
    ]),
  broken: [
    { 'libraries/x/src/a.ts': `// ${'TO'}DO: later` },
    { 'libraries/x/src/a.ts': `// ${'TO'}DO(signing)`, 'docs/roadmap.md': '# Roadmap\n## Printing' },
    { 'libraries/x/src/a.ts': `// ${'@ts'}-ignore` },
  ],
  lawful: [{ 'libraries/x/src/a.ts': `// ${'TO'}DO(signing)`, 'docs/roadmap.md': '# Roadmap\n## signing' }],
}

function code(tree: Tree): string[] {
  return tree.paths.filter(path => isCode(path) && storeyOf(path) !== 'outside' && !path.startsWith('tools/laws/'))
}
