import type { Law, Offence } from '../law.ts'
import { matchesIn, type Tree } from '../tree.ts'

/** Digits alone, not part of a longer word, number, hash or path. */
const alone = (digits: number) => new RegExp(`(?<![\\w.,#/+-])\\d{${digits}}(?![\\w-]|[.,]\\d)`, 'g')
const digitsOf = (text: string) => [...text].map(Number)
const weighted = (digits: readonly number[], weights: readonly number[]) =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0)

/** Nothing in the repository could be a living person's number. */
export const law: Law = {
  says: 'No text holds a number that is a valid ИИН, БИН, СНИЛС or ИНН.',
  why: 'A number with a right check digit may belong to somebody; test data must never be able to point at a person.',
  remedy: "Use the demo country's identifiers (DM-…), which hold letters and a check digit of their own.",
  looksAt: tree => texts(tree).length,
  check: tree => texts(tree).flatMap(path => offencesIn(tree, path)),
  broken: [
    { 'docs/x.md': `ИИН ${'8501'}${'01300005'}` },
    { 'content/x.json': `{"snils":"${'112-233-'}${'445 95'}"}` },
    { 'content/x.json': `{"inn":"${'50010'}${'0732259'}"}` },
    { 'content/x.json': `{"inn":"${'7707'}${'083893'}"}` },
  ],
  lawful: [{ 'docs/x.md': 'at 1767225600000 ms, id 0198c2aa850101300009, DM-850101-K7, 41000.00, 123456789012' }],
}

function texts(tree: Tree): string[] {
  return tree.paths.filter(
    path =>
      /\.(ts|tsx|mjs|json|md|sql|bpmn|dmn|csv|html|txt)$/.test(path) &&
      !/^conformance\/|package-lock\.json$/.test(path),
  )
}

function offencesIn(tree: Tree, path: string): Offence[] {
  const find = (pattern: RegExp, isValid: (digits: readonly number[]) => boolean, what: string) =>
    matchesIn(tree, path, pattern)
      .filter(({ match }) => isValid(digitsOf(match[0].replace(/\D/g, ''))))
      .map(({ place, match }) => ({ place, what: `${match[0]} ${what}` }))
  return [
    ...find(alone(12), isKazakhNumber, 'is a valid ИИН or БИН'),
    ...find(alone(12), isPersonTaxNumber, 'is a valid ИНН'),
    ...find(/(?<!\d)\d{3}-\d{3}-\d{3} \d{2}(?!\d)/g, isPensionNumber, 'is a valid СНИЛС'),
    ...(path.startsWith('content/') ? find(alone(10), isCompanyTaxNumber, 'is a valid ИНН') : []),
  ]
}

/** ИИН and БИН: date or year and month in front, a check digit by weights 1…11, by 3…11,1,2 when that gives 10. */
function isKazakhNumber(digits: readonly number[]): boolean {
  const month = (digits[2] ?? 0) * 10 + (digits[3] ?? 0)
  const day = (digits[4] ?? 0) * 10 + (digits[5] ?? 0)
  if (month < 1 || month > 12 || day < 1 || day > 63) return false
  const first = weighted(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11
  const check = first < 10 ? first : weighted(digits, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11
  return check < 10 && check === digits[11]
}

function isPersonTaxNumber(digits: readonly number[]): boolean {
  const eleventh = (weighted(digits, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10
  const twelfth = (weighted(digits, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10
  return eleventh === digits[10] && twelfth === digits[11] && digits.some(digit => digit !== 0)
}

function isCompanyTaxNumber(digits: readonly number[]): boolean {
  return (weighted(digits, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === digits[9] && digits.some(digit => digit !== 0)
}

function isPensionNumber(digits: readonly number[]): boolean {
  const check = (weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100
  return check === (digits[9] ?? 0) * 10 + (digits[10] ?? 0)
}
