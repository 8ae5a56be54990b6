import { expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { listFilters, saveFilter } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const { organisation } = worker
const criteria = { list: 'unit' } as const

it('gives the official’s own filters, by name', async () => {
  for (const name of ['Late', 'All', 'North'])
    done(await cases.run(saveFilter, { organisation, name, criteria }, worker))
  const { items } = done(await cases.run(listFilters, { organisation }, worker))
  expect(items.map(({ name }) => name)).toEqual(['All', 'Late', 'North'])
  expect(done(await cases.run(listFilters, { organisation }, cases.official('colleague'))).items).toEqual([])
  expect(await cases.run(listFilters, { organisation }, cases.official('registrar'))).toMatchObject({
    code: 'operations.permission-missing',
  })
})
