import { fileURLToPath } from 'node:url'
import { createPackageSet, openPackage, readContent } from '@tereze/catalogue'
import { describe, expect, it } from 'vitest'
import { foresee } from './foresee.ts'
import { situationOf } from './situation.ts'

const content = fileURLToPath(new URL('../../../../content', import.meta.url))
const packages = createPackageSet()
for (const source of await readContent(content)) packages.add(openPackage(source))
const { services } = situationOf(packages.get('situation', 'birth-of-a-child'))
const serviceOf = (id: string) => {
  const service = services.find(candidate => candidate.service === id)
  if (service === undefined) throw new Error(`no ${id}`)
  return service
}
const inJanuary = { now: '2026-01-15T04:00:00.000Z', zone: 'Asia/Almaty' }

function seen(born: string, more: Record<string, unknown> = {}) {
  const older = ['2013-05-01', '2016-05-02', '2019-05-03'].map((each, i) => ({ id: `older${i}`, born: each }))
  const child = { id: 'child', born, residence: { region: 'north' } }
  return {
    record: { child: { person: 'child', born } },
    facts: { family: { value: { spouse: null, children: [...older, child] } }, ...more },
  }
}

describe('what a service would decide', () => {
  it('is by the sums and the edition of the day that its regulation chooses', () => {
    const benefit = serviceOf('one-time-birth-benefit')
    const amount = (born: string) =>
      (foresee(packages, benefit, seen(born), inJanuary) as { amount: { amount: string } }).amount.amount
    expect(amount('2025-12-28')).toBe('149400.00')
    expect(amount('2026-01-02')).toBe('272475.00')
  })

  it('rounds and compares incomes as the decision will', () => {
    const benefit = serviceOf('monthly-child-benefit')
    const income = (sum: string) => {
      const money = { amount: sum, currency: 'DMD' }
      return { income: { value: { conflict: false, lowest: money, highest: money } }, spouseIncome: { value: null } }
    }
    const outcome = (sum: string) =>
      (foresee(packages, benefit, seen('2026-01-02', income(sum)), inJanuary) as { outcome: string }).outcome
    expect(outcome('252500.02')).toBe('granted')
    expect(outcome('252500.03')).toBe('refused')
  })

  it('is nothing where the situation does not ask', () => {
    expect(foresee(packages, serviceOf('health-attachment'), seen('2026-01-02'), inJanuary)).toBeNull()
  })
})
