import type { FormLayout } from '@tereze/forms'
import { describe, expect, it } from 'vitest'
import { askableFields, informationForm } from './information-form.ts'

const form = (items: object[]) => ({ format: 1, pages: [{ id: 'page', items }] }) as unknown as FormLayout

describe('askableFields', () => {
  it('gives the fields of all forms once, also those in groups', () => {
    const forms = [
      form([
        { field: '/a', as: 'text' },
        { group: 'g', items: [{ field: '/b', as: 'files' }] },
      ]),
      form([
        { field: '/a', as: 'text' },
        { field: '/c', as: 'money' },
      ]),
    ]
    expect(askableFields(forms).map(({ field }) => field)).toEqual(['/a', '/b', '/c'])
  })

  it('leaves out lists and what is computed', () => {
    const forms = [
      form([
        { field: '/list', as: 'repeat', items: [{ field: '/list/0/a', as: 'text' }] },
        { field: '/sum', as: 'money', calculate: 'a + b' },
      ]),
    ]
    expect(askableFields(forms)).toEqual([])
  })
})

describe('informationForm', () => {
  const answer = form([{ field: '/information/answer', as: 'long-text' }])

  it('adds what is asked after the answer, without the conditions it had', () => {
    const asked = askableFields([form([{ field: '/a', as: 'text', when: 'b = 1' }])])
    expect(informationForm(answer, asked).pages[0]?.items).toEqual([
      { field: '/information/answer', as: 'long-text' },
      { group: 'asked-fields', items: [{ field: '/a', as: 'text' }] },
    ])
  })

  it('is the answer alone where no field is asked', () => {
    expect(informationForm(answer, [])).toBe(answer)
  })
})
