import { describe, expect, it } from 'vitest'
import { checkAsked } from './check-asked.ts'

const sources = [
  { id: 'person', into: '/applicant', otherwise: 'wait' },
  { id: 'family-name', into: '/name/family', otherwise: 'ask-official' },
  { id: 'income', into: '/income', otherwise: 'ask-applicant' },
  { id: 'silent', otherwise: 'wait' },
]
const check = (item: object) =>
  checkAsked({ pages: [{ items: [{ items: [item] }] }] }, sources, ['13.2']).map(({ pointer, code, params }) => [
    pointer,
    code,
    params.source,
  ])
const place = '/pages/0/items/0/items/0'

describe('checkAsked', () => {
  it.each([
    [{ field: '/applicant/born' }, [[place, 'package.known-is-asked', 'person']]],
    [{ field: '/applicant' }, [[place, 'package.known-is-asked', 'person']]],
    [{ field: '/name/family', prefill: 'correctable' }, [[place, 'package.change-without-ground', 'family-name']]],
    [
      { field: '/name/family', prefill: 'suggestion', because: '99' },
      [[place, 'package.change-without-ground', 'family-name']],
    ],
    [{ field: '/name/family', prefill: 'correctable', because: '13.2' }, []],
    [{ field: '/applicant/born', prefill: 'locked' }, []],
    [{ field: '/income' }, []],
    [{ field: '/name/given' }, []],
    [{ field: '/applicantSays' }, []],
  ])('%j: %j', (item, problems) => {
    expect(check(item)).toEqual(problems)
  })
})
