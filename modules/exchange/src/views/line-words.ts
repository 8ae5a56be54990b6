import { findOrganisation, type Packages, textOf } from '@tereze/catalogue/contract'
import type { LogLine } from '../contract/message.ts'

/** The contract and the purpose of a line of an organisation's log, in words; what has no words is not there. */
export function wordsOfLine(
  packages: Packages,
  organisation: string,
  { contract, purpose }: Pick<LogLine, 'contract' | 'purpose'>,
): Pick<LogLine, 'contractTitle' | 'purposeTitle'> {
  const [id = '', major] = contract.split('@')
  const pack = packages.find('contract', id, major)
  const jurisdiction = packages.find('jurisdiction', findOrganisation(packages, organisation)?.jurisdiction ?? '')
  const key = `classifier.purposes.${purpose}`
  return {
    ...(pack === null ? {} : { contractTitle: { ...textOf(pack, 'title') } }),
    ...(jurisdiction?.messages.has(key) ? { purposeTitle: { ...textOf(jurisdiction, key) } } : {}),
  }
}
