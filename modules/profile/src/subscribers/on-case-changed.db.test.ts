import { withdrawCase } from '@tereze/cases/contract'
import { expect, it } from 'vitest'
import { familyPlatform, mother } from '../../../situations/src/family-platform.fixture.ts'
import { getOwnFact, reportError } from '../contract/index.ts'

it('gives the report the state of its case, and the same when the events come again', async () => {
  const platform = await familyPlatform()
  const fact = {
    person: mother.id,
    organisation: 'civil-registry',
    register: 'people',
    record: mother.id,
    pointer: '/born',
  }
  const report = async () => platform.must(reportError, { ...fact, text: 'I was born later', changes: [] }, mother)
  const first = await report()
  await platform.must(withdrawCase, { organisation: 'civil-registry', case: first.case, reason: 'No' }, mother)
  await platform.settle()
  const second = await report()
  await platform.replay('profile.on-case-changed')
  expect((await platform.must(getOwnFact, fact, mother)).fact.report).toMatchObject({
    case: second.case,
    state: 'open',
  })
})
