import { official } from '@tereze/foundation-testing'
import { checkMissed } from '@tereze/registers/contract'
import { expect, it } from 'vitest'
import { agreed, benefitPlatform } from '../benefit-platform.fixture.ts'
import { claimTask, completeTask, getCase, listTasks } from '../contract/index.ts'

const { must, settle, platform } = await benefitPlatform(agreed)
const organisation = 'address-bureau'
const steward = official({ organisation, unit: null, roles: ['data-steward'] })

it('reminds the steward of a register by a task that says what to do, and lets it be closed with a reason', async () => {
  const missed = 'missed-check_0195557a-8c00-7000-8000-000000000002'
  await platform.runner
    .jobContext('tests')
    .write(organisation, ({ emit }) =>
      emit(checkMissed, { subject: 'addresses', data: { register: 'addresses', why: 'failed', missed } }),
    )
  await settle()
  const { items } = await must(listTasks, { organisation, list: 'unit' }, steward)
  expect(items).toMatchObject([{ service: 'violation', role: 'data-steward', about: { register: 'addresses' } }])
  const [{ about, case: work = '', task = '' } = {}] = items
  expect(about?.record).toBeUndefined()
  expect(about?.text.en).toBe(
    'Address register: The complete check of its data failed: begin it anew, and call those who run the platform if it fails again',
  )
  await must(claimTask, { organisation, case: work, task }, steward)
  const answers = { mending: { reason: 'The register is being moved this week' } }
  await must(completeTask, { organisation, case: work, task, outcome: 'done', reason: '', answers }, steward)
  await settle()
  expect((await must(getCase, { organisation, case: work }, steward)).card).toMatchObject({ status: 'delivered' })
})
