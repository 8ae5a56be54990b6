import { expect, test } from 'vitest'
import { listWatchedPersons, watchPerson } from '../contract/index.ts'
import { officer, organisation, somebody, vigilancePlatform } from '../vigilance-platform.fixture.ts'

const { must, run, look, newLine, keys, database } = await vigilancePlatform()
const reason = 'Known from the stage'

test('a look at a protected person raises an incident; twice protected is once', async () => {
  await must(watchPerson, { organisation, person: somebody(1), reason })
  await must(watchPerson, { organisation, person: somebody(1), reason })
  expect((await must(listWatchedPersons, { organisation })).items).toHaveLength(1)
  expect(await look(newLine({ subjects: [somebody(1)] }))).toMatchObject([{ rule: 'protected' }])
})

test('of whom the log tells nothing any more, there is nothing to watch', async () => {
  await database.transaction(organisation, tx => keys.erasePerson(tx, somebody(2)))
  expect(await run(watchPerson, { organisation, person: somebody(2), reason }, officer)).toMatchObject({
    code: 'vigilance.watched-person-erased',
  })
})
