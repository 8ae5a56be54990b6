import { expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { listAskableFields } from '../contract/index.ts'

const cases = await casesPlatform()

it('gives the fields of the applicant’s forms, with the documents, and which are filled', async () => {
  const { place } = await cases.inReview()
  const { items } = done(await cases.run(listAskableFields, place, cases.official('worker')))
  expect(items.map(({ pointer, document, filled }) => [pointer, document, filled])).toEqual([
    ['/forWhom', false, true],
    ['/child', false, true],
    ['/childIdentifier', false, false],
    ['/account', false, true],
    ['/declared/income', false, false],
    ['/declared/evidence', true, false],
  ])
  expect(items.every(({ label }) => label.kk !== '' && label.ru !== '')).toBe(true)
})

it('knows no case of another organisation, and is not for persons', async () => {
  const { place, mother } = await cases.inReview()
  const elsewhere = { ...place, organisation: 'civil-registry' }
  expect(await cases.run(listAskableFields, elsewhere, cases.official('registrar'))).toMatchObject({
    code: 'cases.case-not-found',
  })
  expect(await cases.run(listAskableFields, place, mother.actor)).toMatchObject({
    code: 'operations.permission-missing',
  })
})
