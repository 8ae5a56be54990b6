import { systemActor } from '@tereze/operation'
import { expect, it } from 'vitest'
import { agreed, benefitPlatform, organisation, service } from '../benefit-platform.fixture.ts'
import { getCaseService } from '../contract/index.ts'

const platform = await benefitPlatform(agreed)

it('tells of which service a case is, and of none that is not there', async () => {
  const { case: id } = await platform.open()
  const ask = (of: string) =>
    platform.run(getCaseService, { organisation, case: of }, systemActor('people', organisation))
  expect(await ask(id)).toEqual({ service })
  expect(await ask('case_01960000-0000-7000-8000-0000000000ff')).toMatchObject({ code: 'cases.case-not-found' })
})
