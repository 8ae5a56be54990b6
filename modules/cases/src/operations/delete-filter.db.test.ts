import { expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { deleteFilter, listFilters, saveFilter } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const { organisation } = worker

it('forgets one’s own filter, and never another’s', async () => {
  const kept = { organisation, name: 'Late', criteria: { list: 'overdue' as const } }
  const { filter } = done(await cases.run(saveFilter, kept, worker))
  const unknown = { code: 'cases.filter-not-found' }
  expect(await cases.run(deleteFilter, { organisation, filter }, cases.official('colleague'))).toMatchObject(unknown)
  expect(await cases.run(deleteFilter, { organisation, filter }, worker)).toEqual({ filter })
  expect(done(await cases.run(listFilters, { organisation }, worker)).items).toEqual([])
  expect(await cases.run(deleteFilter, { organisation, filter }, worker)).toMatchObject(unknown)
})
