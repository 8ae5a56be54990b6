import { findOrganisation, type Packages, textOf } from '@tereze/catalogue/contract'
import type { Language } from '@tereze/operation'
import { type DigitalRegulation, legalPages } from '@tereze/regulation'
import type { PrintedText } from '../ports/legal-printer.ts'

/** The legal text of a regulation as pages in some languages, with what bodies and acts are called in the published content. */
export function legalTextOf(
  packages: Packages,
  regulation: DigitalRegulation,
  languages: readonly Language[],
  inForce: string | null,
): PrintedText {
  const jurisdiction = packages.find('jurisdiction', regulation.jurisdiction)
  const body = (reference: string) => findOrganisation(packages, reference.replace(/^org:/, ''))?.name
  const act = (reference: string) => {
    const key = `act.${reference.replace(/^act:/, '')}`
    return jurisdiction?.messages.has(key) ? textOf(jurisdiction, key) : undefined
  }
  const author = body(regulation.body)?.[languages[0] ?? 'kk'] ?? regulation.body
  return { languages, author, date: inForce, blocks: legalPages(regulation, languages, { body, act }) }
}
