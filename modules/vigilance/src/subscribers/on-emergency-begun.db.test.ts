import { emergencyBegun } from '@tereze/access/contract'
import { expect, test } from 'vitest'
import { listIncidents } from '../contract/index.ts'
import { clerk, organisation, vigilancePlatform } from '../vigilance-platform.fixture.ts'

const { must, runner, settle, clock } = await vigilancePlatform()
const emergency = 'emergency_01960000-0000-7000-8000-000000000001'
const official = clerk.id
const found = async () => (await must(listIncidents, { organisation })).items

test('an emergency that nobody reviews in its term becomes an incident, and again after each term', async () => {
  const begin = () =>
    runner
      .jobContext('test')
      .write(organisation, context =>
        context.emit(emergencyBegun, { subject: emergency, data: { emergency, official } }),
      )
  await begin()
  clock.advance({ hours: 23 })
  await settle()
  expect(await found()).toEqual([])
  clock.advance({ hours: 2 })
  await settle()
  await settle()
  expect(await found()).toMatchObject([
    { rule: 'emergency-unreviewed', actor: official, title: { en: 'What review means' }, judgement: null },
  ])
  clock.advance({ hours: 25 })
  await settle()
  expect(await found()).toHaveLength(2)
})
