import { expect, test } from 'vitest'
import { fulfilLeakDuty, listIncidents, recordLeak } from '../contract/index.ts'
import { vigilancePlatform } from '../vigilance-platform.fixture.ts'

const { must, settle, clock, listEvents } = await vigilancePlatform()
const organisation = 'tax-agency'
const incidents = async () =>
  (await must(listIncidents, { organisation })).items.filter(({ rule }) => rule === 'leak-duty')

test('a clock that is about to run out becomes an incident, once; what is done is not reminded of', async () => {
  const what = 'A table of incomes lay open in the network'
  const { leak } = await must(recordLeak, { organisation, what, persons: 1200, known: clock.now().toISOString() })
  clock.advance({ hours: 17 })
  await settle()
  expect(await incidents()).toEqual([])
  clock.advance({ hours: 2 })
  await settle()
  await settle()
  expect(await incidents()).toMatchObject([
    { severity: 'high', actor: 'system:leaks', count: 1200, title: { en: 'What leak means' }, judgement: null },
  ])
  expect((await listEvents('vigilance.incident-raised')).length).toBe(1)
  for (const duty of ['primary-notice', 'findings'])
    await must(fulfilLeakDuty, { organisation, leak, duty, reference: 'N 12' })
  clock.advance({ hours: 63 })
  await settle()
  expect(await incidents()).toHaveLength(2)
})
