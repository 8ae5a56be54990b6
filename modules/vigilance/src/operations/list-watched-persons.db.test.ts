import { expect, test } from 'vitest'
import { listWatchedPersons, watchPerson } from '../contract/index.ts'
import { organisation, somebody, vigilancePlatform } from '../vigilance-platform.fixture.ts'

const { must } = await vigilancePlatform()

test('persons come page by page, once each', async () => {
  for (const n of [3, 1, 2])
    await must(watchPerson, { organisation, person: somebody(n), reason: 'Known from the stage' })
  const first = await must(listWatchedPersons, { organisation, limit: 2 })
  const rest = await must(listWatchedPersons, { organisation, limit: 2, after: first.next ?? '' })
  expect([...first.items, ...rest.items].map(({ person }) => person)).toEqual([1, 2, 3].map(somebody))
  expect(first.items[0]).toMatchObject({ kind: 'protected', official: null })
  expect((await must(listWatchedPersons, { organisation, after: 'nonsense' })).items).toHaveLength(3)
})
