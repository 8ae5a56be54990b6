import { type Country, yearsBetween } from './country.ts'
import type { Employer } from './organisations.ts'
import type { PersonaIncome } from './parameters.ts'
import type { Resident } from './person-record.ts'
import type { Random } from './random.ts'

/** Reports of the two years before the reference date and of its own year. */
const yearsBack = [2, 1, 0] as const
/** Wages of earlier years, per cent of those of the reference date. */
const share = { 2: 88, 1: 94, 0: 100 } as const
const step = 500

/** Reports the income of somebody who works: by each employer, and for some by the pension fund too. */
export function addIncomes(
  country: Country,
  random: Random,
  earner: Resident,
  employer: (random: Random) => Employer,
): void {
  const { parameters, asOf } = country
  const age = yearsBetween(earner.born, asOf)
  const employed = parameters.employed.find(([upTo]) => age <= upTo)?.[1] ?? 0
  if (!random.happens(employed)) return
  const jobs = random.happens(parameters.secondJob) ? 2 : 1
  const employers = new Set<string>()
  for (let job = 0; job < jobs; job++) {
    const at = employer(random)
    const monthly = wage(random, parameters.incomes) / (job + 1)
    const reported = random.happens(parameters.pensionFundReports)
    const contradicts = reported && random.happens(parameters.conflicts)
    // A second job with the same employer is none.
    if (employers.has(at.id)) continue
    employers.add(at.id)
    for (const back of yearsBack) {
      const amount = rounded((monthly * share[back]) / 100)
      report(country, earner, at, back, 'employer', amount)
      if (reported) report(country, earner, at, back, 'pension-fund', contradicts && back === 1 ? amount * 2 : amount)
    }
  }
}

/** Reports the incomes that the parameters give a persona, the same in all years. */
export function addPersonaIncomes(
  country: Country,
  random: Random,
  earner: Resident,
  incomes: readonly PersonaIncome[],
  employer: (random: Random) => Employer,
): void {
  for (const { monthly, otherwise } of incomes) {
    const at = employer(random)
    for (const back of yearsBack) {
      report(country, earner, at, back, 'employer', Number(monthly.amount))
      if (otherwise) report(country, earner, at, back, 'pension-fund', Number(otherwise.amount))
    }
  }
}

function report(
  country: Country,
  earner: Resident,
  at: Employer,
  back: 0 | 1 | 2,
  source: string,
  monthly: number,
): void {
  const { asOf, parameters } = country
  const year = Number(asOf.slice(0, 4)) - back
  const months = back === 0 ? Number(asOf.slice(5, 7)) : 12
  const reportedOn = back === 0 ? asOf : `${year + 1}-02-10`
  // Last year's report may not yet be due.
  const known = reportedOn <= asOf ? reportedOn : asOf
  const amount = { amount: `${monthly}.00`, currency: parameters.currency }
  const data = {
    person: earner.id,
    year,
    employer: at.id,
    employerName: at.name,
    source,
    monthly: amount,
    months,
    reportedOn: known,
  }
  country.add('incomes', 'income', data, known)
}

const rounded = (amount: number) => Math.max(step, Math.round(amount / step) * step)

/** Draws a monthly wage from the table of percentiles. */
function wage(random: Random, table: Country['parameters']['incomes']): number {
  const at = random.below(10_000) / 100
  let [fromShare, fromWage] = table[0] ?? [0, 0]
  for (const [percentile, monthly] of table.slice(1)) {
    if (at < percentile) return fromWage + ((at - fromShare) / (percentile - fromShare)) * (monthly - fromWage)
    fromShare = percentile
    fromWage = monthly
  }
  return fromWage
}
