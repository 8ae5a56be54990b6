import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { listFilters, saveFilter } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const colleague = cases.official('colleague')
const { organisation } = worker
const criteria = { list: 'territory', territory: '10', service: 'monthly-child-benefit' } as const
const kept = async (official = worker) => done(await cases.run(listFilters, { organisation }, official)).items

describe('save-filter', () => {
  it('keeps a filter, and changes it', async () => {
    const { filter } = done(await cases.run(saveFilter, { organisation, name: 'North', criteria }, worker))
    expect(await kept()).toEqual([{ filter, name: 'North', criteria }])
    const changed = { organisation, filter, name: 'Late', criteria: { list: 'overdue' as const } }
    expect(await cases.run(saveFilter, changed, worker)).toEqual({ filter })
    expect(await kept()).toEqual([{ filter, name: 'Late', criteria: { list: 'overdue' } }])
  })

  it('refuses the name of another of one’s own; everybody has names of their own', async () => {
    done(await cases.run(saveFilter, { organisation, name: 'Mine', criteria }, worker))
    expect(await cases.run(saveFilter, { organisation, name: ' Mine ', criteria }, worker)).toMatchObject({
      code: 'cases.filter-name-taken',
    })
    done(await cases.run(saveFilter, { organisation, name: 'Mine', criteria }, colleague))
  })

  it('knows nothing of another’s filters', async () => {
    const { filter } = done(await cases.run(saveFilter, { organisation, name: 'Private', criteria }, worker))
    expect(await cases.run(saveFilter, { organisation, filter, name: 'Taken', criteria }, colleague)).toMatchObject({
      code: 'cases.filter-not-found',
    })
    expect((await kept()).find(one => one.filter === filter)?.name).toBe('Private')
  })

  it('keeps fifty at most, also of those that come at once', async () => {
    const southerner = cases.official('southerner')
    const all = await Promise.all(
      Array.from({ length: 52 }, (_, n) =>
        cases.run(saveFilter, { organisation, name: `Filter ${n}`, criteria }, southerner),
      ),
    )
    expect(all.filter(reply => 'filter' in reply)).toHaveLength(50)
    expect(all).toContainEqual(expect.objectContaining({ code: 'cases.filters-too-many' }))
  })

  it('is not for persons', async () => {
    const { actor } = await cases.mother()
    expect(await cases.run(saveFilter, { organisation, name: 'North', criteria }, actor)).toMatchObject({
      code: 'operations.permission-missing',
    })
  })
})
