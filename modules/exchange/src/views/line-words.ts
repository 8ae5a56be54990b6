import { findOrganisation, type Packages, textOf } from '@tereze/catalogue/contract'
import type { Text } from '@tereze/operation'
import type { LogLine } from '../contract/message.ts'

/** A purpose in the words of an organisation's jurisdiction; empty where it has none. */
export function wordsOfPurpose(packages: Packages, organisation: string, purpose: string): { purposeTitle?: Text } {
  const jurisdiction = packages.find('jurisdiction', findOrganisation(packages, organisation)?.jurisdiction ?? '')
  const key = `classifier.purposes.${purpose}`
  return jurisdiction?.messages.has(key) ? { purposeTitle: { ...textOf(jurisdiction, key) } } : {}
}

/** The contract and the purpose of a line of an organisation's log, in words; what has no words is not there. */
export function wordsOfLine(
  packages: Packages,
  organisation: string,
  { contract, purpose }: Pick<LogLine, 'contract' | 'purpose'>,
): Pick<LogLine, 'contractTitle' | 'purposeTitle'> {
  const [id = '', major] = contract.split('@')
  const pack = packages.find('contract', id, major)
  return {
    ...(pack === null ? {} : { contractTitle: { ...textOf(pack, 'title') } }),
    ...wordsOfPurpose(packages, organisation, purpose),
  }
}
