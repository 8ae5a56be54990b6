import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { listOwnMessages, notifyPerson } from '../contract/index.ts'
import { father, mother, notice, notificationsPlatform, writer } from '../platform.fixture.ts'

const platform = await notificationsPlatform()

it('pages newest first, by person and by case', async () => {
  for (const n of [1, 2, 3]) {
    platform.clock.advance({ seconds: 1 })
    await platform.run(notifyPerson, notice({ key: `k${n}`, case: n === 3 ? 'case_2' : 'case_1' }), writer)
  }
  const first = await platform.run(listOwnMessages, { person: mother.id, limit: 2 }, mother)
  if (isRefused(first)) throw new Error(first.code)
  expect(first.items.map(item => item.case)).toEqual(['case_2', 'case_1'])
  const rest = await platform.run(listOwnMessages, { person: mother.id, limit: 2, after: first.next ?? '' }, mother)
  if (isRefused(rest)) throw new Error(rest.code)
  expect([rest.items.length, rest.next]).toEqual([1, null])
  const ofCase = await platform.run(listOwnMessages, { person: mother.id, case: 'case_2' }, mother)
  if (isRefused(ofCase)) throw new Error(ofCase.code)
  expect(ofCase.items.length).toBe(1)
  expect(await platform.run(listOwnMessages, { person: father.id }, father)).toEqual({ items: [], next: null })
  expect(platform.audited.at(-1)?.subjects).toEqual([father.id])
})
