import { describe, expect, it } from 'vitest'
import { formFields, pickFields } from './form-fields.ts'

const layout = {
  pages: [{ items: [{ field: '/name/given' }, { group: 'g', items: [{ field: '/kind' }] }] }, { exit: 'x' }],
}

describe('fields of a form', () => {
  it('are found inside groups', () => {
    expect(formFields(layout)).toEqual(['/name/given', '/kind'])
    expect(formFields(undefined)).toEqual([])
  })

  it('are all that is taken of the data', () => {
    expect(pickFields(layout, { name: { given: 'A', family: 'B' }, kind: null, other: 1 })).toEqual({
      name: { given: 'A' },
    })
  })
})
