import type { PackageProblem } from '@tereze/catalogue/contract'
import { inWords } from './words-of-codes.ts'

/** A problem of a package on one line: file and place, code, words, what it is about. */
export function lineOfProblem({ file, pointer, code, params }: PackageProblem): string {
  const told = Object.entries(params).map(([name, value]) => `${name} ${value}`)
  return `${file}${pointer === '' ? '' : `#${pointer}`}  ${inWords(code)}${told.length === 0 ? '' : ` (${told.join(', ')})`}`
}
