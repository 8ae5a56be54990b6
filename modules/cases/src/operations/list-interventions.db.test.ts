import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { changeData, listInterventions } from '../contract/index.ts'
import { reason } from '../operating.fixture.ts'

const cases = await casesPlatform()
const operator = cases.official('operator')
const { mother, place } = await cases.inReview()

describe('list-interventions', () => {
  it('is empty where nobody intervened', async () => {
    expect(await cases.run(listInterventions, place, operator)).toEqual({ items: [] })
  })

  it('gives what was done in order, in words, with values before and after', async () => {
    for (const value of ['other', 'own'])
      done(await cases.run(changeData, { ...place, pointer: '/forWhom', value, reason }, operator))
    const { items } = done(await cases.run(listInterventions, place, operator))
    expect(items.map(({ change }) => change)).toEqual([
      { before: 'own', after: 'other' },
      { before: 'other', after: 'own' },
    ])
    expect(items[0]).toMatchObject({ text: { en: 'Put data right' }, batch: null })
  })

  it('is for operators of the organisation, and knows no case of another', async () => {
    expect(await cases.run(listInterventions, place, mother.actor)).toMatchObject({
      code: 'operations.permission-missing',
    })
    const none = { ...place, case: 'case_01960000-0000-7000-8000-00000000dead' }
    expect(await cases.run(listInterventions, none, operator)).toMatchObject({ code: 'cases.case-not-found' })
  })
})
