import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { changeData, listInterventions } from '../contract/index.ts'
import { reason } from '../operating.fixture.ts'

const cases = await casesPlatform()
const operator = cases.official('operator')
const { mother, place } = await cases.inReview()
const change = (pointer: string, value: unknown, more: object = {}) =>
  cases.run(changeData, { ...place, pointer, value, reason, ...more }, operator)

describe('change-data', () => {
  it('shows first what would change, and writes nothing', async () => {
    expect(await change('/forWhom', 'other', { preview: true })).toEqual({
      case: place.case,
      before: 'own',
      after: 'other',
      preview: true,
    })
    expect(done(await cases.run(listInterventions, place, operator)).items).toEqual([])
  })

  it('sets a value, keeps before and after, and tells the applicant', async () => {
    expect(await change('/forWhom', 'other')).toMatchObject({ before: 'own', after: 'other', preview: false })
    const { items } = done(await cases.run(listInterventions, place, operator))
    expect(items).toMatchObject([
      {
        kind: 'change-data',
        element: '/forWhom',
        official: operator.id,
        reason,
        change: { before: 'own', after: 'other' },
      },
    ])
    expect((await cases.seen(place, mother.actor)).timeline[0]?.text.en).toBe('We put the data of your case right')
    expect(await change('/forWhom', 'own')).toMatchObject({ before: 'other', after: 'own' })
  })

  it('refuses what does not fit the data of the service, by its place', async () => {
    expect(await change('/forWhom', 'nobody')).toMatchObject({
      code: 'cases.data-invalid',
      also: [{ pointer: '/forWhom', code: 'field.not-listed' }],
    })
    expect(await change('/declared/surplus', 1)).toMatchObject({ code: 'cases.data-invalid' })
  })

  it('changes neither decisions nor what others answered', async () => {
    for (const pointer of ['/decision/outcome', '/facts', '/answers/review', '/nothing'])
      expect(await change(pointer, 'granted')).toMatchObject({ code: 'cases.pointer-unknown', pointer: '/pointer' })
  })

  it('changes nothing in a case that has ended, in an own one, or without the role', async () => {
    const ended = await cases.decided('granted')
    const wish = { pointer: '/forWhom', value: 'other', reason }
    expect(await cases.run(changeData, { ...ended.place, ...wish }, operator)).toMatchObject({
      code: 'cases.status-unfit',
    })
    expect(await cases.run(changeData, { ...place, ...wish }, { ...operator, id: mother.actor.id })).toMatchObject({
      code: 'cases.own-case',
    })
    expect(await cases.run(changeData, { ...place, ...wish }, cases.head)).toMatchObject({
      code: 'operations.permission-missing',
    })
  })
})
