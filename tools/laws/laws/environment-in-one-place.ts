import type { Law } from '../law.ts'
import { isCode, storeyOf } from '../storeys.ts'
import { matchesIn, type Tree } from '../tree.ts'

/** `process.env` is read by foundation/config alone. */
export const law: Law = {
  says: 'The environment is read only in foundation/config, by tests and by tools.',
  why: 'A setting that is read in one place is listed, typed, documented and checked at the start, not found by surprise.',
  remedy: 'Add the setting to foundation/config and take it from there as an argument.',
  looksAt: tree => code(tree).length,
  check: tree =>
    code(tree).flatMap(path =>
      matchesIn(tree, path, /\b(process\.env|import\.meta\.env)\b/g).map(({ place, match }) => ({
        place,
        what: `reads ${match[0]}`,
      })),
    ),
  broken: [{ 'modules/cases/src/x.ts': 'export const port = process.env.PORT' }],
  lawful: [
    {
      'foundation/config/src/x.ts': 'export const port = process.env.PORT',
      'apps/server/src/x.ts': 'export const port = 1',
    },
  ],
}

function code(tree: Tree): string[] {
  return tree.paths.filter(
    path => isCode(path) && !['proof', 'outside'].includes(storeyOf(path)) && !path.startsWith('foundation/config/'),
  )
}
