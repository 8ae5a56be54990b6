import type { Law } from '../law.ts'
import { packagesOf } from '../packages.ts'

const leastWords = 25

/** Each workspace explains itself. */
export const law: Law = {
  says: 'Every workspace has a README.md that says why it is there and how it is used.',
  why: 'A reader opens the folder before the code; an empty shelf mark sends them away.',
  remedy:
    'Write README.md: one sentence of what it is, its nouns, an example of use, what it deliberately does not do.',
  looksAt: tree => packagesOf(tree).length,
  check: tree =>
    packagesOf(tree).flatMap(({ folder }) => {
      const words = tree.text(`${folder}/README.md`).split(/\s+/).filter(Boolean).length
      return words < leastWords
        ? [{ place: `${folder}/README.md`, what: words === 0 ? 'is missing' : `has only ${words} words` }]
        : []
    }),
  broken: [
    { 'libraries/x/package.json': '{"name":"@tereze/x"}' },
    { 'libraries/x/package.json': '{"name":"@tereze/x"}', 'libraries/x/README.md': '# X' },
  ],
}
