import { official } from '@tereze/foundation-testing'
import { checkMadeUp, checkMissed } from '@tereze/registers/contract'
import { expect, it } from 'vitest'
import { agreed, benefitPlatform } from '../benefit-platform.fixture.ts'
import { getCase, listTasks } from '../contract/index.ts'

const { must, settle, platform } = await benefitPlatform(agreed)
const organisation = 'address-bureau'
const steward = official({ organisation, unit: null, roles: ['data-steward'] })

it('closes the reminder by itself when the register has been checked', async () => {
  const register = 'addresses'
  const missed = 'missed-check_0195557a-8c00-7000-8000-000000000003'
  const job = platform.runner.jobContext('tests')
  await job.write(organisation, ({ emit }) =>
    emit(checkMissed, { subject: register, data: { register, why: 'late', missed } }),
  )
  await settle()
  const { items } = await must(listTasks, { organisation, list: 'unit' }, steward)
  expect(items).toHaveLength(1)
  await job.write(organisation, ({ emit }) => emit(checkMadeUp, { subject: register, data: { register, missed } }))
  await settle()
  expect(await must(getCase, { organisation, case: items[0]?.case ?? '' }, steward)).toMatchObject({
    card: { status: 'delivered', outcome: 'granted' },
    tasks: [],
  })
})
