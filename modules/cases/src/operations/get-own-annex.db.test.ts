import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { getOwnAnnex } from '../contract/index.ts'

const cases = await casesPlatform()
const { mother, place } = await cases.decided('granted')

describe('get-own-annex', () => {
  it('says of every decision by which rules, on which data, and what was tried', async () => {
    const { number, decisions } = done(await cases.run(getOwnAnnex, place, mother.actor))
    expect(number).not.toBe('')
    expect(decisions.map(({ decision }) => decision)).toEqual(['acceptance', 'eligibility'])
    const eligibility = decisions.at(-1)
    expect(eligibility?.rulesOn).toBe('2026-03-02')
    const lines = (language: 'en' | 'ru' | 'kk') => (eligibility?.lines ?? []).map(({ text }) => text[language])
    expect(lines('en')).toContain('rule 6 applies (clause 7.2)')
    expect(
      lines('en').some(line =>
        /^rule 2 does not apply: The child is young enough is yes, the rule asks for no$/.test(line),
      ),
    ).toBe(true)
    expect(lines('ru')).toContain(
      'Установленная законом величина · Прожиточный минимум на человека в месяц: 50\u00a0500,00\u00a0DMD',
    )
    for (const language of ['en', 'ru', 'kk'] as const) expect(lines(language).every(line => line !== '')).toBe(true)
  })

  it('names the clauses of the day, the rounding and the decision without an official', async () => {
    const { decisions } = done(await cases.run(getOwnAnnex, place, mother.actor))
    const grounds = decisions.at(-1)?.grounds ?? []
    expect(grounds.map(({ clause }) => clause)).toEqual([
      'act:family-benefits/8.4',
      'act:family-benefits/8.5',
      'act:family-benefits/8.5',
      'act:family-benefits/7.7',
    ])
    expect(grounds[0]?.text.ru).toBe('Правила и суммы на день обращения — 2\u00a0марта 2026\u00a0г.')
    expect(grounds[1]?.text.en).toBe(
      '“Income per head by the highest reports” is rounded to 2 decimal places, halves up',
    )
  })

  it('is for nobody else', async () => {
    const unknown = { code: 'cases.case-not-found', pointer: '/case' }
    expect(await cases.run(getOwnAnnex, place, (await cases.mother()).actor)).toMatchObject(unknown)
    const none = { ...place, case: 'case_01960000-0000-7000-8000-00000000dead' }
    expect(await cases.run(getOwnAnnex, none, mother.actor)).toMatchObject(unknown)
    expect(await cases.run(getOwnAnnex, place, cases.official('worker'))).toMatchObject({
      code: 'operations.permission-missing',
    })
  })
})
