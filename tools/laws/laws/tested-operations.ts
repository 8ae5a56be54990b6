import type { Law } from '../law.ts'
import type { Tree } from '../tree.ts'

/** One file, one operation, one test file. */
export const law: Law = {
  says: 'Every operation and every subscriber of a module has its own test file beside it.',
  why: 'An operation is the unit that outsiders rely on; a subscriber is what nobody sees fail.',
  remedy: 'Write <name>.test.ts or <name>.db.test.ts beside the file; npm run create operation makes both.',
  looksAt: tree => units(tree).length,
  check: tree =>
    units(tree)
      .filter(path => !['.test.ts', '.db.test.ts'].some(ending => tree.paths.includes(path.replace(/\.ts$/, ending))))
      .map(place => ({ place, what: 'has no test file' })),
  broken: [{ 'modules/x/src/operations/make-wish.ts': '' }, { 'modules/x/src/subscribers/on-wish-made.ts': '' }],
  lawful: [{ 'modules/x/src/operations/make-wish.ts': '', 'modules/x/src/operations/make-wish.db.test.ts': '' }],
}

function units(tree: Tree): string[] {
  return tree.paths.filter(
    path =>
      /^modules\/[^/]+\/src\/(operations|subscribers)\/(?!index\.ts)[^/]+\.ts$/.test(path) && !path.includes('.test.'),
  )
}
