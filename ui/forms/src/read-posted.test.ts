import type { FormLayout } from '@tereze/forms'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPosted } from './read-posted.ts'

const layout: FormLayout = {
  pages: [
    {
      id: 'one',
      items: [
        { field: '/name', as: 'person-name' },
        { field: '/born', as: 'date' },
        { field: '/income', as: 'money' },
        { field: '/agreed', as: 'yes-no' },
        { field: '/days', as: 'choices' },
        { field: '/age', as: 'number' },
        { field: '/home', as: 'address', register: 'bureau/addresses' },
        { group: 'more', items: [{ field: '/note', as: 'long-text' }] },
        {
          field: '/employers',
          as: 'repeat',
          items: [
            { field: '/title', as: 'text' },
            { field: '/pay', as: 'money' },
          ],
        },
      ],
    },
  ],
}

const read = (text: string, draft = {}) => readPosted(layout, new URLSearchParams(text), draft)

describe('what a page posts', () => {
  it('becomes data of the form', () => {
    expect(read('/name/family=Q&/name/given= A  B &/born/day=5&/born/month=3&/born/year=2026')).toEqual({
      name: { family: 'Q', given: 'A B' },
      born: '2026-03-05',
    })
    expect(
      read('/income/amount=180 000,5&/income/currency=DMD&/agreed=no&/days/-=&/days/-=mon&/days/-=tue&/age=7'),
    ).toEqual({
      income: { amount: '180000.50', currency: 'DMD' },
      agreed: false,
      days: ['mon', 'tue'],
      age: 7,
    })
  })

  it('keeps what cannot be read as it was typed', () => {
    expect(read('/born/day=x&/born/month=&/born/year=26&/income/amount=lots&/income/currency=DMD&/age=seven')).toEqual({
      born: '26--x',
      income: { amount: 'lots', currency: 'DMD' },
      age: 'seven',
    })
  })

  it('says blank where a shown field was left blank, and keeps what was not shown', () => {
    expect(read('/born/day=&/born/month=&/born/year=&/days/-=&/note=', { age: 3, note: 'old' })).toEqual({
      born: null,
      days: [],
      note: '',
      age: 3,
    })
  })

  it('keeps elements with their keys in the order of their places', () => {
    const draft = { employers: [{ key: 'b', title: 'old', hidden: 1 }] }
    expect(
      read(
        '/employers/3/key=b&/employers/3/title=Shop&/employers/1/key=a&/employers/1/title=Mill&/employers/1/pay/amount=1&/employers/1/pay/currency=DMD',
        draft,
      ),
    ).toEqual({
      employers: [
        { key: 'a', title: 'Mill', pay: { amount: '1.00', currency: 'DMD' } },
        { key: 'b', title: 'Shop', hidden: 1 },
      ],
    })
    expect(read('/employers=', draft)).toEqual({ employers: [] })
  })

  it('takes only fields of the layout, whatever is posted', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.oneof(fc.string(), fc.constantFrom('/__proto__/x', '/employers/99999/title', '/name')),
            fc.string(),
          ),
        ),
        pairs => {
          const data = readPosted(layout, pairs)
          expect(
            Object.keys(data).every(name =>
              ['name', 'born', 'income', 'agreed', 'days', 'age', 'note', 'employers'].includes(name),
            ),
          ).toBe(true)
          expect(({} as Record<string, unknown>).x).toBeUndefined()
        },
      ),
      { numRuns: 200 },
    )
  })

  it('takes what was chosen for the words that were asked, and for no others', () => {
    const found = encodeURIComponent(JSON.stringify({ id: 'address_1', text: 'Talap, 7', more: 1 }))
    const home = (text: string, asked: string, chosen: string) =>
      read(`/home/text=${text}&/home/asked=${asked}&/home/found=${chosen}`).home
    expect(home('Tal', 'Tal', found)).toEqual({ id: 'address_1', text: 'Talap, 7' })
    expect(home('Tal', 'Tal', 'own')).toEqual({ text: 'Tal', own: true })
    expect(home('Talk', 'Tal', found)).toEqual({ text: 'Talk' })
    expect(home('Tal', 'Tal', '')).toEqual({ text: 'Tal' })
    expect(home('Tal', 'Tal', '{broken')).toEqual({ text: 'Tal' })
    expect(home('Tal', 'Tal', '[1]')).toEqual({ text: 'Tal' })
    expect(home(' ', '', 'own')).toBeNull()
  })
})
