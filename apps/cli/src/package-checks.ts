import { casePackages } from '@tereze/cases'
import { accessPackages } from '@tereze/catalogue'
import type { PackageProblem, PackageSupport } from '@tereze/catalogue/contract'
import { credentialPackages } from '@tereze/credentials'
import { datasetPackages } from '@tereze/datasets'
import { contractPackages } from '@tereze/exchange'
import { profilePackages } from '@tereze/profile'
import { registerFields, registerPackages } from '@tereze/registers'
import { vigilancePackages } from '@tereze/vigilance'
import { inWords } from './words-of-codes.ts'

/** The checks of all modules that know a kind of package. */
export const packageSupports: readonly PackageSupport[] = [
  accessPackages,
  vigilancePackages,
  registerPackages,
  credentialPackages,
  contractPackages,
  ...casePackages,
  profilePackages,
  datasetPackages(registerFields),
]

/** A problem of a package on one line: file and place, code, words, what it is about. */
export function lineOfProblem({ file, pointer, code, params }: PackageProblem): string {
  const told = Object.entries(params).map(([name, value]) => `${name} ${value}`)
  return `${file}${pointer === '' ? '' : `#${pointer}`}  ${inWords(code)}${told.length === 0 ? '' : ` (${told.join(', ')})`}`
}
