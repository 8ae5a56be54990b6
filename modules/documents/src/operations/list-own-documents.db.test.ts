import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { listOwnDocuments } from '../contract/index.ts'
import { documentsPlatform, mother, stranger } from '../platform.fixture.ts'

const platform = await documentsPlatform()

it('pages newest first, by person and by case', async () => {
  const issued: string[] = []
  for (const n of [1, 2, 3]) {
    platform.clock.advance({ seconds: 1 })
    const organisation = n === 2 ? 'health' : 'civil-registry'
    issued.push((await platform.issue({ key: `k${n}`, organisation, case: n === 3 ? null : 'case_1' })).document)
  }
  const first = await platform.run(listOwnDocuments, { person: mother.id, limit: 2 }, mother)
  if (isRefused(first)) throw new Error(first.code)
  expect(first.items.map(item => item.document)).toEqual([issued[2], issued[1]])
  expect(first.items[1]).toMatchObject({ organisation: 'health', status: 'valid', kind: 'certificate' })
  const rest = await platform.run(listOwnDocuments, { person: mother.id, limit: 2, after: first.next ?? '' }, mother)
  if (isRefused(rest)) throw new Error(rest.code)
  expect([rest.items.map(item => item.document), rest.next]).toEqual([[issued[0]], null])
  const ofCase = await platform.run(listOwnDocuments, { person: mother.id, case: 'case_1' }, mother)
  if (isRefused(ofCase)) throw new Error(ofCase.code)
  expect(ofCase.items.length).toBe(2)
  expect(await platform.run(listOwnDocuments, { person: stranger.id }, stranger)).toEqual({ items: [], next: null })
})
