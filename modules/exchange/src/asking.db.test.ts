import { rows, sql } from '@tereze/foundation-database'
import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { listMessages, type Question } from './contract/index.ts'
import { exchangePlatform } from './exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const { ask } = platform
const question = (number: number, more: Partial<Question> = {}): Question => ({
  id: `01960000-0000-7000-8000-00000000000${number}`,
  contract: 'tax-agency.income-by-person@1',
  consumer: 'social-protection',
  purpose: 'benefit-eligibility',
  ground: 'act:family-benefits/8',
  subjects: [platform.mother.id],
  case: 'case_1',
  body: { person: platform.mother.id, year: 2025 },
  ...more,
})
const bakery = {
  name: { en: 'Bakery', ru: 'Пекарня', kk: 'Наубайхана' },
  kind: 'company',
  region: 'north',
  registeredOn: '2020-01-01',
}
async function log(organisation: string) {
  const found = await platform.run(listMessages, { organisation }, official({ organisation }))
  if (isRefused(found)) throw new Error(found.code)
  return found.items
}

describe('ask', () => {
  it('gives the answer with its number and time, and is logged on both sides', async () => {
    const employer = await platform.add('tax-agency', 'organisations', bakery)
    await platform.add('tax-agency', 'incomes', {
      person: platform.mother.id,
      employer,
      employerName: 'Bakery',
      source: 'employer',
      year: 2025,
      monthly: { amount: '100.00', currency: 'DMD' },
      months: 12,
      reportedOn: '2026-01-15',
    })
    expect(await ask(question(1))).toEqual({
      ok: true,
      message: question(1).id,
      at: platform.clock.now().toISOString(),
      body: expect.objectContaining({
        year: 2025,
        conflict: false,
        incomes: [expect.objectContaining({ employerName: 'Bakery' })],
      }),
    })
    const line = { message: question(1).id, contract: 'tax-agency.income-by-person@1', case: 'case_1', outcome: 'done' }
    expect(await log('social-protection')).toMatchObject([{ ...line, direction: 'sent', peer: 'tax-agency' }])
    expect(await log('tax-agency')).toMatchObject([{ ...line, direction: 'received', peer: 'social-protection' }])
  })

  it('again gives the same answer, though the registers have moved on', async () => {
    const first = await ask(question(2))
    platform.clock.advance({ minutes: 5 })
    expect(await ask(question(2))).toEqual(first)
    expect(await log('tax-agency')).toHaveLength(2)
  })

  it('that is refused is logged by the one who asked, and not tried again', async () => {
    expect(await ask(question(3, { purpose: 'curiosity' }))).toEqual({
      ok: false,
      code: 'exchange.access-not-granted',
      retry: false,
    })
    expect(await log('social-protection')).toContainEqual(
      expect.objectContaining({ message: question(3).id, outcome: 'exchange.access-not-granted' }),
    )
    expect((await log('tax-agency')).some(({ message }) => message === question(3).id)).toBe(false)
  })

  it('is sealed on both sides, each under its own key of the person', async () => {
    const kept = await rows(
      platform.database,
      sql<{ tenant: string; sealed_for: string; message: Buffer }>`
        select tenant, sealed_for, message from exchange.messages where id = ${question(1).id}::uuid order by tenant`,
    )
    expect(kept.map(({ tenant, sealed_for }) => [tenant, sealed_for])).toEqual([
      ['social-protection', platform.mother.id],
      ['tax-agency', platform.mother.id],
    ])
    await platform.database.transaction('tax-agency', tx => platform.keys.erasePerson(tx, platform.mother.id))
    const opened = await Promise.all(
      kept.map(({ tenant, message }) =>
        platform.keys.open(platform.database, tenant, platform.mother.id, message, `exchange/${question(1).id}`),
      ),
    )
    expect(opened[0]).toBeInstanceOf(Uint8Array)
    expect(opened[1]).toEqual({ erased: true })
  })
})
