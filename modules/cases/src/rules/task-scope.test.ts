import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideScope, type TaskLimits } from './task-scope.ts'

const worker: TaskLimits = { roles: ['case-worker'], units: ['north'], territory: null }

describe('decideScope', () => {
  it('reads an official’s unit with what belongs to no unit', () => {
    expect(decideScope(worker, { list: 'unit' }, '10')).toMatchObject({
      key: 'unit',
      roles: ['case-worker'],
      places: ['north', ''],
      units: null,
    })
  })

  it('reads a whole role for who has no unit', () => {
    expect(decideScope({ ...worker, units: null }, { list: 'unit' }, null)).toMatchObject({ key: 'role', places: [''] })
  })

  it('reads the own territory, or the one that is asked for', () => {
    expect(decideScope(worker, { list: 'territory' }, '10')).toMatchObject({
      key: 'region',
      places: ['10'],
      units: ['north', ''],
      within: null,
    })
    expect(decideScope(worker, { list: 'territory', territory: '101230' }, '10')).toMatchObject({
      key: 'district',
      places: ['1012'],
      within: '101230',
    })
  })

  it('keeps an official inside the territory of the office', () => {
    const local = { ...worker, territory: '1012' }
    expect(decideScope(local, { list: 'unit' }, null)).toMatchObject({ key: 'district', places: ['1012', ''] })
    expect(decideScope(local, { list: 'territory', territory: '10' }, null)).toMatchObject({ places: ['1012'] })
    expect(decideScope(local, { list: 'territory', territory: '20' }, null)).toBeNull()
  })

  it('reads nothing of a role that the official has not', () => {
    expect(decideScope(worker, { list: 'unit', role: 'registrar' }, null)).toBeNull()
  })

  it('never reads outside the territory of the office, whatever is asked', () => {
    const code = fc.stringMatching(/^[0-9]{2,9}$/)
    fc.assert(
      fc.property(code, fc.option(code, { nil: undefined }), (own, asked) => {
        const criteria =
          asked === undefined ? ({ list: 'unit' } as const) : ({ list: 'unit', territory: asked } as const)
        const scope = decideScope({ ...worker, territory: own }, criteria, null)
        if (scope === null) return asked !== undefined && !asked.startsWith(own) && !own.startsWith(asked)
        const limit = scope.within ?? scope.places[0] ?? ''
        return limit.startsWith(own.slice(0, limit.length)) && limit.length >= own.length
      }),
    )
  })
})
