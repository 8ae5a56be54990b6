import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { getAnnex } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const { mother, place, task } = await cases.inReview()
await cases.complete(task, worker, { review: { outcome: 'granted', reason: 'The employer is right' } })

describe('get-annex', () => {
  it('gives an official the same annex, and does not call automatic what an official decided', async () => {
    const { decisions } = done(await cases.run(getAnnex, place, worker))
    const eligibility = decisions.findLast(({ decision }) => decision === 'eligibility')
    expect(eligibility?.modelHash).toMatch(/^[0-9a-f]{64}$/)
    expect(eligibility?.lines.some(({ text }) => text.en.startsWith('Result: '))).toBe(true)
    expect(eligibility?.grounds.map(({ clause }) => clause)).not.toContain('act:family-benefits/7.7')
  })

  it('knows no case that there is not, and none of another organisation', async () => {
    const none = { ...place, case: 'case_01960000-0000-7000-8000-00000000dead' }
    expect(await cases.run(getAnnex, none, worker)).toMatchObject({ code: 'cases.case-not-found', pointer: '/case' })
    expect(await cases.run(getAnnex, place, cases.official('registrar'))).toMatchObject({
      code: 'operations.permission-missing',
    })
    expect(await cases.run(getAnnex, place, mother.actor)).toMatchObject({ code: 'operations.permission-missing' })
  })
})
