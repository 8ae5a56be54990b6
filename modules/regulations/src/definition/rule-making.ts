import { findOrganisation, type Packages } from '@tereze/catalogue/contract'
import { type RuleMaking, ruleMakingIn } from '@tereze/regulation'
import { type Calendar, type DeadlineRules, deadline } from '@tereze/working-time'
import type { CountTerm } from '../rules/turns-after.ts'

/** How regulations are made where an organisation is: steps, days, terms. */
export interface Making {
  readonly jurisdiction: string
  readonly rules: RuleMaking
  /** IANA zone of the organisation. */
  readonly zone: string
  readonly count: CountTerm
}

/** How the regulations of an organisation are made; null where its jurisdiction does not say so. */
export function makingOf(packages: Packages, organisation: string): Making | null {
  const body = findOrganisation(packages, organisation)
  const jurisdiction = body === null ? null : packages.find('jurisdiction', body.jurisdiction)
  if (body === null || jurisdiction === null) return null
  const rules = ruleMakingIn(jurisdiction.json.get('rule-making.json'))
  if (rules === null) return null
  const calendar = jurisdiction.json.get('calendar.json') as unknown as Calendar
  const deadlineRules = jurisdiction.json.get('deadline-rules.json') as unknown as DeadlineRules
  const { zone } = body
  return {
    jurisdiction: jurisdiction.id,
    rules,
    zone,
    count(from, term) {
      const counted = deadline({ from: new Date(from).toISOString(), term, calendar, rules: deadlineRules, zone })
      return counted.ok ? { date: counted.date, at: counted.at } : null
    },
  }
}
