import { describe, expect, test } from 'vitest'
import type { PackageSource } from '../contract/packages.ts'
import { rewritten, sourceOf, sources } from '../demo-content.fixture.ts'
import { openPackage } from '../reading/open-package.ts'
import { createPackageSet } from '../reading/packages.ts'
import { checkAskedConcepts } from './check-asked-concepts.ts'

const all = createPackageSet()
for (const source of sources) all.add(openPackage(source))
const check = (source: PackageSource) => checkAskedConcepts(openPackage(source), all)

const benefit = sourceOf('service', 'monthly-child-benefit')
const form = 'forms/apply.form.json'
/** The benefit with one more question in its form. */
const asking = (item: object) =>
  rewritten(benefit, form, data => {
    ;(data as unknown as { pages: { items: object[] }[] }).pages[0]?.items.push(item)
  })
const number = { field: '/childIdentifier', as: 'text' }

test('no form of the whole content asks for what a source fetches', () => {
  expect(sources.flatMap(source => check(source))).toEqual([])
})

describe('a field whose concept a source fetches', () => {
  test('is refused, with its place, its concept and who knows it', () => {
    expect(check(asking(number))).toEqual([
      {
        package: 'service:monthly-child-benefit',
        file: form,
        pointer: expect.stringMatching(/^\/pages\/0\/items\/\d+$/),
        code: 'package.concept-is-asked',
        params: { field: '/childIdentifier', concept: 'person-number', source: 'applicant' },
      },
    ])
  })

  test('is refused in a group, and where the clause that it names is none of the regulation', () => {
    const group = { group: 'more', items: [{ ...number, because: '99.9' }] }
    expect(check(asking(group))).toMatchObject([{ pointer: expect.stringMatching(/\/items\/0$/) }])
  })

  test.each([
    ['is chosen from what is known', { ...number, from: 'family.children' }],
    ['is filled in', { ...number, prefill: 'correctable' }],
    ['is computed', { ...number, calculate: '"1"' }],
    ['is asked by a clause', { ...number, because: '7.1' }],
    ['has another concept than any source', { field: '/forWhom', as: 'choice' }],
  ])('may be asked where it %s', (_, item) => expect(check(asking(item))).toEqual([]))

  test('may be asked where its source asks the person when it has no answer', () => {
    const falling = rewritten(asking(number), 'sources.json', list => {
      const [applicant] = list as unknown as { faults?: object }[]
      if (applicant !== undefined) applicant.faults = { dead: { do: 'wait', for: 'P1D', after: 'ask-applicant' } }
    })
    expect(check(falling)).toEqual([])
  })
})
