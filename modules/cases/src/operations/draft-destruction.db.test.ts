import { expect, it } from 'vitest'
import { archivistOf, closedCase, drafted } from '../archive.fixture.ts'
import { benefits, casesPlatform } from '../cases-platform.fixture.ts'
import { draftDestruction } from '../contract/index.ts'

const cases = await casesPlatform()
const draft = (...ids: string[]) =>
  cases.run(draftDestruction, { organisation: benefits, cases: ids }, archivistOf(cases))

it('takes only closed cases whose term is over and that stand in no other act, and names what is wrong', async () => {
  const over = (await closedCase(cases, '2012-06-01')).place
  const kept = (await closedCase(cases, '2024-06-01')).place
  const open = (await closedCase(cases, null)).place
  expect(await draft(over.case, kept.case)).toMatchObject({
    code: 'cases.archive-term-runs',
    pointer: '/cases/1',
    params: { kind: '05-12', source: 'archives/9.4', until: '2034-12-31' },
  })
  expect(await draft(open.case)).toMatchObject({ code: 'cases.archive-case-open', pointer: '/cases/0' })
  expect(await draft('case_01960000-0000-7000-8000-00000000dead')).toMatchObject({ code: 'cases.case-not-found' })
  await drafted(cases, [over])
  expect(await draft(over.case)).toMatchObject({ code: 'cases.destruction-elsewhere' })
})
