import { describe, expect, it } from 'vitest'
import { decideAlike } from './decide-alike.ts'
import { criteriaOf, filterOf, readFilter, writeFilter } from './list-filter.ts'
import type { Task } from './task.ts'

const full = { q: 'А', service: 'monthly-child-benefit', territory: '1001', before: '2026-03-10' }

describe('the filter of a list', () => {
  it('is the same after it was written into an address, or kept, and read again', () => {
    expect(readFilter(new URLSearchParams(writeFilter(full)))).toEqual(full)
    expect(filterOf(criteriaOf(full))).toEqual(full)
    expect(criteriaOf(filterOf({}))).toEqual({})
  })

  it('drops what the platform would not take', () => {
    const wrong = new URLSearchParams({ service: 'No such!', territory: 'north', before: 'soon' })
    expect(criteriaOf(readFilter(wrong))).toEqual({})
  })
})

describe('decideAlike', () => {
  const task = (part: Partial<Task> = {}) =>
    ({ service: 's', role: 'r', title: { en: 'Review', ru: '', kk: '' }, holder: null, ...part }) as Task
  const held = (official: string) => ({ holder: { official, name: { family: 'A', given: 'B' } } })

  it('wants several tasks of the same work that nobody else holds', () => {
    expect(decideAlike([task(), task(held('me'))], 'me')).toBe(true)
    expect(decideAlike([task()], 'me')).toBe(false)
    expect(decideAlike([], 'me')).toBe(false)
    expect(decideAlike([task(), task(held('you'))], 'me')).toBe(false)
    expect(decideAlike([task(), task({ service: 'other' })], 'me')).toBe(false)
    expect(decideAlike([task(), task({ title: { en: 'Check', ru: '', kk: '' } })], 'me')).toBe(false)
  })
})
