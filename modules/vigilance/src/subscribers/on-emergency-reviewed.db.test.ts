import { emergencyBegun, emergencyReviewed } from '@tereze/access/contract'
import { expect, test } from 'vitest'
import { listIncidents } from '../contract/index.ts'
import { clerk, organisation, vigilancePlatform } from '../vigilance-platform.fixture.ts'

const { must, runner, settle, clock } = await vigilancePlatform()
const emergency = 'emergency_01960000-0000-7000-8000-000000000001'
const official = clerk.id
const found = async () => (await must(listIncidents, { organisation })).items

test('one that was reviewed is no incident', async () => {
  const write = runner.jobContext('test').write
  await write(organisation, context =>
    context.emit(emergencyBegun, { subject: emergency, data: { emergency, official } }),
  )
  await settle()
  await write(organisation, context =>
    context.emit(emergencyReviewed, { subject: emergency, data: { emergency, official, justified: true } }),
  )
  await settle()
  clock.advance({ days: 3 })
  await settle()
  expect(await found()).toEqual([])
})
