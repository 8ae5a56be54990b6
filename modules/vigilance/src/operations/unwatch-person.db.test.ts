import { expect, test } from 'vitest'
import { unwatchPerson, watchPerson } from '../contract/index.ts'
import { officer, organisation, somebody, vigilancePlatform } from '../vigilance-platform.fixture.ts'

const { must, run, look, newLine } = await vigilancePlatform()

test('the watch ends, and ends once', async () => {
  const person = somebody(1)
  await must(watchPerson, { organisation, person, reason: 'Known from the stage' })
  await must(unwatchPerson, { organisation, person })
  expect(await run(unwatchPerson, { organisation, person }, officer)).toMatchObject({
    code: 'vigilance.watched-person-not-found',
  })
  expect(await look(newLine({ subjects: [person] }))).toEqual([])
})
