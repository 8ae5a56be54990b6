import { type Requirement, requirements } from '../asvs-requirements.ts'
import type { Law, Offence } from '../law.ts'
import type { Tree } from '../tree.ts'

const page = 'docs/security/asvs.md'
const roadmap = 'docs/roadmap.md'
const statuses = ['met', 'partly', 'not met', 'operator', 'not applicable']
const wanted = requirements.filter(({ level }) => level <= 2)

interface Row {
  readonly place: string
  readonly id: string
  readonly level: string
  readonly says: string
  readonly status: string
  readonly proof: string
}

/** The table of the self-assessment is as the repository is. */
export const law: Law = {
  says: 'Each requirement of OWASP ASVS of level 1 and 2 stands once in docs/security/asvs.md, with a proof that is there.',
  why: 'A claim of security that names no test, or one that is gone, is a claim that nobody checks.',
  remedy:
    'Name in backticks a file that is there, and in “…” behind it the title of a test in it; say “Missing: …” of what is not met, with its number in docs/roadmap.md.',
  looksAt: tree => rowsOf(tree).length,
  check: tree => [...countOf(tree), ...rowsOf(tree).flatMap(row => offencesOf(tree, row))],
  broken: [
    { [page]: '| 1.1.1 | 2 | x | met | `a.ts` |', 'a.ts': '' },
    ...(
      [
        ['| 1.1.1 | 2 | x | met | trust us |', ''],
        ['| 1.1.1 | 2 | x | met | `gone.ts` |', ''],
        ['| 1.1.1 | 2 | x | met | `a.test.ts` “another title” |', ''],
        ['| 1.1.1 | 1 | x | met | `a.test.ts` |', ''],
        ['| 1.1.1 | 2 | | met | `a.test.ts` |', ''],
        ['| 1.1.1 | 2 | x | well | `a.test.ts` |', ''],
        ['| 1.1.1 | 2 | x | partly | Missing: all. |', 'another 1.1.11'],
        ['| 1.1.1 | 2 | x | not met | Later. |', '1.1.1'],
        ['| 1.1.1 | 2 | x | not applicable | |', ''],
        ['| 1.1.1 | 2 | x | met | `a.test.ts` |\n| 1.1.1 | 2 | x | met | `a.test.ts` |', ''],
        ['| 1.2.10 | 3 | x | met | `a.test.ts` |', ''],
      ] as const
    ).map(([line, told]) => whole(line, told)),
  ],
  lawful: [
    whole('| 1.1.1 | 2 | x | met | Words: `a.test.ts` “a title” |', ''),
    whole('| 1.1.1 | 2 | x | partly | Missing: the rest: `a.test.ts` |', 'ASVS 1.1.1, 9.9.9'),
    whole('| 1.1.1 | 2 | x | not applicable | There is none. |', ''),
  ],
}

/** A tree whose table is whole but for the lines of 1.1.1. */
function whole(lines: string, told: string): Record<string, string> {
  const others = wanted.filter(({ id }) => id !== '1.1.1').map(row => rowFor(row))
  return { [page]: [lines, ...others].join('\n'), [roadmap]: told, 'a.test.ts': "test('a title', () => {})" }
}

function rowFor({ id, level }: Requirement): string {
  return `| ${id} | ${level} | x | not applicable | There is none. |`
}

function rowsOf(tree: Tree): Row[] {
  return tree
    .text(page)
    .split('\n')
    .flatMap((line, index) => {
      const [, id = '', level = '', says = '', status = '', proof = ''] = line.split('|').map(cell => cell.trim())
      return /^\d+\.\d+\.\d+$/.test(id) ? [{ place: `${page}:${index + 1}`, id, level, says, status, proof }] : []
    })
}

function countOf(tree: Tree): Offence[] {
  const count = Map.groupBy(rowsOf(tree), ({ id }) => id)
  return wanted.flatMap(({ id }) => {
    const found = count.get(id)?.length ?? 0
    return found === 1 ? [] : [{ place: page, what: `${id} stands there ${found} times` }]
  })
}

function offencesOf(tree: Tree, row: Row): Offence[] {
  const { place, id, level, says, status, proof } = row
  const known = wanted.find(requirement => requirement.id === id)
  const wrong = [
    known === undefined && `${id} is no requirement of level 1 or 2`,
    known !== undefined && String(known.level) !== level && `${id} is of level ${known.level}`,
    says === '' && `${id} says nothing`,
    !statuses.includes(status) && `${id} is "${status}", which is no status`,
    ...proofsOf(tree, row),
  ]
  return wrong
    .flatMap(what => (what === false ? [] : [{ place, what }]))
    .concat(untold(tree, row))
    .concat(status === 'not applicable' && proof === '' ? [{ place, what: `${id} does not say why` }] : [])
}

function proofsOf(tree: Tree, { id, status, proof }: Row): string[] {
  // `a/b.ts` with, behind it, the title of a test of it; other words in backticks are names.
  const named = [...proof.matchAll(/`([^`]+\.[a-z]+)`(?: “([^”]+)”)?/g)].filter(([, path = '']) =>
    /^[\w./-]+$/.test(path),
  )
  const gone = named.flatMap(([, path = '', title]) => {
    if (!tree.paths.includes(path)) return [`${id}: there is no ${path}`]
    return title === undefined || tree.text(path).includes(title) ? [] : [`${id}: ${path} has no test “${title}”`]
  })
  const needsProof = status === 'met' || status === 'operator'
  return needsProof && named.length === 0 ? [`${id} is ${status} by no file`] : gone
}

/** What is missing is said, and stands in the roadmap under its number. */
function untold(tree: Tree, { place, id, status, proof }: Row): Offence[] {
  if (status !== 'partly' && status !== 'not met') return []
  const inRoadmap = new RegExp(`(?<![\\d.])${id.replaceAll('.', '\\.')}(?![\\d])`).test(tree.text(roadmap))
  return [
    ...(proof.startsWith('Missing: ') ? [] : [{ place, what: `${id} does not say what is missing` }]),
    ...(inRoadmap ? [] : [{ place, what: `${id} is not in ${roadmap}` }]),
  ]
}
